import { FISCAL_FUNDS, FUNDS } from '../definition/schema/funds.js';
import {
  EQUIPMENT_KINDS,
  EXPENDITURE_NATURES,
  EXPENSE_KINDS,
  OTHER_ASSETS,
  PROCUREMENT_KINDS,
  PROCUREMENT_RESERVES,
  THREE_PUBLIC_ITEMS,
  VEHICLE_KINDS,
  VEHICLE_TOTAL,
} from '../definition/schema/kinds.js';
import type { OwnDeclarations, OwnField } from '../definition/schema/own-data.js';
import { PROJECT_CATEGORIES } from '../definition/schema/project.js';
import { CUBES, type Cube, type Dimension } from './facts.js';
import { type AssetKinds, PLANNED_VEHICLES } from './figures/other.js';
import { columnDimension, figureFields } from './own-dimensions.js';
import { expandGroup, sourcesOfFund } from './query.js';

/** The code lists that a 科目 may be of. */
export type CodeList = '功能分类' | '部门经济分类' | '政府经济分类' | '收入分类';

/** What a dimension of a fact holds: one of these words (some are the form's to say), a code of a list, or a name of the department's own. */
export type Holds = readonly string[] | CodeList | '名称' | ((form: FormWords) => readonly string[]);

/** What a form adds to the dictionary: kinds of assets, lists and fields of its own. */
export interface FormWords extends OwnDeclarations {
  readonly 资产?: AssetKinds | undefined;
}

/** One shape of the facts of a table: the dimensions that they may have, with what each holds. A fact of 上年 often has fewer than one of 本年. */
export type FactShape = Readonly<Partial<Record<Dimension, Holds>>>;

/** What there is to know of a fact table. */
interface DataEntry {
  readonly note: string;
  readonly shapes: readonly FactShape[] | ((form: FormWords) => readonly FactShape[]);
  /** Places of a department's file that its facts come from; `*` for any step, `**` for all below. */
  readonly places: readonly string[];
}

const PERIODS = ['当年', '上年结转'] as const;
const byFund: FactShape = { 资金: FUNDS, 时段: PERIODS };
/** 基本支出 may be split, where the form prints 人员经费 and 公用经费 by 项. */
const byItem: readonly FactShape[] = [
  { 科目: '功能分类', 性质: EXPENDITURE_NATURES, ...byFund },
  { 科目: '功能分类', 性质: ['基本支出'], 经费: EXPENSE_KINDS, ...byFund },
];
const vehicles = ({ 资产 }: FormWords): readonly string[] => 资产?.车辆 ?? VEHICLE_KINDS;
const equipment = ({ 资产 }: FormWords): readonly string[] => 资产?.设备 ?? EQUIPMENT_KINDS;

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
    places: ['支出/*/科目', '支出/*/名称', ...EXPENDITURE_NATURES.map((nature) => `支出/*/${nature}/**`)],
    shapes: byItem,
  },
  年终结转: { note: '结转下年的金额', places: ['年终结转/**'], shapes: [byFund] },
  基本支出经济分类: {
    note: '一般公共预算基本支出，按经济分类款级科目',
    places: ['一般公共预算基本支出/**'],
    shapes: [{ 科目: '部门经济分类', 政府科目: '政府经济分类', 经费: EXPENSE_KINDS }],
  },
  项目支出: {
    note: '各项目的支出',
    places: ['项目/*/资金/**', '项目/*/类别', '项目/*/单位'],
    shapes: [{ 项目: '名称', 类别: PROJECT_CATEGORIES, ...byFund }],
  },
  上年项目支出: {
    note: '各项目上年的支出；按项目与上年比较的方案才用',
    places: ['项目/*/上年资金', '项目/*/上年资金/**', '项目/*/类别', '项目/*/单位'],
    shapes: [{ 项目: '名称', 类别: PROJECT_CATEGORIES, ...byFund }],
  },
  三公经费: {
    note: '“三公”经费，本年按资金来源；上年写总数的，不能按资金来源取',
    places: ['三公经费/**'],
    shapes: [
      { 三公项目: THREE_PUBLIC_ITEMS, 年份: ['本年', '上年'], 资金: FISCAL_FUNDS },
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
  上年支出: {
    note: '上年预算的支出，按功能分类项级科目；按科目与上年比较的方案才用',
    places: ['上年支出', '上年支出/**'],
    shapes: byItem,
  },
  上年执行支出: {
    note: '上年支出的执行数，按功能分类项级科目；按科目与上年执行数比较的方案才用',
    places: ['上年执行支出', '上年执行支出/**'],
    shapes: byItem,
  },
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
    shapes: [{ 种类: (form) => [...Object.keys(OTHER_ASSETS), ...equipment(form)] }],
  },
  计划购置: {
    note: '本年计划购置的车辆和设备',
    places: ['国有资产/计划购置/**'],
    shapes: [{ 种类: (form) => [PLANNED_VEHICLES, ...equipment(form)] }],
  },
  明细: {
    note: '方案自己的清单（方案.yaml 的“明细”）：每一条的金额和数量；“明细”写清单的名称，“栏目”写哪一栏',
    places: ['明细/**'],
    shapes: ({ 明细: lists = {} }) => Object.entries(lists).map(([name, { 栏目: columns }]) => listShape(name, columns)),
  },
  自有数据: {
    note: '方案自己的数（方案.yaml 的“自有数据”）；“栏目”写它的名称',
    places: ['自有数据/**'],
    shapes: ({ 自有数据: fields = {} }) => [{ 栏目: figureFields(fields) }],
  },
};

