import type { Classifications } from '../../definition/classifications.js';
import type { DepartmentDefinition } from '../../definition/schema/department.js';
import { FUNDS, type FundAmounts, type UnitFunds, type YearAndCarryover } from '../../definition/schema/funds.js';
import type { OwnDeclarations } from '../../definition/schema/own-data.js';
import { Decimal } from '../../money/decimal.js';
import type { Dimension, Dimensions } from '../dimensions.js';
import type { Figure, SourcePath } from '../figure.js';
import type { ProjectEntry } from '../list-projects.js';

export type Path = SourcePath['path'];

/** The code lists that a 科目 may be of. */
export type CodeList = '功能分类' | '部门经济分类' | '政府经济分类' | '收入分类';

/** What a dimension of a fact holds: one of these words (some are the form's to say), a code of a list, or a name of the department's own. */
export type Holds = readonly string[] | CodeList | '名称' | ((form: FormWords) => readonly string[]);

/** What a form adds to the dictionary: kinds of assets, lists and fields of its own. */
export interface FormWords extends OwnDeclarations {
  readonly 资产?: AssetKinds | undefined;
}

/** Which kinds a form knows, in its order; where it does not say, those that are stated. */
export interface AssetKinds {
  readonly 车辆?: readonly string[] | undefined;
  readonly 设备?: readonly string[] | undefined;
}

/** One shape of the facts of a table: the dimensions that they may have, with what each holds. A fact of 上年 often has fewer than one of 本年. */
export type FactShape = Readonly<Partial<Record<Dimension, Holds>>>;

/**
 * A fact table: what is said of it, where its facts come from, what they look like, and when its zero is nobody's statement.
 * Everything that the program knows of it stands here.
 */
export interface FactTable {
  readonly note: string;
  /** Places of a department's file that its facts come from; `*` for any step, `**` for all below. */
  readonly places: readonly string[];
  readonly shapes: readonly FactShape[] | ((form: FormWords) => readonly FactShape[]);
  /** Every leaf that a member's file states. */
  readonly collect: (stated: Stated, leaves: Leaves) => void;
  /**
   * Which places of a member's file a query asks for and does not find. A table without it says everything by itself: what is
   * not listed is zero, or the totals would not agree.
   */
  readonly unstated?: (content: DepartmentDefinition, asked: Asked, matched: readonly Leaf[]) => readonly Path[];
}

/** What one member's facts are read from. */
export interface Stated {
  readonly content: DepartmentDefinition;
  readonly file: string;
  /** The member's own. */
  readonly projects: readonly ProjectEntry[];
  readonly classifications: Classifications;
  readonly declared: OwnDeclarations;
}

/** The values that a query asks of a dimension, groups such as 财政拨款 taken apart; undefined where it does not ask. */
export type Asked = (dimension: Dimension) => readonly string[] | undefined;

/** A figure with its place in the table. */
export type Leaf = Pick<Figure, 'value'> & { readonly dimensions: Dimensions };

/** Where the leaves of one table go; amounts that are not there are passed over. */
export class Leaves {
  constructor(private readonly take: (dimensions: Dimensions, figure: Pick<Figure, 'value' | 'unit'>, path: Path) => void) {}

  add(dimensions: Dimensions, value: Decimal | undefined, path: Path, unit: Figure['unit'] = 'yuan'): void {
    if (value !== undefined) this.take(dimensions, { value, unit }, path);
  }

  /** A section of figures by kind. */
  addKinds(section: Readonly<Record<string, Decimal | undefined>> = {}, path: Path, unit?: Figure['unit']): void {
    for (const [kind, value] of Object.entries(section)) this.add({ 种类: kind }, value, [...path, kind], unit);
  }

  addFund(dimensions: Dimensions, amounts: UnitFunds | undefined, path: Path): void {
    if (amounts === undefined || amounts instanceof Decimal) return this.add(dimensions, amounts, path);
    for (const [source, value] of Object.entries(amounts)) this.add({ ...dimensions, 来源: source }, value, [...path, source]);
  }

  addFunds(dimensions: Dimensions, amounts: FundAmounts | undefined, path: Path): void {
    for (const fund of FUNDS) this.addFund({ ...dimensions, 资金: fund }, amounts?.[fund], [...path, fund]);
  }

  /** Of the year, and carried over from the year before. */
  addYear(dimensions: Dimensions, amounts: YearAndCarryover | undefined, path: Path): void {
    this.addFunds({ ...dimensions, 时段: '当年' }, amounts, path);
    this.addFunds({ ...dimensions, 时段: '上年结转' }, amounts?.上年结转, [...path, '上年结转']);
  }
}

export const BY_FUND: FactShape = { 资金: FUNDS, 时段: ['当年', '上年结转'] };

/** Asked for as a whole: the section that holds it has to be written. */
export const written =
  (...path: Path): NonNullable<FactTable['unstated']> =>
  (content) =>
    valueAt(content, path) === undefined ? [firstMissing(content, path)] : [];

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], content);
}

/** The outermost key that is not there: what is asked for is the section. */
function firstMissing(content: unknown, path: Path): Path {
  const end = path.findIndex((_, index) => valueAt(content, path.slice(0, index + 1)) === undefined);
  return path.slice(0, end + 1);
}
