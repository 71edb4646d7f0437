import type { DepartmentDefinition } from '../../definition/schema/department.js';
import { FISCAL_FUNDS, FUNDS, type UNIT_FUND_SOURCES } from '../../definition/schema/funds.js';
import { Decimal } from '../../money/decimal.js';
import { type Asked, BY_FUND, type FactTable, type Path, written } from './cube.js';
import { addItems, BY_ITEM } from './revenue-and-expenditure.js';

/** Last year's figures are read off another document and nothing balances them: each is stated by itself. */
export const lastYear = {
  上年预算: {
    note: '上年的部门预算总额，按资金来源',
    places: ['上年预算/**'],
    shapes: [BY_FUND],
    collect: ({ content }, leaves) => leaves.addYear({}, content.上年预算, ['上年预算']),
    // A total is what the section adds up to; a part has to be there, as an amount or as 无.
    unstated: ({ 上年预算: section }, asked, matched) => {
      if (section === undefined) return [['上年预算']];
      if (matched.some((one) => !one.value.isZero())) return [];
      const open = partsOf(asked).filter((part) => !isPartStated(section, part));
      return open.map((part) => ['上年预算', ...part]);
    },
  },
  上年执行: {
    note: '上年预算的执行数，按资金来源；与执行数比较的方案才用',
    places: ['上年执行数/**'],
    shapes: [BY_FUND],
    collect: ({ content }, leaves) => leaves.addYear({}, content.上年执行数, ['上年执行数']),
    unstated: written('上年执行数'),
  },
  上年支出: {
    note: '上年预算的支出，按功能分类项级科目；按科目与上年比较的方案才用',
    places: ['上年支出', '上年支出/**'],
    shapes: BY_ITEM,
    collect: ({ content }, leaves) => addItems(content.上年支出, leaves, ['上年支出']),
    unstated: written('上年支出'),
  },
  上年执行支出: {
    note: '上年支出的执行数，按功能分类项级科目；按科目与上年执行数比较的方案才用',
    places: ['上年执行支出', '上年执行支出/**'],
    shapes: BY_ITEM,
    collect: ({ content }, leaves) => addItems(content.上年执行支出, leaves, ['上年执行支出']),
    unstated: written('上年执行支出'),
  },
} satisfies Readonly<Record<string, FactTable>>;

/** The funds, and the sources of 单位资金, that a query of last year adds up. */
function partsOf(asked: Asked): Path[] {
  const sources = asked('来源');
  if (sources === undefined) return (asked('资金') ?? FUNDS).map((fund) => [fund]);
  return sources.flatMap((source) => {
    if (source === '财政拨款收入') return FISCAL_FUNDS.map((fund) => [fund]);
    return [['单位资金', source], ...(source === '事业收入' ? [['财政专户管理资金']] : [])];
  });
}

function isPartStated(section: NonNullable<DepartmentDefinition['上年预算']>, [fund = '', source]: Path): boolean {
  const amounts = section[fund as (typeof FUNDS)[number]];
  if (amounts === undefined || source === undefined || amounts instanceof Decimal) return amounts !== undefined;
  return amounts[source as (typeof UNIT_FUND_SOURCES)[number]] !== undefined;
}
