import { Footer, type ISectionOptions } from 'docx';
import { field, runToDocx } from './inline.js';
import { properties } from './paragraphs.js';
import { HELPER_STYLES, styleId } from './style-names.js';
import { type XmlChild, XmlParagraph } from './xml.js';

type Footers = NonNullable<ISectionOptions['footers']>;

function footer(style: string, content: readonly XmlChild[]): Footer {
  return new Footer({ children: [new XmlParagraph({ properties: properties(style), content })] });
}

const pageNumber = (): XmlChild[] => [runToDocx('— '), ...field('PAGE', '1'), runToDocx(' —')];

/** «— 1 —», on odd pages at the right, on even pages at the left: the styles say where. */
export function numberedFooters(): Footers {
  return { default: footer(styleId('pageNumber'), pageNumber()), even: footer(HELPER_STYLES.evenPage.id, pageNumber()) };
}

/** For pages without a number after pages with one. */
export function emptyFooters(): Footers {
  return { default: footer(styleId('pageNumber'), []), even: footer(HELPER_STYLES.evenPage.id, []) };
}
