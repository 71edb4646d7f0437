import { FUNDING_LEVELS, type FundingLevel, type PerformanceForm } from '../definition/schema/project.js';
import type { Decimal } from '../money/decimal.js';
import type { Budget } from './budget.js';
import { projectKey } from './collect-facts.js';
import { differenceFigure, type Figure, sumFigure } from './figure.js';

/** The level that gets what the others leave: stated levels are exceptions, so the total is typed only once. */
const REMAINDER: FundingLevel = '市县（区）财政资金';

/** Money of one side of a performance form: the total, and each level; undefined where the form leaves it blank. */
export interface FormMoney {
  readonly total: Figure;
  readonly levels: Readonly<Record<FundingLevel, Figure | undefined>>;
}

/** 年度资金: the project's money of the year, split by level. */
export function yearMoney(budget: Budget, index: number, form: PerformanceForm): FormMoney {
  const total = budget.total({ cube: '项目支出', where: { 项目: projectKey(index), 时段: '当年' } });
  return splitByLevel(budget, index, '年度资金来源', form.年度资金来源, total);
}

/** 实施期资金: as stated by level, else the same as 年度资金. */
export function periodMoney(budget: Budget, index: number, form: PerformanceForm): FormMoney {
  const stated = form.实施期资金来源;
  if (stated === undefined) return yearMoney(budget, index, form);
  const levels = statedLevels(budget, index, '实施期资金来源', stated);
  const parts = FUNDING_LEVELS.flatMap((level) => levels[level] ?? []);
  return { total: sumFigure({ id: `项目${index + 1}实施期资金总额`, label: '实施期资金总额' }, parts, 'yuan'), levels };
}

type Stated = PerformanceForm['年度资金来源'];

function splitByLevel(budget: Budget, index: number, key: string, stated: Stated, total: Figure): FormMoney {
  const levels = statedLevels(budget, index, key, stated);
  if (levels[REMAINDER] !== undefined) return { total, levels };
  const others = sumFigure({ id: `项目${index + 1}其他来源`, label: '其他来源合计' }, FUNDING_LEVELS.flatMap((level) => levels[level] ?? []), 'yuan');
  const rest = differenceFigure({ id: `项目${index + 1}${REMAINDER}`, label: REMAINDER }, total, others);
  return { total, levels: { ...levels, [REMAINDER]: rest } };
}

function statedLevels(budget: Budget, index: number, key: string, stated: Stated): FormMoney['levels'] {
  const figure = (level: FundingLevel): Figure | undefined => {
    const value: Decimal | undefined = stated?.[level];
    if (value === undefined) return undefined;
    const source = { file: budget.definition.file, path: ['项目', index, '绩效目标表', key, level] };
    return { id: `${source.file}#/${source.path.join('/')}`, label: level, unit: 'yuan', value, origin: { kind: 'stated', source } };
  };
  return Object.fromEntries(FUNDING_LEVELS.map((level) => [level, figure(level)])) as FormMoney['levels'];
}
