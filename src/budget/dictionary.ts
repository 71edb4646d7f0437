import {
  EQUIPMENT_KINDS,
  PROCUREMENT_KINDS,
  PROCUREMENT_RESERVES,
  THREE_PUBLIC_ITEMS,
  VEHICLE_KINDS,
  VEHICLE_TOTAL,
} from '../definition/schema/department.js';
import { FISCAL_FUNDS, FUNDS } from '../definition/schema/funds.js';
import { PROJECT_CATEGORIES } from '../definition/schema/project.js';
import { CUBES, type Cube, type Dimension } from './facts.js';
import { type AssetKinds, PLANNED_VEHICLES } from './figures/other.js';
import { expandGroup, sourcesOfFund } from './query.js';

/** The code lists that a 科目 may be of. */
export type CodeList = '功能分类' | '部门经济分类' | '政府经济分类' | '收入分类';

/** What a dimension of a fact holds: one of these words (some are the form's to say), a code of a list, or a name of the department's own. */
export type Holds = readonly string[] | CodeList | '名称' | ((kinds: AssetKinds) => readonly string[]);

/** One shape of the facts of a table: the dimensions that they may have, with what each holds. A fact of 上年 often has fewer than one of 本年. */
export type FactShape = Readonly<Partial<Record<Dimension, Holds>>>;

/** What there is to know of a fact table. */
interface DataEntry {
  readonly note: string;
  readonly shapes: readonly FactShape[];
  /** Places of a department's file that its facts come from; `*` for any step, `**` for all below. */
  readonly places: readonly string[];
}

const NATURES = ['基本支出', '项目支出'] as const;
const PERIODS = ['当年', '上年结转'] as const;
const EXPENSES = ['人员经费', '公用经费'] as const;
const byFund: FactShape = { 资金: FUNDS, 时段: PERIODS };
const vehicles = ({ 车辆 }: AssetKinds): readonly string[] => 车辆 ?? VEHICLE_KINDS;

/**
 * The one dictionary of the data: which tables there are, and which dimensions with which values their facts have. The
 * schema of 取数, its static check, the hints of both, the author's guide and the registry of sources are read from it;
 * a test holds it against every fact of the sample budgets.
 */
const DATA: Readonly<Record<Cube, DataEntry>> = {
  收入: {
    note: '收入，本年的和上年结转的',
    places: ['收入/**'],
    shapes: [
      { 资金: FUNDS, 时段: ['上年结转'] },
      { 资金: ['一般公共预算', '财政专户管理资金', '单位资金'], 时段: ['当年'] },
      { 资金: ['政府性基金预算', '国有资本经营预算'], 时段: ['当年'], 科目: '收入分类' },
    ],
  },
  支出: {
    note: '支出，按功能分类项级科目；本年预算安排的和上年结转安排的',
    places: ['支出/*/科目', '支出/*/名称', '支出/*/基本支出/**', '支出/*/项目支出/**'],
    shapes: [{ 科目: '功能分类', 性质: NATURES, ...byFund }],
  },
  年终结转: { note: '结转下年的金额', places: ['年终结转/**'], shapes: [byFund] },
  基本支出经济分类: {
    note: '一般公共预算基本支出，按经济分类款级科目',
    places: ['一般公共预算基本支出/**'],
    shapes: [{ 科目: '部门经济分类', 政府科目: '政府经济分类', 经费: EXPENSES }],
  },
  项目支出: {
    note: '各项目的支出',
    places: ['项目/*/资金/**', '项目/*/类别', '项目/*/单位'],
    shapes: [{ 项目: '名称', 类别: PROJECT_CATEGORIES, ...byFund }],
  },
  三公经费: {
    note: '“三公”经费，本年按资金来源，上年为总数',
    places: ['三公经费/**'],
    shapes: [
      { 三公项目: THREE_PUBLIC_ITEMS, 年份: ['本年'], 资金: FISCAL_FUNDS },
      { 三公项目: THREE_PUBLIC_ITEMS, 年份: ['上年'] },
    ],
  },
  机关运行经费: {
    note: '各单位的机关运行经费，本年和上年',
    places: ['机关运行经费/**', '一般公共预算基本支出/**', '部门/单位性质'],
    shapes: [{ 年份: ['本年'], 资金: FISCAL_FUNDS }, { 年份: ['上年'] }],
  },
  上年预算: { note: '上年的部门预算总额，按资金来源', places: ['上年预算/**'], shapes: [byFund] },
  上年执行: { note: '上年预算的执行数，按资金来源；与执行数比较的方案才用', places: ['上年执行数/**'], shapes: [byFund] },
  政府采购: { note: '政府采购预算', places: ['政府采购/**'], shapes: [{ 种类: PROCUREMENT_KINDS }] },
  政府采购预留: {
    note: '政府采购预算中为中小企业、小微企业预留的部分（小微企业含在中小企业之内，不能相加）',
    places: ['政府采购预留/**'],
    shapes: [{ 种类: PROCUREMENT_RESERVES }],
  },
  车辆: { note: '实有车辆（辆）', places: ['国有资产/车辆/**'], shapes: [{ 种类: vehicles }] },
  资产: {
    note: '编制、设备和房屋',
    places: ['国有资产/*', '国有资产/设备/*'],
    shapes: [{ 种类: ({ 设备 = EQUIPMENT_KINDS }) => ['车辆编制', '办公用房面积', ...设备] }],
  },
  计划购置: {
    note: '本年计划购置的车辆和设备',
    places: ['国有资产/计划购置/**'],
    shapes: [{ 种类: ({ 设备 = EQUIPMENT_KINDS }) => [PLANNED_VEHICLES, ...设备] }],
  },
};

