import type { CodeList, FactShape, FormWords, Holds } from '../budget/cubes/cube.js';
import type { Cube } from '../budget/cubes/index.js';
import { dimensionsOf, EXPANSION_NAMES, EXPANSIONS, type Expansion, shapesOf, shapeWords, wordsIn, wordsOf } from '../budget/dictionary.js';
import { DIMENSIONS, type Dimension, figureFields } from '../budget/dimensions.js';
import { expandGroup, sourcesOfFund } from '../budget/query.js';
import { OTHER_ASSETS } from '../definition/schema/kinds.js';
import { nearestWord } from '../plain/nearest-word.js';
import type { Measure } from './table-schema.js';

/** What is wrong with a 取数: at one of its keys, or as a whole. */
export interface MeasureSlip {
  readonly dimension?: Dimension;
  /** The key is wrong, not what it says. */
  readonly atKey?: true;
  readonly message: string;
  readonly hint: string;
}

/**
 * What of a 取数 no fact will ever have, by the dictionary of the data: a dimension that its table does not have, a word
 * that the dimension cannot hold, or a dimension that the facts do not have which the other conditions leave.
 */
export function measureSlips(measure: Measure, form: FormWords = {}): MeasureSlip[] {
  const cubes = cubesOf(measure);
  const single = cubes.flatMap((cube) => DIMENSIONS.flatMap((dimension) => slipsOf(cube, dimension, valuesOf(measure, dimension), form)));
  return single.length > 0 ? single : cubes.flatMap((cube) => jointSlips(cube, measure, form));
}

/** The fact tables of a 取数. */
export const cubesOf = ({ 表 = [] }: Measure): readonly Cube[] => [表].flat();

function valuesOf(measure: Measure, dimension: Dimension): readonly string[] | undefined {
  const value = measure[dimension];
  return value === undefined ? undefined : [value].flat();
}

function slipsOf(cube: Cube, dimension: Dimension, values: readonly string[] | undefined, form: FormWords): MeasureSlip[] {
  if (values === undefined) return [];
  const known = dimensionsOf(cube, form);
  if (!known.includes(dimension)) {
    const message = `数据表“${cube}”没有“${dimension}”这个条件，取到的总是零。`;
    const hint = known.length === 0 ? `先在“方案.yaml”的“${cube}”里写有哪些。` : `“${cube}”的条件有：${known.join('、')}。`;
    return [{ dimension, atKey: true, message, hint }];
  }
  const words = wordsOf(cube, dimension, form);
  if (words) return values.filter((value) => !words.includes(value)).map((value) => strangeWord(cube, dimension, value, words));
  if (dimension !== '科目' && dimension !== '政府科目') return [];
  const lists = [...new Set(shapesOf(cube, form).flatMap((shape) => (isCodeList(shape[dimension]) ? [shape[dimension]] : [])))];
  return values.flatMap((value) => {
    if (!CODE.test(value)) return [strangeCode(dimension, value)];
    return lists.length === 0 || lists.some((list) => value.startsWith(FIRST_DIGITS[list]))
      ? []
      : [codeOfOther(cube, dimension, value, lists)];
  });
}

/** What every code of a list begins with. */
const FIRST_DIGITS: Readonly<Record<CodeList, string>> = { 收入分类: '1', 功能分类: '2', 部门经济分类: '3', 政府经济分类: '5' };
const isCodeList = (holds: Holds | undefined): holds is CodeList => typeof holds === 'string' && holds in FIRST_DIGITS;

function codeOfOther(cube: Cube, dimension: Dimension, value: string, lists: readonly CodeList[]): MeasureSlip {
  const wanted = lists.map((list) => `${list}的编码，以 ${FIRST_DIGITS[list]} 开头`).join('；或');
  return { dimension, message: `数据表“${cube}”的“${dimension}”没有“${value}”，取到的总是零。`, hint: `要写${wanted}。` };
}

const CODE = /^\d{3}(?:\d{2}){0,3}$/;

function strangeWord(cube: Cube, dimension: Dimension, value: string, words: readonly string[]): MeasureSlip {
  const near = nearestWord(value, words);
  const hint = `${near === undefined ? '' : `是否为“${near}”？`}可以写：${words.join('、')}。`;
  return { dimension, message: `数据表“${cube}”的“${dimension}”没有“${value}”，取到的总是零。`, hint };
}

function strangeCode(dimension: Dimension, value: string): MeasureSlip {
  const hint = '写编码的前几位：3 位是类，5 位是款，7 位是项，如 201、20103、2010301。';
  return { dimension, message: `“${value}”不是科目编码，“${dimension}”取到的总是零。`, hint };
}

/** Each condition can hold, and all of them together cannot: 三公经费 of 上年 have no 资金. */
function jointSlips(cube: Cube, measure: Measure, form: FormWords): MeasureSlip[] {
  const asked = DIMENSIONS.filter((dimension) => measure[dimension] !== undefined);
  if (dimensionsOf(cube, form).length === 0) return [];
  const left = shapesOf(cube, form).filter((shape) => admits(shape, measure, form));
  if (left.some((shape) => asked.every((dimension) => dimension in shape))) return [];
  const lacking = asked.find((dimension) => left.every((shape) => !(dimension in shape)));
  const others = asked.filter((dimension) => dimension !== lacking);
  if (left.length === 0 || lacking === undefined) {
    const message = `数据表“${cube}”没有同时符合这些条件的数（${conditionWords(measure, asked)}），取到的总是零。`;
    return [{ message, hint: shapeHint(cube, form) }];
  }
  const message = `数据表“${cube}”里${conditionWords(measure, others)}的数没有“${lacking}”这个条件，取到的总是零。`;
  return [{ dimension: lacking, atKey: true, message, hint: shapeHint(cube, form) }];
}

