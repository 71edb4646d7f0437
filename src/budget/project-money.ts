import { FUNDING_LEVELS, type FundingLevel, type PerformanceForm } from '../definition/schema/project.js';
import { statedPath } from '../document/figure.js';
import type { Decimal } from '../money/decimal.js';
import { forEachKey } from '../plain/objects.js';
import type { Budget } from './budget.js';
import { differenceFigure, type Figure, sumFigure } from './figure.js';
import type { ProjectEntry } from './list-projects.js';

/** The level that gets what the others leave: stated levels are exceptions, so the total is typed only once. */
const REMAINDER: FundingLevel = '市县（区）财政资金';

/** Money of one side of a performance form: the total, and each level; undefined where the form leaves it blank. */
export interface FormMoney {
  readonly total: Figure;
  readonly levels: Readonly<Record<FundingLevel, Figure | undefined>>;
}

/** 年度资金: the project's money of the year, split by level. */
export function yearMoney(budget: Budget, entry: ProjectEntry, form: PerformanceForm): FormMoney {
  const total = budget.total({ cube: '项目支出', where: { 项目: entry.key, 时段: '当年' } });
  return splitByLevel(entry, '年度资金来源', form.年度资金来源, total);
}

/** 实施期资金: as stated by level, else the same as 年度资金. */
export function periodMoney(budget: Budget, entry: ProjectEntry, form: PerformanceForm): FormMoney {
  const stated = form.实施期资金来源;
  if (stated === undefined) return yearMoney(budget, entry, form);
  const levels = statedLevels(entry, '实施期资金来源', stated);
  const parts = FUNDING_LEVELS.flatMap((level) => levels[level] ?? []);
  return { total: sumFigure({ id: `${entry.key}实施期资金总额`, label: '实施期资金总额' }, parts, 'yuan'), levels };
}

type Stated = PerformanceForm['年度资金来源'];

function splitByLevel(entry: ProjectEntry, key: string, stated: Stated, total: Figure): FormMoney {
  const levels = statedLevels(entry, key, stated);
  if (levels[REMAINDER] !== undefined) return { total, levels };
  const others = sumFigure(
    { id: `${entry.key}其他来源`, label: '其他来源合计' },
    FUNDING_LEVELS.flatMap((level) => levels[level] ?? []),
    'yuan',
  );
  const rest = differenceFigure({ id: `${entry.key}${REMAINDER}`, label: REMAINDER }, total, others);
  return { total, levels: { ...levels, [REMAINDER]: rest } };
}

function statedLevels({ member, index }: ProjectEntry, key: string, stated: Stated): FormMoney['levels'] {
  const figure = (level: FundingLevel): Figure | undefined => {
    const value: Decimal | undefined = stated?.[level];
    if (value === undefined) return undefined;
    const source = { file: member.file, path: ['项目', index, '绩效目标表', key, level] };
    return { id: statedPath(source.file, source.path), label: level, unit: 'yuan', value, origin: { kind: 'stated', source } };
  };
  return forEachKey(FUNDING_LEVELS, figure);
}
