import { FUNDING_LEVELS } from '../../definition/schema/project.js';
import type { Check, Outcome } from '../check.js';
import { type PublishedForm, publishedForms } from '../shared/forms.js';
import { compare, sideOf, sumSide } from '../shared/sides.js';

/**
 * 符合：
 *     项目[0].绩效目标表.年度资金来源: {省级财政资金: 100000}
 * 不符（项目/0/资金/一般公共预算）：
 *     项目[0].绩效目标表.年度资金来源: {省级财政资金: 208000.01}
 * 不符（项目/0/资金/一般公共预算）：
 *     项目[0].绩效目标表.年度资金来源: {省级财政资金: 100000, 市县（区）财政资金: 100000}
 */
export const formSourcesEqualTotal: Check = {
  code: 'form-sources-equal-total',
  group: '绩效与资产',
  severity: '错误',
  rule: '绩效目标表中各级资金之和应等于年度资金总额；没有写明市县资金时，其他各级之和不应超过总额。',
  relations: ['X-2', 'C10'],
  basis: '财预〔2021〕29号：公开项目绩效目标',
  run: (context) => publishedForms(context).flatMap(sources),
};

function sources({ name, form, member, path, year: { total } }: PublishedForm): Outcome[] {
  const stated = form.年度资金来源;
  if (!stated) return [];
  const levels = FUNDING_LEVELS.flatMap((level) => {
    const value = stated[level];
    return value === undefined
      ? []
      : [
          {
            id: level,
            label: level,
            unit: 'yuan' as const,
            value,
            origin: { kind: 'stated' as const, source: { file: member.file, path: [...path, '绩效目标表', '年度资金来源', level] } },
          },
        ];
  });
  return [
    compare({
      left: sideOf(`项目“${name}”的年度资金`, total, [...path, '资金']),
      operator: stated['市县（区）财政资金'] === undefined ? '≥' : '＝',
      right: sumSide('绩效目标表中各级资金合计', levels, [...path, '绩效目标表', '年度资金来源']),
      hint: '核对“年度资金来源”；市县（区）财政资金可以不写，由程序用总额减去其他各级得出。',
    }),
  ];
}
