import type { Definition } from '../definition/definition.js';
import type { Document } from '../document/document.js';
import type { Environment } from '../environment.js';
import type { OutputFile } from '../output/context.js';
import type { PdfLayout } from '../writers/pdf/index.js';
import type { Disclosure } from './disclosure.js';
import { publishedData } from './published-data.js';

/** What every edition is made from; all of it is settled, down to the page numbers. */
export interface Settled {
  readonly definition: Definition;
  readonly document: Document;
  readonly layout: PdfLayout;
  /** What the names of all its editions begin with. */
  readonly stem: string;
}

/** One of the files in which a disclosure is published. */
export interface Edition {
  /** As progress names it. */
  readonly called: string;
  /** Ends the name that all editions of a disclosure share: `003-…-2026年部门预算公开` + suffix. */
  readonly suffix: string;
  /** Its bytes: the same for the same disclosure, on any machine. Loads its writer by itself, so that no other command pays for it. */
  readonly make: (settled: Settled) => Promise<Uint8Array>;
}

/** All that is published, in the order in which it is told of. */
export const EDITIONS: readonly Edition[] = [
  {
    called: 'Word',
    suffix: '.docx',
    make: async ({ document, layout }) => (await import('../writers/docx/index.js')).documentToDocx(document, layout.pageLabels),
  },
  {
    called: 'PDF',
    suffix: '.pdf',
    make: ({ definition, document, layout }) => layout.render({ attachments: [publishedData({ definition, document })] }),
  },
  {
    called: '网页',
    suffix: '.html',
    make: async ({ document, stem }) => {
      const { documentToHtml } = await import('../writers/html/index.js');
      return new TextEncoder().encode(documentToHtml(document, { downloads: filesBeside('.html', stem) }));
    },
  },
  {
    called: 'Excel',
    suffix: '表.xlsx',
    make: async ({ document }) => (await import('../writers/xlsx/index.js')).documentToXlsx(document),
  },
  {
    called: '数据',
    suffix: '数据.zip',
    make: async (settled) => (await import('./open-data.js')).openData(settled),
  },
];

/** The other editions, for those who hold one of them. */
const filesBeside = (own: string, stem: string) =>
  EDITIONS.filter(({ suffix }) => suffix !== own).map(({ called, suffix }) => ({ called, name: stem + suffix }));

/** Every edition of a disclosure that has pages. All are begun at once: of a single document, other threads compress the PDF while Word is made. */
export function makeEditions({ definition, document, layout, names, input }: Disclosure, environment: Environment): Promise<OutputFile[]> {
  if (!definition || !document || !layout || !names) throw new Error(`${input}: nothing to write`);
  const settled = { definition, document, layout, stem: names.stem };
  const beingMade = EDITIONS.map(async ({ called, suffix, make }) => {
    environment.progress(`制作 ${called} ${input}`);
    return { name: names.stem + suffix, bytes: await make(settled) };
  });
  return Promise.all(beingMade);
}