/** The facts of a list: one for each figure of each entry, with the columns that are conditions. */
function listShape(name: string, columns: Readonly<Record<string, OwnField>>): FactShape {
  const conditions = Object.entries(columns).flatMap(([column, field]) => {
    const dimension = columnDimension(column, field);
    return dimension === undefined ? [] : [[dimension, holdsOf(field)] as const];
  });
  return { 明细: [name], 栏目: figureFields(columns), 条目: '名称', ...Object.fromEntries(conditions) };
}

function holdsOf({ 类型: type }: OwnField): Holds {
  if (type === '功能分类' || type === '政府经济分类') return type;
  return typeof type === 'string' ? '名称' : type;
}

/** Names that stand for several words of a dimension. */
const GROUPED: Readonly<Partial<Record<Dimension, string>>> = { 资金: '财政拨款', 三公项目: VEHICLE_TOTAL };

export const noteOf = (cube: Cube): string => DATA[cube].note;
export const placesOf = (cube: Cube): readonly string[] => DATA[cube].places;

/** Every shape of a table's facts, with what all facts have: the unit, and the kind of income that the fund is. */
export function shapesOf(cube: Cube, form: FormWords = {}): readonly FactShape[] {
  const { shapes } = DATA[cube];
  return (typeof shapes === 'function' ? shapes(form) : shapes).map((shape) => ({
    ...shape,
    单位: shape.单位 ?? '名称',
    ...(Array.isArray(shape.资金) && { 来源: [...new Set((shape.资金 as readonly string[]).flatMap(sourcesOfFund))] }),
  }));
}

/** The dimensions that some facts of the table have. */
export function dimensionsOf(cube: Cube, form: FormWords = {}): readonly Dimension[] {
  return [...new Set(shapesOf(cube, form).flatMap((shape) => Object.keys(shape) as Dimension[]))];
}

