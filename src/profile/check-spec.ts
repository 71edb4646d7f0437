import type { FormWords } from '../budget/cubes/cube.js';
import type { Located } from '../definition/load-definition.js';
import type { YamlPath } from '../definition/parse-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { cubesOf, mixedSlip } from './check-measure.js';
import { checkRows, measureFindings, placedRow } from './check-table.js';
import type { ProfileSpec } from './profile-schema.js';
import type { Measure } from './table-schema.js';

/** The 取数 that stand in 方案.yaml itself: those of 数据, and the parts of charts. */
export function checkSpec({ value, locate }: Located<ProfileSpec>): Diagnostic[] {
  const { 数据: figures = {}, 图: charts = {} } = value;
  const whole = (measure: Measure | undefined, path: YamlPath): Diagnostic[] => (measure ? wholeMeasure(measure, path, locate, value) : []);
  return [
    ...Object.entries(figures).flatMap(([name, { 取数: measure, 上年取数: previous, 原因: reason }]) => [
      ...whole(measure, ['数据', name, '取数']),
      ...whole(previous, ['数据', name, '上年取数']),
      ...(reason !== undefined && previous === undefined ? [idleReason(locate(['数据', name, '原因'], 'key'))] : []),
    ]),
    ...Object.entries(charts).flatMap(([name, { 各块: rows, 形式: form = '饼图', 占: whole }]) => [
      ...(form === '饼图' && whole === undefined ? [withoutWhole(name, locate(['图', name], 'key'))] : []),
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
