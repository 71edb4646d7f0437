import type { Document, TableTitle } from '../../document/document.js';
import type { StyleName } from '../../document/layout.js';
import { atSize, type Sheet } from '../../document/sheet.js';
import { rightTab, textWidthOf } from './geometry.js';
import { type Helper, paragraphStyle } from './helper-styles.js';
import { HELPER_STYLES, styleId, WORD_STYLES } from './style-names.js';
import { halfPoints, twips } from './units.js';
import { type Markup, val, xml } from './xml.js';

/** A style of cells at the size that one table has for itself. */
export const sizedStyle = (name: StyleName, size: number): Helper => ({
  id: `${styleId(name)}Size${twips(size)}`,
  name: `${WORD_STYLES[name].name}（${size}磅）`,
});

/** The style of the line under a table's title: where its stops stand depends on the sheet, and on whether a text is in its middle. */
export function infoStyle({ middle }: TableTitle, { orientation, paper }: Sheet): Helper {
  const plain: Helper =
    orientation === 'landscape' ? HELPER_STYLES.landscapeInfo : { id: styleId('tableInfo'), name: WORD_STYLES.tableInfo.name };
  if (middle === undefined && paper === undefined) return plain;
  const [id, name] = middle === undefined ? ['', ''] : ['Middle', '，中间有字'];
  return {
    id: `${plain.id}${paper ?? ''}${id}`,
    name: `${plain.name}（${paper ?? ''}${orientation === 'landscape' ? '横' : '纵'}页${name}）`,
  };
}

/** What single tables of the document ask for beyond the styles of all of them. */
export const singleTableStyles = (document: Document): Markup[] =>
  once([...document.sections.flatMap((section) => section.blocks.flatMap((block) => ownStyles(block, section, document)))]);

type Made = readonly [id: string, style: Markup];
const once = (made: readonly Made[]): Markup[] => [...new Map(made).values()];

function ownStyles(block: Document['sections'][number]['blocks'][number], sheet: Sheet, document: Document): Made[] {
  if (block.type === 'tableTitle') {
    const { id, name } = infoStyle(block, sheet);
    const isKnown = id === styleId('tableInfo') || id === HELPER_STYLES.landscapeInfo.id;
    return isKnown ? [] : [[id, paragraphStyle({ id, name }, styleId('tableInfo'), [infoStops(block, sheet, document)])]];
  }
  if (block.type !== 'table' || block.textSize === undefined) return [];
  const { textSize: size, rows } = block;
  const names = [...new Set(rows.flatMap(({ cells }) => cells.map(({ style }) => style)))];
  return names.map((style) => [sizedStyle(style, size).id, sizedXml(style, size, document)]);
}

function sizedXml(name: StyleName, size: number, { layout }: Document): Markup {
  const { linePitch } = atSize(layout.styles[name], size);
  const line = xml('w:spacing', { 'w:line': twips(linePitch), 'w:lineRule': 'exact' });
  return paragraphStyle(sizedStyle(name, size), styleId(name), [line], [val('w:sz', halfPoints(size)), val('w:szCs', halfPoints(size))]);
}

/** Takes the stop of the document's own upright pages away and sets those of this sheet. */
function infoStops({ middle }: TableTitle, sheet: Sheet, document: Document): Markup {
  const [width, usual] = [textWidthOf(document, sheet), textWidthOf(document, { orientation: 'portrait' })];
  const stop = (kind: string, points: number) => xml('w:tab', { 'w:val': kind, 'w:pos': twips(points) });
  const clear = width === usual ? [] : [stop('clear', usual)];
  return rightTab(width, 'none', ...clear, ...(middle === undefined ? [] : [stop('center', width / 2)]));
}
