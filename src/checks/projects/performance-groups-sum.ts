import type { Figure } from '../../budget/figure.js';
import { isReduction } from '../../budget/figures/by-category.js';
import { projectFigures } from '../../budget/figures/projects.js';
import { listProjects } from '../../budget/list-projects.js';
import type { Check, Side } from '../check.js';
import { compare, sumSide } from '../shared/sides.js';

/**
 * 符合：
 *     项目[1].类别: 其他运转类
 * 符合：
 *     项目[3]: {名称: 收回平台尾款, 类别: 特定目标类, 资金: {一般公共预算: -8000}}
 *     项目[0].资金.一般公共预算: 216000
 * 符合：
 *     项目[1].编报绩效目标: 否
 * 不符（支出）：
 *     支出[1].项目支出: {一般公共预算: 108000, 单位资金: 3000}
 */
export const performanceGroupsSum: Check = {
  code: 'performance-groups-sum',
  sameAmountAs: ['project-expenditure-equals-projects'],
  group: '绩效与资产',
  severity: '错误',
  rule: '纳入绩效目标管理的项目，其他运转类与特定目标类之和应等于它们的总额，全部项目都纳入的等于项目支出总额；公开目标的项目不超过全部项目。',
  relations: ['X-1', 'C10'],
  basis: '财预〔2021〕29号：公开项目绩效目标',
  run: ({ budget }) => {
    const { all, categories, published } = projectFigures(budget);
    if (all.count.value.isZero() || all.count.unstated) return [];
    const expenditure = budget.total({ cube: '支出', where: { 性质: '项目支出' } });
    // Where some projects have no targets, those that have are held against each other.
    const hasAll = all.count.value.eq(listProjects(budget.definition).length);
    const side = (label: string, figures: readonly Figure[], path: string): Side => sumSide(label, figures, [path]);
    const hint = '核对“支出”各科目的项目支出和“项目”各项的资金。';
    const isSorted = categories.every((one) => !one.amount.unstated);
    const sorted = () =>
      compare({
        left: hasAll ? side('项目支出总额（功能分类）', [expenditure], '支出') : side('编报了绩效目标的项目金额', [all.amount], '项目'),
        right: side(
          '各类项目金额之和',
          categories.map((one) => one.amount),
          '项目',
        ),
        hint,
      });
    return [
      ...(isSorted ? [sorted()] : []),
      // A project that takes money back (冲减) makes all of them come to less than some of them.
      ...(budget.facts('项目支出').some(isReduction)
        ? []
        : [
            compare({
              left: side('公开绩效目标的项目金额', [published.amount], '项目'),
              operator: '≤',
              right: side('全部项目金额', [all.amount], '项目'),
              hint,
            }),
          ]),
    ];
  },
};
