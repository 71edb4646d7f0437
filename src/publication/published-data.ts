import { yearOf } from '../definition/dates.js';
import type { Definition } from '../definition/definition.js';
import { type Document, inlineText } from '../document/document.js';
import { blocksOfType, entryTitle, placedTexts } from '../document/walk.js';
import { defined, oncePer } from '../plain/objects.js';
import type { Attachment } from '../writers/pdf/index.js';
import { type DataFigure, type DataTable, type PublishedFigures, publishedFigures, publishedTables } from './published-tables.js';

/** Raised when a field is renamed, removed or changes its meaning; not when one is added. */
const DATA_SCHEMA_VERSION = 1;

/** What a program can read of a disclosure: what its pages say and the exact value of each printed figure, no more. */
export interface PublicationData {
  readonly schemaVersion: typeof DATA_SCHEMA_VERSION;
  readonly title: string;
  readonly department: string;
  readonly region: string;
  readonly year: string;
  /** ISO date of publication, where the office states it. */
  readonly published?: string;
  /** Units of `exact` by the figure's `unit`. */
  readonly units: typeof UNITS;
  /** Printed across drafts. */
  readonly watermark?: string;
  readonly tables: readonly DataTable[];
  readonly texts: readonly DataText[];
  readonly charts: readonly DataChart[];
}

const UNITS = { yuan: '元', ratio: '比率，1 为 100%', count: '个、辆等', squareMetre: '平方米' } as const;

export interface PublishedInput {
  /** Only the names of the department and its region, and the year, are taken from it. */
  readonly definition: Definition;
  readonly document: Document;
}

/** The data of a disclosure, which two editions carry. All of it is taken from the document, so nothing can get in that is not printed. */
export const publicationData = ({ definition, document }: PublishedInput): PublicationData => dataOf(definition)(document);

const dataOf = oncePer((definition: Definition) => oncePer((document: Document) => dataFrom(definition, document)));

function dataFrom(definition: Definition, document: Document): PublicationData {
  const { metadata, watermark } = document;
  const { published } = metadata;
  const figures: PublishedFigures = publishedFigures(document);
  return {
    schemaVersion: DATA_SCHEMA_VERSION,
    title: metadata.title,
    department: metadata.author,
    region: definition.district.地区,
    year: yearOf(definition.district),
    ...defined({ published }),
    units: UNITS,
    ...defined({ watermark }),
    tables: publishedTables(document, figures),
    texts: publishedTexts(document, figures),
    charts: publishedCharts(document, figures),
  };
}

/** The same as the file that the PDF carries. */
export function publishedData(input: PublishedInput): Attachment {
  return {
    name: '预算公开数据.json',
    type: 'application/json',
    description: '机器可读的数据：各表、文中和图中印出的数及其精确值',
    data: new TextEncoder().encode(`${JSON.stringify(publicationData(input), undefined, 1)}\n`),
  };
}

/** A paragraph that prints figures. */
interface DataText {
  /** Headings over it, from the part down. */
  readonly under: readonly string[];
  readonly text: string;
  readonly figures: readonly DataFigure[];
}

/** A chart with its slices in order. */
interface DataChart {
  readonly title: string;
  readonly slices: readonly { readonly label: string; readonly amount: DataFigure; readonly share?: DataFigure }[];
}

/** Every paragraph with figures, in order; words without figures are for people, who have the pages. */
function publishedTexts(document: Document, figures: PublishedFigures): DataText[] {
  const prose = placedTexts(document).filter(({ block }) => block.type === 'paragraph' || block.type === 'list');
  return prose.flatMap(({ content, figures: printed, headings }) => {
    const found = printed.map(({ figure, index }) => figures(figure, content[index + 1]));
    return found.length === 0 ? [] : [{ under: headings.map(entryTitle), text: inlineText(content), figures: found }];
  });
}

function publishedCharts(document: Document, figures: PublishedFigures): DataChart[] {
  return blocksOfType(document, 'chart').map(({ title, slices }) => ({
    title,
    slices: slices.map(({ label, amount, share }) => ({ label, amount: figures(amount), ...(share && { share: figures(share) }) })),
  }));
}
