import type { z } from 'zod';
import { definitionJsonSchema } from '../../definition/json-schema.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { type OwnDeclarations, ownDataSchema } from '../../definition/schema/own-data.js';
import type { AmountUnit } from '../../money/units.js';
import { formNote } from './form-note.js';

/** Any item of a list (`*`), or any key that the schema does not name (`?`); other steps are keys. */
export type Pattern = readonly string[];

export type LeafKind = 'number' | 'code' | 'date' | 'choice' | 'text';

/** A value that is typed into one cell. */
export interface Leaf {
  /** From the block's own place. */
  readonly path: Pattern;
  readonly kind: LeafKind;
  /** Words that it may be, apart from what it usually holds. */
  readonly words: readonly string[];
  readonly note: string;
  /** A whole number of things, and no money. */
  readonly isCount?: boolean;
  /** Its cell stands for a section or list, which has cells of its own: only one of the words may be in it. */
  readonly isWhole?: boolean;
}

/** What stands in one grid of the form: the values of a section, a row each; or the items of a list, a row each. */
export interface Block extends Grid {
  readonly sheet: string;
}

/** A block that is not on a sheet yet. */
interface Grid {
  /** Its place in the file; the last step of a list is `*`. The steps of what it lies in are asked for in columns of their own. */
  readonly path: Pattern;
  readonly leaves: readonly Leaf[];
  /** Sections, from the block's own place, that take keys which the schema does not name. */
  readonly open: readonly Pattern[];
}

export interface FormSheet {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** Which parts of the file stand on which sheet; what is not named here stands on the last one, so that nothing can be forgotten. */
const SHEETS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  [
    '基本信息',
    ['金额单位', '部门', '批复日期', '公开日期', '方案', '整体绩效目标', '整体绩效目标表', '编报绩效目标', '其他说明', '保密审查'],
  ],
  ['职责', ['职责', '机构设置']],
  ['收入', ['收入', '年终结转']],
  ['支出', ['支出']],
  ['经济分类', ['一般公共预算基本支出']],
  ['项目', ['项目']],
  ['绩效', []],
  ['三公', ['三公经费', '机关运行经费']],
  ['上年', ['上年预算', '上年执行数']],
  ['上年支出', ['上年支出']],
  ['上年执行支出', ['上年执行支出']],
  ['采购与资产', ['政府采购', '政府采购预留', '国有资产', '政府购买服务']],
  ['增减原因', ['增减原因']],
  ['本地数据', ['自有数据', '明细']],
  ['核对数', ['核对数']],
];
const OTHER_SHEET = '其他';
/** Sections of an item that are a grid of their own: few items have them, and they are long. */
const APART = new Map([['项目/*/绩效目标表', '绩效']]);

const layouts = new Map<string, readonly FormSheet[]>();

/** The sheets of the form, from the schema itself: a key that it gains is asked for at once; so is what a profile declares. */
export function formLayout(unit: AmountUnit, declared: OwnDeclarations = {}): readonly FormSheet[] {
  const key = JSON.stringify([unit, declared]);
  const known = layouts.get(key) ?? makeLayout(formProperties(unit, declared));
  layouts.set(key, known);
  return known;
}

/** The keys of a department's file. What a profile may add is an open section there, and is asked for as the profile declares it. */
function formProperties(unit: AmountUnit, declared: OwnDeclarations): Properties {
  const { 明细: _, 自有数据: __, ...own } = propertiesOf(departmentSchema(unit));
  return { ...own, ...propertiesOf(ownDataSchema(unit, declared)) };
}

type Properties = Readonly<Record<string, JsonNode>>;

const propertiesOf = (schema: z.ZodType): Properties => (definitionJsonSchema(schema, '') as JsonNode).properties ?? {};

/** What is used of a JSON Schema. */
interface JsonNode {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Properties;
  readonly additionalProperties?: boolean | JsonNode;
  readonly items?: JsonNode;
  readonly anyOf?: readonly JsonNode[];
}

