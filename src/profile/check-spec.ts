import type { FormWords } from '../budget/cubes/cube.js';
import { figureFields } from '../budget/dimensions.js';
import type { Located } from '../definition/load-definition.js';
import type { YamlPath } from '../definition/parse-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { cubesOf, isCounted, mixedSlip } from './check-measure.js';
import { checkRows, measureFindings, placedRow } from './check-table.js';
import type { ProfileSpec } from './profile-schema.js';
import type { Measure, RowSpec } from './table-schema.js';

/** The 取数 that stand in 方案.yaml itself: those of 数据, and the parts of charts. */
export function checkSpec({ value, locate }: Located<ProfileSpec>): Diagnostic[] {
  const { 数据: figures = {}, 图: charts = {} } = value;
  const whole = (measure: Measure | undefined, path: YamlPath): Diagnostic[] => (measure ? wholeMeasure(measure, path, locate, value) : []);
  return [
    ...Object.entries(figures).flatMap(([name, { 取数: measure, 上年取数: previous, 占: of, 原因: reason }]) => [
      ...whole(measure, ['数据', name, '取数']),
      ...whole(previous, ['数据', name, '上年取数']),
      ...whole(of, ['数据', name, '占']),
      ...(reason !== undefined && previous === undefined ? [idleReason(locate(['数据', name, '原因'], 'key'))] : []),
    ]),
    ...Object.entries(value.明细 ?? {}).flatMap(([name, { 栏目: columns, 相等: equal = [] }]) =>
      equal.flatMap(({ 栏目: column, 等于: measure }, index) => [
        ...(figureFields(columns).includes(column) ? [] : [strangeColumn(name, columns, locate(['明细', name, '相等', index, '栏目']))]),
        ...whole(measure, ['明细', name, '相等', index, '等于']),
      ]),
    ),
    ...strangeNames(value, locate),
    ...Object.entries(charts).flatMap(([name, { 各块: rows, 形式: form = '饼图', 占: whole }]) => [
      ...(form === '饼图' && whole === undefined ? [withoutWhole(name, locate(['图', name], 'key'))] : []),
      ...blankParts(rows, ['图', name, '各块'], locate),
      ...checkRows(
        rows.map((row, index) => placedRow(row, ['图', name, '各块', index])),
        [{ measure: {}, path: ['图', name, '各块'] }],
        locate,
        value,
      ),
    ]),
  ];
}

/** A 取数 that no row or column completes. */
export function wholeMeasure(measure: Measure, path: YamlPath, locate: Located<unknown>['locate'], form: FormWords): Diagnostic[] {
  const mixed = mixedSlip(measure, form);
  if (mixed) return [{ code: 'profile-measure-never', severity: 'error', message: mixed.message, at: locate(path), hint: mixed.hint }];
  if (cubesOf(measure).length > 0) return measureFindings({ measure, path }, locate, form);
  const message = '这里没有写从哪张数据表取数。';
  return [{ code: 'profile-measure-without-table', severity: 'error', message, at: locate(path), hint: '写上“表”，如“表: 支出”。' }];
}

const strangeColumn = (list: string, columns: Parameters<typeof figureFields>[0], at: Diagnostic['at']): Diagnostic => ({
  code: 'profile-measure-never',
  severity: 'error',
  message: `清单“${list}”没有这一栏金额或数量，合计总是零。`,
  ...(at && { at }),
  hint: `可以写：${figureFields(columns).join('、') || '先在“栏目”里加一栏“类型: 金额”'}。`,
});

/** Names that templates could not write: a dot parts the steps of a variable, a blank ends it. */
function strangeNames(value: ProfileSpec, locate: Located<unknown>['locate']): Diagnostic[] {
  return (['称谓', '数据', '自有数据', '明细'] as const).flatMap((section) =>
    Object.keys(value[section] ?? {})
      .filter((name) => /[\s.{}()[\]"'`|=~!@#%^&*+,/;<>\\]/.test(name))
      .map((name) => ({
        code: 'value-invalid',
        severity: 'error',
        message: `“${name}”不能用作名称，模板里写不出“${section}.${name}”。`,
        at: locate([section, name], 'key'),
        hint: '名称只用汉字、字母和数字，不用空格、点和别的半角符号。',
      })),
  );
}

/** Parts of a chart that take nothing from anywhere, or numbers of things beside money. */
function blankParts(rows: readonly RowSpec[], path: YamlPath, locate: Located<unknown>['locate']): Diagnostic[] {
  const [first] = rows.flatMap(({ 取数: measure = {} }) => cubesOf(measure).slice(0, 1));
  return rows.flatMap(({ 取数: measure = {} }, index): Diagnostic[] => {
    const [cube] = cubesOf(measure);
    const at = locate([...path, index]);
    if (cube === undefined && Object.keys(measure).length === 0)
      return [
        {
          code: 'profile-measure-without-table',
          severity: 'error',
          message: '这里没有写从哪张数据表取数。',
          at,
          hint: '写上“取数”，如“取数: {表: 支出}”。',
        },
      ];
    if (cube === undefined || first === undefined || isCounted(cube) === isCounted(first)) return [];
    const message = `“${cube}”和“${first}”一个是数量，一个是金额，不能画在一张图里。`;
    return [{ code: 'profile-measure-never', severity: 'error', message, at, hint: '分成两张图。' }];
  });
}

const withoutWhole = (name: string, at: Diagnostic['at']): Diagnostic => ({
  code: 'missing-key',
  severity: 'error',
  message: `图“${name}”是饼图，没有写“占”。`,
  ...(at && { at }),
  hint: '写比重是占什么的，如“占: 支出合计”；不印占比的，写“形式: 柱形图”或“形式: 条形图”。',
});

const idleReason = (at: Diagnostic['at']): Diagnostic => ({
  code: 'profile-key-idle',
  severity: 'error',
  message: '没有“上年取数”，就没有增减，“原因”不会印出。',
  ...(at && { at }),
  hint: '写上“上年取数”，或删去“原因”。',
});