/** True where the facts of a shape can hold what is asked of the dimensions that they have. */
function admits(shape: FactShape, measure: Measure, form: FormWords): boolean {
  return (Object.keys(shape) as Dimension[]).every((dimension) => {
    const values = valuesOf(measure, dimension);
    const words = wordsIn(shape[dimension], form);
    return values === undefined || words === undefined || values.flatMap(expandGroup).some((value) => words.includes(value));
  });
}

const conditionWords = (measure: Measure, dimensions: readonly Dimension[]): string =>
  dimensions.map((dimension) => `“${dimension}”为“${[measure[dimension]].flat().join('、')}”`).join('、');

const shapeHint = (cube: Cube, form: FormWords): string => `“${cube}”的数有这几种：${shapeWords(cube, form).join('；')}。`;

/** Money of a fund that never has this source, within one 取数; between a row and a column it is a blank that the form means to have. */
export function sourceSlips(measure: Measure): MeasureSlip[] {
  const [funds, sources] = [valuesOf(measure, '资金')?.flatMap(expandGroup), valuesOf(measure, '来源')];
  if (!funds || !sources) return [];
  const possible = [...new Set(funds.flatMap(sourcesOfFund))];
  if (possible.length === 0 || sources.some((source) => possible.includes(source))) return [];
  const message = `“资金”为“${funds.join('、')}”的数，“来源”不会是“${sources.join('、')}”，取到的总是零。`;
  return [{ dimension: '来源', message, hint: `这些资金的来源是：${possible.join('、')}。` }];
}

/** Numbers of things are not added to money, nor square metres to numbers. */
function unitSlip(measure: Measure): MeasureSlip | undefined {
  const cubes = cubesOf(measure);
  const [counted, money] = [cubes.filter(isCounted), cubes.filter((cube) => !isCounted(cube))];
  if (counted.length > 0 && money.length > 0) {
    const message = `“${counted.join('、')}”是数量，“${money.join('、')}”是金额，不能相加。`;
    return { message, hint: '“表”只写其中一种。' };
  }
  const kinds = valuesOf(measure, '种类');
  const isArea = (kind: string) => OTHER_ASSETS[kind] === '平方米';
  const isMixed = kinds === undefined || (kinds.some(isArea) && !kinds.every(isArea));
  if (!cubes.includes('资产') || !isMixed) return undefined;
  return { message: '“资产”里有台数，也有面积，不能相加。', hint: '在行或栏目的“取数”里写“种类”，如“种类: 办公用房面积”。' };
}

export const isCounted = (cube: Cube): boolean => cube === '车辆' || cube === '资产' || cube === '计划购置';

/** What cannot be added up in one cell. A form's own figures have units of their own: a cell adds up one column of them. */
export function mixedSlip(measure: Measure, form: FormWords): MeasureSlip | undefined {
  return unitSlip(measure) ?? columnsSlip(measure, form);
}

function columnsSlip(measure: Measure, form: FormWords): MeasureSlip | undefined {
  const own = cubesOf(measure).find((cube) => cube === '明细' || cube === '自有数据');
  if (own === undefined || valuesOf(measure, '栏目')?.length === 1) return undefined;
  const columns = own === '自有数据' ? wordsOf(own, '栏目', form) : figureFields(form.明细?.[String([measure.明细].flat()[0] ?? '')]?.栏目);
  if (columns?.length === 1) return undefined;
  const hint = `在行或栏目的“取数”里写“栏目”：${columns?.join('、') ?? ''}。`;
  return { message: `从“${own}”取数，要写明是哪一栏，不同的栏不能相加。`, hint };
}

/** Whether the facts of a 取数 can be told apart in the way that 展开 asks for. */
export function expansionSlip(expansion: Expansion, measure: Measure, form: FormWords = {}): MeasureSlip | undefined {
  const wanted = cubesOf(measure);
  const lacking = wanted.find((cube) => !supports(cube, expansion, measure, form));
  if (lacking === undefined) return undefined;
  const known = EXPANSION_NAMES.filter((name) => EXPANSIONS[name].over !== undefined && supports(lacking, name, measure, form));
  const message = `数据表“${lacking}”不能按“${expansion}”展开，一行也印不出来。`;
  return { message, hint: known.length === 0 ? `“${lacking}”不能展开。` : `“${lacking}”可以按这些展开：${known.join('、')}。` };
}

function supports(cube: Cube, expansion: Expansion, measure: Measure, form: FormWords): boolean {
  const { over, codes } = EXPANSIONS[expansion];
  if (over === undefined || dimensionsOf(cube, form).length === 0) return true;
  return shapesOf(cube, form)
    .filter((shape) => admits(shape, measure, form))
    .some((shape) => over in shape && (codes === undefined || shape[over] === codes));
}