function makeLayout(properties: Properties): FormSheet[] {
  const named = new Set(SHEETS.flatMap(([, keys]) => keys));
  const rest = Object.keys(properties).filter((key) => !named.has(key));
  const apart = new Map<string, Grid[]>([...APART.values()].map((name) => [name, []]));
  const sheets = [...SHEETS, [OTHER_SHEET, rest] as const].map(([name, keys]) => {
    const blocks = sectionBlocks([], Object.fromEntries(keys.flatMap((key) => (properties[key] ? [[key, properties[key]]] : []))), apart);
    return { name, blocks: [...blocks, ...(apart.get(name) ?? [])].map((block): Block => ({ ...block, sheet: name })) };
  });
  return sheets.filter(({ blocks }) => blocks.length > 0);
}

/** A grid while it is gathered, with those that come after it. */
interface Gathering {
  readonly leaves: Leaf[];
  readonly open: Pattern[];
  readonly after: Grid[];
  readonly apart: Map<string, Grid[]>;
}

function sectionBlocks(path: Pattern, properties: Properties, apart: Gathering['apart']): Grid[] {
  const into: Gathering = { leaves: [], open: [], after: [], apart };
  for (const [key, node] of Object.entries(properties)) gather(node, path, [key], into);
  return blocksOf(path, into);
}

function blocksOf(path: Pattern, { leaves, open, after }: Gathering): Grid[] {
  return leaves.length + open.length > 0 ? [{ path, leaves, open }, ...after] : after;
}

function gather(node: JsonNode, base: Pattern, path: Pattern, into: Gathering): void {
  const { words, content } = alternatives(node);
  const help = node.description ?? node.title ?? '';
  const note = formNote(help, false, false);
  const own = APART.get([...base, ...path].join('/'));
  if (own !== undefined && content?.properties) {
    const block = sectionBlocks([...base, ...path], content.properties, into.apart);
    into.apart.get(own)?.push(...block);
    return;
  }
  if (!content || isLeaf(content)) {
    const own = content ? [...(content.enum ?? []), ...wordsOf(content)] : [];
    into.leaves.push({
      path,
      kind: content ? kindOf(content) : 'choice',
      words: [...words, ...own],
      note,
      ...(content && isCount(content) && { isCount: true }),
    });
    return;
  }
  const leaf = node.anyOf?.find((one) => isLeaf(one) && one.enum === undefined);
  if (leaf) into.leaves.push({ path, kind: kindOf(leaf), words: [...words, ...wordsOf(leaf)], note });
  else if (words.length > 0)
    into.leaves.push({ path, kind: 'choice', words, note: formNote(help, true, content.items !== undefined), isWhole: true });
  if (content.items) into.after.push(...listBlocks(content.items, [...base, ...path, '*'], into.apart));
  else gatherSection(content, base, path, into);
}

function gatherSection({ properties = {}, additionalProperties }: JsonNode, base: Pattern, path: Pattern, into: Gathering): void {
  if (typeof additionalProperties === 'object' && !isLeaf(additionalProperties)) {
    const list = listBelow(additionalProperties, [...base, ...path, '?']);
    if (list) into.after.push(...listBlocks(list.items, list.path, into.apart));
    return;
  }
  for (const [key, node] of Object.entries(properties)) gather(node, base, [...path, key], into);
  if (typeof additionalProperties === 'object') into.open.push(path);
}

/** Lists that stand under keys which nobody names, such as the indicators of a performance form. */
function listBelow({ items, additionalProperties }: JsonNode, path: Pattern): { items: JsonNode; path: Pattern } | undefined {
  if (items) return { items, path: [...path, '*'] };
  return typeof additionalProperties === 'object' ? listBelow(additionalProperties, [...path, '?']) : undefined;
}

function listBlocks(items: JsonNode, path: Pattern, apart: Gathering['apart']): Grid[] {
  if (items.properties) return sectionBlocks(path, items.properties, apart);
  return [{ path, leaves: [{ path: [], kind: kindOf(items), words: items.enum ?? [], note: items.title ?? '' }], open: [] }];
}

