import { oncePer } from '../../plain/objects.js';
import type { Budget } from '../budget.js';
import { type Change, changeOf, type Figure, shareFigure, sumFigure } from '../figure.js';

/** 支出: totals, 基本 and 项目 with their shares, and the change against last year. */
export interface ExpenditureFigures {
  readonly grandTotal: Figure;
  readonly total: Figure;
  readonly currentYear: Figure;
  readonly carryover: Figure;
  readonly surplus: Figure;
  readonly basic: Figure;
  readonly basicShare: Figure;
  readonly project: Figure;
  readonly projectShare: Figure;
  readonly change: Change;
  /** Against what last year's budget came to. */
  readonly changeFromExecuted: Change;
}

export const expenditureFigures = oncePer((budget: Budget): ExpenditureFigures => {
  const total = budget.total({ cube: '支出', where: {} });
  const surplus = budget.total({ cube: '年终结转', where: {} });
  const grandTotal = sumFigure({ id: '支出总计', label: '支出总计', basis: '支出总计＝本年支出合计＋年终结转' }, [total, surplus]);
  const basic = budget.total({ cube: '支出', where: { 性质: '基本支出' } });
  const project = budget.total({ cube: '支出', where: { 性质: '项目支出' } });
  const shareOf = (label: string, part: Figure) => shareFigure({ id: `${label}占比`, label: `${label}占支出合计的比重` }, part, total);
  const previous = sumFigure({ id: '上年支出总计', label: '上年支出总计' }, [budget.total({ cube: '上年预算', where: {} })]);
  return {
    grandTotal,
    total,
    currentYear: budget.total({ cube: '支出', where: { 时段: '当年' } }),
    carryover: budget.total({ cube: '支出', where: { 时段: '上年结转' } }),
    surplus,
    basic,
    basicShare: shareOf('基本支出', basic),
    project,
    projectShare: shareOf('项目支出', project),
    change: changeOf('支出总计', grandTotal, previous, budget.definition.department.增减原因?.支出),
    changeFromExecuted: changeOf('支出总计比上年执行数', grandTotal, budget.total({ cube: '上年执行', where: {} }), undefined),
  };
});
