import { THREE_PUBLIC_ITEMS, VEHICLE_TOTAL } from '../definition/schema/department.js';
import { FUNDS, UNIT_FUND_SOURCES } from '../definition/schema/funds.js';
import { PROJECT_CATEGORIES } from '../definition/schema/project.js';
import type { Cube, Dimension } from './facts.js';
import { UNSPLIT } from './query.js';

/** What a condition on a dimension may say; dimensions that are not here take codes or names. */
export const DIMENSION_VALUES: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  性质: ['基本支出', '项目支出'],
  资金: [...FUNDS, '财政拨款'],
  时段: ['当年', '上年结转'],
  年份: ['本年', '上年'],
  类别: PROJECT_CATEGORIES,
  经费: ['人员经费', '公用经费'],
  三公项目: [...THREE_PUBLIC_ITEMS, VEHICLE_TOTAL],
  来源: ['财政拨款收入', ...UNIT_FUND_SOURCES, UNSPLIT],
};

/** The dimensions of each fact table: a condition on another one would never hold. */
export const CUBE_DIMENSIONS: Readonly<Record<Cube, readonly Dimension[]>> = {
  收入: ['资金', '时段', '科目', '来源'],
  支出: ['科目', '性质', '资金', '时段', '来源'],
  年终结转: ['资金', '时段', '来源'],
  基本支出经济分类: ['科目', '政府科目', '经费'],
  项目支出: ['单位', '项目', '类别', '资金', '时段', '来源'],
  三公经费: ['三公项目', '年份', '资金', '来源'],
  机关运行经费: ['单位', '年份', '资金', '来源'],
  上年预算: ['资金', '时段', '来源'],
  上年执行: ['资金', '时段', '来源'],
  政府采购: ['种类'],
  政府采购预留: ['种类'],
  车辆: ['种类'],
  资产: ['种类'],
  计划购置: ['种类'],
};