/** A section or list with the words that may stand in its place; a value with those that it may be. */
function alternatives(node: JsonNode): { words: readonly string[]; content?: JsonNode } {
  if (!node.anyOf) return { words: [], content: node };
  const words = node.anyOf.flatMap((one) => (isLeaf(one) ? (one.enum ?? []) : []));
  const content = node.anyOf.find((one) => !isLeaf(one)) ?? node.anyOf.find((one) => one.enum === undefined);
  return { words, ...(content && { content: content.anyOf ? (alternatives(content).content ?? content) : content }) };
}

const isLeaf = ({ properties, items, anyOf, additionalProperties }: JsonNode): boolean =>
  properties === undefined && items === undefined && anyOf === undefined && typeof additionalProperties !== 'object';

/** The words that a value may be besides what its pattern describes: `…|^无$`. */
const wordsOf = ({ pattern = '' }: JsonNode): string[] => [...pattern.matchAll(/\|\^(\p{sc=Han}+)\$/gu)].map(([, word = '']) => word);

/** Its digits have no decimals after them. */
const isCount = ({ pattern = '' }: JsonNode): boolean => pattern.startsWith('^(0|[1-9]') && !pattern.includes('\\.');

function kindOf({ enum: words, pattern = '', type }: JsonNode): LeafKind {
  if (words) return 'choice';
  if (pattern.startsWith('^([0-9]{4}-')) return 'date';
  if (/^\^\(\[0-9\]\{\d\}/.test(pattern)) return 'code';
  return /^\^-?\??\(0\|/.test(pattern) || (pattern === '' && String(type) === 'number,string') ? 'number' : 'text';
}

/** What a leaf is called in the form: its keys. */
export const labelOf = (path: Pattern): string => path.join('／');
/** The name over a grid: no other grid of the form has it. */
const blockName = ({ path, sheet }: Block): string =>
  path.length === 0 ? `${sheet}／单项` : labelOf(path.filter((step) => step !== '*' && step !== '?'));
/** Marks the first row of a grid, so that it is found wherever rows were put in and whatever its sheet is called now. */
export const blockMark = (block: Block): string => `【${blockName(block)}】`;

/** The steps of the places that a row's item lies in: an item by its name, a key by itself. */
export function keySteps({ path }: Block): number[] {
  const steps = path.flatMap((step, index) => (step === '*' || step === '?' ? [index] : []));
  return path.at(-1) === '*' ? steps.slice(0, -1) : steps;
}

/** A grid with a row for each of something, and not one for each value. */
export const isList = ({ path }: Grid): boolean => path.length > 0;

/** Columns that few departments need: money of last year but that of 一般公共预算, which most have, and what 单位资金 come from. */
export const isRare = (path: Pattern): boolean =>
  (path.includes('上年结转') && path.slice(-2).join('/') !== '上年结转/一般公共预算') || path.at(-2) === '单位资金';

/** What a column of keys is called. */
export function keyLabel({ path }: Block, step: number): string {
  if (path[step] === '*') return `所属${path[step - 1] ?? ''}`;
  const order = path.slice(0, step).filter((one) => one === '?').length;
  return `${['一级', '二级', '三级'][order] ?? ''}${path.findLast((one, index) => index < step && one !== '?' && one !== '*') ?? ''}`;
}

/** The cell of a form that a place of a file goes to; nothing where the form has none. */
export function leafAt(
  layout: readonly FormSheet[],
  path: readonly (string | number)[],
): { readonly block: Block; readonly leaf: Leaf } | undefined {
  const fits = (pattern: Pattern): boolean =>
    pattern.length === path.length &&
    pattern.every((step, at) => (step === '*' ? typeof path[at] === 'number' : step === '?' || step === path[at]));
  for (const { blocks } of layout)
    for (const block of blocks) {
      const leaf = block.leaves.find((one) => fits([...block.path, ...one.path]));
      if (leaf) return { block, leaf };
      const open = block.open.find((one) => fits([...block.path, ...one, '?']));
      if (open) return { block, leaf: { path: [...open, String(path.at(-1))], kind: 'number', words: [], note: '' } };
    }
  return undefined;
}
