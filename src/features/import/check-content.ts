import { FROM_PREVIOUS } from '../../definition/carried-over-words.js';
import { NONE } from '../../definition/fields.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { ownDataSchema } from '../../definition/schema/own-data.js';
import { validate } from '../../definition/validate.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Path, placesOf, valueAt } from '../excel/form-tree.js';
import { isSection } from './differences.js';
import type { FormContent } from './read-form.js';

type Read = Pick<FormContent, 'tree' | 'locate'>;

/** Slips of rows that a file's checks tell only when the document is made, said while the person has the workbook before them. */
export const checkRows = (form: Read): Diagnostic[] => [...codesTwice(form), ...withoutValue(form)];

/** Lists of which each item has a code of its own; what else tells two of one code apart. */
const CODED: readonly (readonly [list: string, apart: readonly string[]])[] = [
  ['支出', []],
  ['上年支出', []],
  ['一般公共预算基本支出', ['政府科目', '经费']],
];

function codesTwice({ tree, locate }: Read): Diagnostic[] {
  return CODED.flatMap(([list, apart]) => {
    const places = placesOf(tree, [list, '*']);
    const names = places.map((place) => ['科目', ...apart].map((key) => String(valueAt(tree, [...place, key]) ?? '')).join(' '));
    return places.flatMap((place, index): Diagnostic[] => {
      const first = names.indexOf(names[index] ?? '');
      const code = String(valueAt(tree, [...place, '科目']) ?? '');
      if (first === index || code === '') return [];
      const message = `科目 ${code} 写了两行，金额会加在一起；第一行在 ${locate([list, first, '科目']).cell ?? ''}。`;
      const at = locate([...place, '科目']);
      return [{ code: 'codes-stated-once', severity: 'warning', message, at, hint: '核对是不是重复录入，或者编码抄错了。' }];
    });
  });
}

const VALUES = ['值', '实施期值', '年度值'] as const;
const INDICATORS: readonly Path[] = [
  ['项目', '*', '绩效目标表', '指标', '?', '?', '*'],
  ['整体绩效目标表', '指标', '?', '?', '*'],
];

function withoutValue({ tree, locate }: Read): Diagnostic[] {
  const places = INDICATORS.flatMap((pattern) => placesOf(tree, pattern.map(String)));
  return places.flatMap((place): Diagnostic[] => {
    const name = valueAt(tree, [...place, '名称']);
    if (typeof name !== 'string' || VALUES.some((key) => valueAt(tree, [...place, key]) !== undefined)) return [];
    const message = `指标“${name}”没有写值。`;
    return [
      { code: 'form-indicators-given', severity: 'warning', message, at: locate([...place, '名称']), hint: '在同一行的“值”里填写。' },
    ];
  });
}

/** What is still open does not keep the rest from being taken in: it is said again when the document is made. */
const OPEN: readonly string[] = ['missing-key', 'list-length', 'not-filled-in'];

/** The same checks as of a file, each with its cell. */
export function checkContent({ tree, unit, locate, declared }: Pick<FormContent, 'tree' | 'unit' | 'locate' | 'declared'>): Diagnostic[] {
  const { diagnostics } = validate(departmentSchema(unit), { value: withoutPrevious(tree), locate });
  const asked = (['明细', '自有数据'] as const).filter((section) => tree[section] !== undefined);
  const own = Object.fromEntries(asked.map((section) => [section, tree[section]]));
  const besides = validate(ownDataSchema(unit, declared), { value: own, locate }).diagnostics;
  return [...diagnostics, ...besides].map(inCells).map((one) => (OPEN.includes(one.code) ? { ...one, severity: 'warning' } : one));
}

/** What is done in a sheet about it, where that is something else than in a file. */
const inCells = (one: Diagnostic): Diagnostic =>
  one.code === 'amount-invalid' && one.message.includes('位小数')
    ? { ...one, hint: '改成精确到分的数；公式算出来的，在外面加上 ROUND(……,2)。' }
    : one;

/** «取自上年文件» stands for figures that are put in before a file is checked. */
function withoutPrevious(value: unknown): unknown {
  if (value === FROM_PREVIOUS) return NONE;
  if (Array.isArray(value)) return value.map(withoutPrevious);
  return isSection(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutPrevious(item)])) : value;
}
