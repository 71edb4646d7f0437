import { FROM_PREVIOUS } from '../../definition/carried-over-words.js';
import { NONE } from '../../definition/fields.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { ownDataSchema } from '../../definition/schema/own-data.js';
import { validate } from '../../definition/validate.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FormContent } from './read-form.js';
import { isSection } from './same-value.js';

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
