import type { z } from 'zod';
import { NONE, REST } from '../../definition/fields.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { type OwnDeclarations, ownDataSchema } from '../../definition/schema/own-data.js';
import { PROJECT_CATEGORIES, PROJECT_TEXTS } from '../../definition/schema/project.js';
import { validate } from '../../definition/validate.js';
import type { Path } from '../check.js';

/** Sections that say «其余: 无» for what they do not list. */
export const isClosable = (path: Path): boolean => path.length > 1 && (path[0] === '上年预算' || path[0] === '三公经费');

export const keysOf = (paths: readonly Path[]): string => [...new Set(paths.map((path) => `“${path.at(-1)}”`))].join('、');

/** What is filled in with words: «无» would say nothing there. */
const TEXTS: readonly string[] = ['名称', ...PROJECT_TEXTS, '指标'];

/** What to write where nothing is stated: whatever it names as an example is what the reader of the file takes there. */
export function hintOf(paths: readonly Path[], declared: OwnDeclarations): string {
  const [path] = paths as [Path];
  const key = String(path.at(-1));
  const section = path.length === 1 ? key : '';
  if (key === '整体绩效目标') return '写“整体绩效目标: 是”或“整体绩效目标: 否”。';
  if (key === '编报绩效目标') return '写“编报绩效目标: 是”或“编报绩效目标: 否”；与其他项目不同的，在那个项目里写。';
  if (TEXTS.includes(key)) return `填写${keysOf(paths)}。`;
  if (key === '截至日期') return '写清点的日期，如“截至日期: 2025-12-31”。';
  if (key === '类别') return `在每个项目里写“类别”：${PROJECT_CATEGORIES.join('或')}。`;
  if (path[0] === '三公经费' && path.length > 1)
    return '填写金额，没有的写“无”；各项上年都没有，在“三公经费”里写“上年: 无”；没有写到的项目两年都没有，写“其余: 无”。';
  if (isClosable(path)) return `填写金额，没有的写“无”；没有写到的都没有，在“${path[0]}”里写“${REST}: ${NONE}”。`;
  if (section === '三公经费') return '逐项填写本年和上年；本年和上年都没有，写“三公经费: 无”。';
  if (section === '上年预算') return '按资金来源填写上年部门预算；上年没有预算，写“上年预算: 无”。';
  if (section === '机关运行经费') return '写“机关运行经费: {上年: 金额}”；上年没有，写“机关运行经费: {上年: 无}”。';
  if (section === '国有资产') return '填写截至上年末的车辆、办公用房和设备；没有的各写“无”。';
  return takesNone(path, declared) ? `填写“${key}”；没有的写“${key}: ${NONE}”。` : `填写“${key}”。`;
}

/** Whether the reader takes 无 there: asked of the reader itself, so that no hint teaches what it refuses. */
function takesNone(path: Path, declared: OwnDeclarations): boolean {
  const steps = path.map((step) => (typeof step === 'number' ? 0 : step));
  const file = steps.reduceRight<unknown>((inner, step) => (step === 0 ? [inner] : { [step]: inner }), NONE);
  const isOwn = path.length > 1 && (path[0] === '明细' || path[0] === '自有数据');
  const schema: z.ZodType = isOwn ? ownDataSchema('元', declared) : departmentSchema('元');
  const locate = (at: Path) => ({ file: at.join('/'), line: 1, column: 1 });
  const { diagnostics } = validate(schema, { value: file, locate });
  return !diagnostics.some(({ at, code }) => at?.file === steps.join('/') && code !== 'missing-key');
}