/** The words that a dimension of a table may hold; undefined where it holds codes or names. */
export function wordsOf(cube: Cube, dimension: Dimension, form: FormWords = {}): readonly string[] | undefined {
  const lists = shapesOf(cube, form).flatMap((shape) => wordsIn(shape[dimension], form) ?? []);
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
export function shapeWords(cube: Cube, form: FormWords = {}): readonly string[] {
  return shapesOf(cube, form).map((shape) =>
    Object.entries(shape)
      .map(([dimension, holds]) => (Array.isArray(holds) && holds.length < 4 ? `${dimension}（${holds.join('、')}）` : dimension))
      .join('、'),
  );
}

/** The words of one dimension of a shape; undefined for codes and names. */
export function wordsIn(holds: Holds | undefined, form: FormWords): readonly string[] | undefined {
  if (typeof holds === 'function') return holds(form);
  return Array.isArray(holds) ? (holds as readonly string[]) : undefined;
}

/** How the rows of a table are made: one for each value that a dimension of its facts has, or for the whole. */
interface ExpansionEntry {
  readonly over?: Dimension;
  /** Where the dimension holds codes: of which list they have to be. */
  readonly codes?: CodeList;
  /** The keys of a row that say more about it. */
  readonly takes: readonly ('层级' | '范围' | '编号')[];
  /** What a column of such a row can hold besides 金额. Entries of 明细 have the columns of their list. */
  readonly gives: readonly string[];
  readonly note: string;
}

const CODED = ['名称', '编码', '类', '款', '序号'] as const;

const ENTRIES = {
  部门: { takes: [], gives: ['名称', '编码'], note: '整个部门一行，加粗，是后面各行的合计；没有数的，印“合计”一行' },
  单位: { over: '单位', takes: [], gives: ['名称', '编码', '序号'], note: '各单位，编码是单位自己文件里的部门代码' },
  功能分类: {
    over: '科目',
    codes: '功能分类',
    takes: ['层级', '范围', '编号'],
    gives: [...CODED, '项'],
    note: '支出功能分类的树，到“层级”所写的类、款或项；“范围: 全部”列出科目目录的全部类，“有数”只列有金额的；“编号: 是”在名称前加一、二、三',
  },
  经济分类: {
    over: '科目',
    codes: '部门经济分类',
    takes: ['层级'],
    gives: [...CODED, '政府科目', '政府编码'],
    note: '部门预算支出经济分类的类和款；栏目里有“政府科目”或“政府编码”的，同一科目对应几个时分行',
  },
  政府经济分类: { over: '政府科目', codes: '政府经济分类', takes: ['层级'], gives: CODED, note: '政府预算支出经济分类的类和款' },
  收入科目: { over: '科目', codes: '收入分类', takes: [], gives: ['名称', '编码', '序号'], note: '政府性基金和国有资本经营预算的收入科目' },
  项目: {
    over: '项目',
    takes: [],
    gives: ['名称', '单位', '类别', '项目代码', '功能科目', '功能科目名称', '经济科目', '经济科目名称', '序号'],
    note: '各项目',
  },
  指标: {
    over: '项目',
    takes: [],
    gives: [
      '名称',
      '单位',
      '类别',
      '年度目标',
      '实施期目标',
      '一级指标',
      '二级指标',
      '三级指标',
      '年度值',
      '实施期值',
      '性质',
      '度量单位',
      '属性',
      '说明',
      '权重',
    ],
    note: '各项目绩效目标表里的每一条三级指标；写“取数: {表: 项目支出}”',
  },
  明细: {
    over: '条目',
    takes: [],
    gives: ['名称', '单位', '序号'],
    note: '清单里的每一条；栏目的“内容”写清单的栏目名称，科目编码的栏目加“名称”二字是科目名称',
  },
} as const satisfies Readonly<Record<string, ExpansionEntry>>;
export type Expansion = keyof typeof ENTRIES;
export const EXPANSIONS: Readonly<Record<Expansion, ExpansionEntry>> = ENTRIES;
export const EXPANSION_NAMES = Object.keys(EXPANSIONS) as Expansion[];

/** What a fixed row can give to columns; its 文字 give more. */
export const FIXED_GIVES = ['名称', '编码', '类', '款', '项'] as const;
