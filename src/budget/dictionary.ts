import { VEHICLE_TOTAL } from '../definition/schema/kinds.js';
import type { CodeList, FactShape, FormWords, Holds } from './cubes/cube.js';
import { CUBES, type Cube, FACT_TABLES } from './cubes/index.js';
import type { Dimension } from './dimensions.js';
import { expandGroup, sourcesOfFund } from './query.js';

// The one dictionary of the data: which tables there are, and which dimensions with which values their facts have. The schema of
// 取数, its static check, the hints of both, the author's guide and the registry of sources are read from it; a test holds it
// against every fact of the sample budgets.

/** Names that stand for several words of a dimension. */
const GROUPED: Readonly<Partial<Record<Dimension, string>>> = { 资金: '财政拨款', 三公项目: VEHICLE_TOTAL };

export const noteOf = (cube: Cube): string => FACT_TABLES[cube].note;
export const placesOf = (cube: Cube): readonly string[] => FACT_TABLES[cube].places;

/** Every shape of a table's facts, with what all facts have: the unit, and the kind of income that the fund is. */
export function shapesOf(cube: Cube, form: FormWords = {}): readonly FactShape[] {
  const { shapes } = FACT_TABLES[cube];
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
