import type { Located } from '../definition/load-definition.js';
import type { YamlPath } from '../definition/parse-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FindingCode } from '../diagnostics/finding-codes.js';
import { type FormCellSpec, type FormName, type FormRowSpec, type FormSpec, fieldsOf } from './form-schema.js';

/** What would shift the grid of a performance form, or print blank for ever. */
export function checkForm({ value, locate }: Located<FormSpec>, name: FormName): Diagnostic[] {
  const found: Diagnostic[] = [];
  const refuse = (code: FindingCode<'profile'>, path: YamlPath, message: string, hint: string) =>
    void found.push({ code, severity: 'error', message, at: locate(path), hint });
  const covered = value.列宽.map(() => 0);
  value.行.forEach((row, index) => {
    const path = ['行', index] as const;
    const width = placeCells(row, covered, value.行[index + 1]);
    if (width !== value.列宽.length) {
      const message = `这一行的“格”（连同上面跨行的）一共占 ${width} 栏，“列宽”有 ${value.列宽.length} 栏。`;
      refuse('profile-form-grid', path, message, '改“跨列”“跨行”，或增减格，使每一行占满全部栏。');
    }
    row.格.forEach((cell, at) => {
      const slip = fieldSlip(cell, row, name) ?? spanSlip(cell, value.行[index + 1]);
      if (slip) refuse(slip.code, [...path, '格', at, slip.key], slip.message, slip.hint);
    });
  });
  return found;
}

/** Columns that a row takes, with those that cells of earlier rows still cover. */
function placeCells(row: FormRowSpec, covered: number[], next: FormRowSpec | undefined): number {
  let column = 0;
  const skip = () => {
    while ((covered[column] ?? 0) > 0) column += 1;
  };
  for (const cell of row.格) {
    skip();
    const end = column + (cell.跨列 ?? 1);
    const rows = cell.跨展开 !== undefined && cell.跨展开 === next?.展开 ? 2 : (cell.跨行 ?? 1);
    for (; column < end; column++) covered[column] = rows;
  }
  skip();
  const width = Math.max(column, covered.findLastIndex((left) => left > 0) + 1);
  covered.forEach((left, at) => {
    covered[at] = Math.max(0, left - 1);
  });
  return width;
}

interface Slip {
  readonly code: FindingCode<'profile'>;
  readonly key: string;
  readonly message: string;
  readonly hint: string;
}

function fieldSlip({ 取: field, 文字: words }: FormCellSpec, { 展开: over }: FormRowSpec, name: FormName): Slip | undefined {
  if (field !== undefined && words !== undefined) {
    return { code: 'profile-form-field', key: '文字', message: '一格里“文字”和“取”只能写一个。', hint: '删去其中一个。' };
  }
  const fields: readonly string[] = fieldsOf(name, over);
  if (field === undefined || fields.includes(field)) return undefined;
  const message = over === undefined ? `“${field}”要写在展开的行里，这里总是空白。` : `展开“${over}”的行里没有“${field}”，这里总是空白。`;
  return { code: 'profile-form-field', key: '取', message, hint: `这里可以取：${fields.join('、')}。` };
}

function spanSlip({ 跨展开: over }: FormCellSpec, next: FormRowSpec | undefined): Slip | undefined {
  if (over === undefined || next?.展开 === over) return undefined;
  const message = `下一行不是展开“${over}”的行，这一格没有可跨的行。`;
  return { code: 'profile-form-grid', key: '跨展开', message, hint: `在下一行写“展开: ${over}”，或改用“跨行”。` };
}
