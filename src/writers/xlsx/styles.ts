import { escapeMarkup } from '../../plain/escape-markup.js';
import type { CellStyle } from './workbook.js';

/** Numbers looks in the order in which they are first asked for; 0 is Excel's own. */
export class StyleTable {
  private readonly fonts = new Numbered([fontXml({ font: '宋体', size: 11, align: 'left' })]);
  // Excel takes the first two as its own, whatever they say.
  private readonly fills = new Numbered([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  private readonly borders = new Numbered(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  private readonly formats = new Numbered([]);
  private readonly looks = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  private readonly known = new Map<CellStyle, number>();

  /** The number of a look. */
  of(style: CellStyle): number {
    const known = this.known.get(style);
    if (known !== undefined) return known;
    const number = this.looks.of(this.lookXml(style));
    this.known.set(style, number);
    return number;
  }

  private lookXml(style: CellStyle): string {
    const { align, indent = 0, wraps = false, format, isUnlocked = false } = style;
    const numFmtId = format === undefined ? 0 : format === '@' ? 49 : FIRST_FORMAT + this.formats.of(format);
    const fillId = style.fill === undefined ? 0 : this.fills.of(fillXml(style.fill));
    const borderId = style.hasBorder ? this.borders.of(THIN) : 0;
    const ids = `numFmtId="${numFmtId}" fontId="${this.fonts.of(fontXml(style))}" fillId="${fillId}" borderId="${borderId}" xfId="0"`;
    const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';
    const alignment = `<alignment horizontal="${align}" vertical="center"${wraps ? ' wrapText="1"' : ''}${indent > 0 ? ` indent="${indent}"` : ''}/>`;
    return `<xf ${ids} ${applied}>${alignment}<protection locked="${isUnlocked ? 0 : 1}"/></xf>`;
  }

  toXml(): string {
    const formats = this.formats.all.map(
      (format, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${escapeMarkup(format)}"/>`,
    );
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length > 0 ? listXml('numFmts', formats) : '',
      listXml('fonts', this.fonts.all),
      listXml('fills', this.fills.all),
      listXml('borders', this.borders.all),
      listXml('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      listXml('cellXfs', this.looks.all),
      listXml('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      listXml('dxfs', [ALARM]),
      '</styleSheet>',
    ].join('');
  }
}

/** Numbers below it are Excel's own formats. */
const FIRST_FORMAT = 164;
const THIN = `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')}<diagonal/></border>`;
/** The only look of alarms. */
const ALARM = '<dxf><font><b/><color rgb="FFC00000"/></font><fill><patternFill><bgColor rgb="FFFFDDDD"/></patternFill></fill></dxf>';

const listXml = (name: string, items: readonly string[]): string => `<${name} count="${items.length}">${items.join('')}</${name}>`;

function fontXml({ font, size, isBold = false, color }: CellStyle): string {
  const inColor = color === undefined ? '' : `<color rgb="FF${color}"/>`;
  return `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/>${inColor}<name val="${escapeMarkup(font)}"/><charset val="134"/></font>`;
}

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;

/** Equal texts share a number, from 0. */
class Numbered {
  private readonly numbers = new Map<string, number>();

  constructor(first: readonly string[]) {
    for (const one of first) this.of(one);
  }

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  get all(): readonly string[] {
    return [...this.numbers.keys()];
  }
}