/** Names that stand for several words of a dimension. */
const GROUPED: Readonly<Partial<Record<Dimension, string>>> = { 资金: '财政拨款', 三公项目: VEHICLE_TOTAL };

export const noteOf = (cube: Cube): string => DATA[cube].note;
export const placesOf = (cube: Cube): readonly string[] => DATA[cube].places;

/** Every shape of a table's facts, with what all facts have: the unit, and the kind of income that the fund is. */
export function shapesOf(cube: Cube): readonly FactShape[] {
  return DATA[cube].shapes.map((shape) => ({
    ...shape,
    单位: '名称',
    ...(Array.isArray(shape.资金) && { 来源: [...new Set((shape.资金 as readonly string[]).flatMap(sourcesOfFund))] }),
  }));
}

/** The dimensions that some facts of the table have. */
export function dimensionsOf(cube: Cube): readonly Dimension[] {
  return [...new Set(shapesOf(cube).flatMap((shape) => Object.keys(shape) as Dimension[]))];
}

/** The words that a dimension of a table may hold; undefined where it holds codes or names. */
export function wordsOf(cube: Cube, dimension: Dimension, kinds: AssetKinds = {}): readonly string[] | undefined {
  const lists = shapesOf(cube).flatMap((shape) => wordsIn(shape[dimension], kinds) ?? []);
  if (lists.length === 0) return undefined;
  const group = GROUPED[dimension];
  const isWhole = group !== undefined && expandGroup(group).every((word) => lists.includes(word));
  return [...new Set([...lists, ...(isWhole ? [group] : [])])];
}

/** The words that a condition on a dimension may say, whatever its table; undefined where it takes codes or names, or the form says which there are. */
export function wordsOfDimension(dimension: Dimension): readonly string[] | undefined {
  if (dimension === '种类') return undefined;
  const lists = CUBES.flatMap((cube) => wordsOf(cube, dimension) ?? []);
  return lists.length === 0 ? undefined : [...new Set(lists)];
}

/** Each shape of a table's facts in words: its dimensions, and what tells it from the others. */
export function shapeWords(cube: Cube): readonly string[] {
  return shapesOf(cube).map((shape) =>
    Object.entries(shape)
      .map(([dimension, holds]) => (Array.isArray(holds) && holds.length < 4 ? `${dimension}（${holds.join('、')}）` : dimension))
      .join('、'),
  );
}

/** The words of one dimension of a shape; undefined for codes and names. */
export function wordsIn(holds: Holds | undefined, kinds: AssetKinds): readonly string[] | undefined {
  if (typeof holds === 'function') return holds(kinds);
  return Array.isArray(holds) ? (holds as readonly string[]) : undefined;
}

/** How the rows of a table are made of the facts: one for each value that a dimension has. */
interface ExpansionEntry {
  readonly over: Dimension;
  /** Where the dimension holds codes: of which list they have to be. */
  readonly codes?: CodeList;
  /** The keys of a row that say more about it. */
  readonly takes: readonly ('层级' | '范围' | '编号')[];
  readonly note: string;
}

export const EXPANSIONS = {
  功能分类: {
    over: '科目',
    codes: '功能分类',
    takes: ['层级', '范围', '编号'],
    note: '支出功能分类的树，到“层级”所写的类、款或项；“范围: 全部”列出科目目录的全部类，“有数”只列有金额的；“编号: 是”在名称前加一、二、三',
  },
  经济分类: { over: '科目', codes: '部门经济分类', takes: ['层级'], note: '部门预算支出经济分类的类和款' },
  收入科目: { over: '科目', codes: '收入分类', takes: [], note: '政府性基金和国有资本经营预算的收入科目' },
  项目: { over: '项目', takes: [], note: '部门、单位和它们的项目' },
  单位: { over: '单位', takes: [], note: '各单位' },
} as const satisfies Readonly<Record<string, ExpansionEntry>>;
export type Expansion = keyof typeof EXPANSIONS;
export const EXPANSION_NAMES = Object.keys(EXPANSIONS) as Expansion[];
