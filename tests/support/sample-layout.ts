import { type FaceRole, type Layout, STYLE_NAMES, type StyleName, type TextStyle } from '../../src/document/layout.js';

const base: TextStyle = {
  face: '仿宋',
  size: 16,
  linePitch: 28.95,
  characterSpacing: 0,
  align: 'left',
  firstLineIndent: 0,
  leftIndent: 0,
  spaceBefore: 0,
  spaceAfter: 0,
  keepWithNext: false,
};

const text = (face: FaceRole, size: number, more: Partial<TextStyle> = {}): TextStyle => ({ ...base, face, size, ...more });
const cell = (more: Partial<TextStyle> = {}): TextStyle => text('宋', 10.5, { linePitch: 14, ...more });

const styles: Partial<Record<StyleName, TextStyle>> = {
  coverDepartment: text('小标宋', 26, { align: 'centre', linePitch: 48 }),
  coverTitle: text('小标宋', 36, { align: 'centre', linePitch: 60 }),
  coverNote: text('楷', 16, { align: 'centre' }),
  tocTitle: text('小标宋', 22, { align: 'centre', linePitch: 40, spaceAfter: 14 }),
  toc1: text('黑', 14, { linePitch: 24 }),
  toc2: text('仿宋', 14, { linePitch: 24, leftIndent: 1 }),
  toc3: text('仿宋', 14, { linePitch: 24, leftIndent: 2 }),
  heading1: text('小标宋', 22, { align: 'centre', linePitch: 40, spaceAfter: 20, keepWithNext: true }),
  heading2: text('黑', 16, { firstLineIndent: 2, keepWithNext: true }),
  heading3: text('楷', 16, { firstLineIndent: 2, keepWithNext: true }),
  body: text('仿宋', 16, { align: 'justify', firstLineIndent: 2, characterSpacing: -0.25 }),
  chartTitle: text('黑', 14, { align: 'centre', keepWithNext: true }),
  tableLabel: text('黑', 12, { linePitch: 18, keepWithNext: true }),
  tableTitle: text('小标宋', 18, { align: 'centre', linePitch: 28, keepWithNext: true }),
  tableInfo: text('宋', 10.5, { linePitch: 18, keepWithNext: true }),
  tableHeader: cell({ face: '黑', align: 'centre' }),
  tableText: cell(),
  tableTextIndent1: cell({ leftIndent: 1 }),
  tableTextIndent2: cell({ leftIndent: 2 }),
  tableTextCentred: cell({ align: 'centre' }),
  tableTextStrong: cell({ face: '小标宋' }),
  tableAmount: cell({ align: 'right' }),
  tableAmountStrong: cell({ face: '小标宋', align: 'right' }),
  tableNote: cell({ linePitch: 18 }),
  formHeader: cell({ face: '黑', align: 'centre' }),
  formText: cell(),
  formTextCentred: cell({ align: 'centre' }),
  formAmount: cell({ align: 'right' }),
  pageNumber: text('宋', 14, { linePitch: 18 }),
};

/** A layout after GB/T 9704-2012 for tests of the writers. */
export const sampleLayout: Layout = {
  page: {
    width: 595.28,
    height: 841.89,
    margins: { top: 104.88, right: 73.7, bottom: 99.21, left: 79.37 },
    landscapeMargins: { top: 79.37, right: 99.21, bottom: 73.7, left: 104.88 },
    pageNumberOffset: 79.37,
  },
  styles: Object.fromEntries(STYLE_NAMES.map((name) => [name, styles[name] ?? base])) as Record<StyleName, TextStyle>,
  table: { border: 0.5, cellPadding: 3, formPadding: 3 },
};
