import { FROM_PREVIOUS } from '../definition/carried-over-words.js';
import type { Member } from '../definition/definition.js';
import { NONE, REST } from '../definition/fields.js';
import type { YamlTree } from '../definition/parse-yaml.js';
import { valueAt } from '../definition/problem.js';
import { EXPENDITURE_NATURES, THREE_PUBLIC_ITEMS } from '../definition/schema/kinds.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Decimal } from '../money/decimal.js';
import { typedAmount } from '../money/parse-amount.js';
import { defined, forEachKey, isPlainObject } from '../plain/objects.js';
import type { Path } from './place-names.js';
import { type Identity, otherOfSameCode, type PreviousMember, type PreviousYear, previousMember } from './previous-year.js';

type Tree = Record<string, unknown>;

export interface TakenOver {
  readonly tree: YamlTree;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A department's file with last year's figures put in: where it says 取自上年文件, and where it says nothing at all.
 * `unneeded`: only the file's own year is wanted, so whatever it says of the year before may stay open.
 */
export function takePreviousYear(tree: YamlTree, previous: PreviousYear | 'unneeded' | undefined): TakenOver {
  if (!isPlainObject(tree.value)) return { tree, diagnostics: [] };
  const content = { ...tree.value };
  const unit = identityOf(content);
  const found = previous === 'unneeded' ? undefined : previousMember(previous, unit);
  const open = openPlaces(content);
  if (!found && open.length === 0) return { tree, diagnostics: [] };
  const fileUnit = content['金额单位'] === '万元' ? '万元' : '元';
  putIn(content, found, (yuan) => typedAmount(yuan, fileUnit));
  const diagnostics = found || previous === 'unneeded' ? [] : open.map((path) => missing(path, tree, otherOfSameCode(previous, unit)));
  return { tree: { ...tree, value: content }, diagnostics };
}

function identityOf(content: Tree): Identity {
  const department = content['部门'];
  const stated = (key: keyof Identity) => (isPlainObject(department) && typeof department[key] === 'string' ? department[key] : undefined);
  return { 代码: stated('代码'), 名称: stated('名称'), 原名称: stated('原名称') };
}

/** Where the file says that last year's file is to be read. */
function openPlaces(content: Tree): Path[] {
  const paths: Path[] = [
    ['上年预算'],
    ['上年支出'],
    ...THREE_PUBLIC_ITEMS.map((item) => ['三公经费', item, '上年']),
    ['机关运行经费', '上年'],
    ...projectsOf(content).map((_, index) => ['项目', index, '上年资金']),
  ];
  return paths.filter((path) => valueAt(content, path) === FROM_PREVIOUS);
}

const projectsOf = (content: Tree): readonly unknown[] => (Array.isArray(content['项目']) ? content['项目'] : []);

function putIn(content: Tree, found: PreviousMember | undefined, write: (yuan: Decimal) => string): void {
  const texts = (value: unknown): unknown =>
    value instanceof Decimal ? write(value) : Object.fromEntries(Object.entries(value ?? {}).map(([key, each]) => [key, texts(each)]));
  if (isOpen(content, '上年预算')) content['上年预算'] = found ? { ...(texts(found.figures.上年预算) as Tree), [REST]: NONE } : {};
  if (content['上年支出'] === FROM_PREVIOUS)
    content['上年支出'] = found ? found.member.content.支出.map((leaf) => typedLeaf(leaf, texts)) : [];
  if (projectsOf(content).length > 0) content['项目'] = projectsOf(content).map((project) => withLastYear(project, found, texts));
  for (const item of THREE_PUBLIC_ITEMS) putAmount(content, ['三公经费', item], found?.figures.三公经费上年[item], texts);
  putAmount(content, ['机关运行经费'], found?.figures.机关运行经费上年, texts);
}

/** A project that says so is given the money of last year's project of the same name; one that is not there had none. */
function withLastYear(project: unknown, found: PreviousMember | undefined, texts: (value: unknown) => unknown): unknown {
  if (!isPlainObject(project) || project['上年资金'] !== FROM_PREVIOUS) return project;
  const before = found?.member.content.项目?.find(({ 名称: name }) => name === project['名称']);
  return { ...project, 上年资金: before ? texts(before.资金) : NONE };
}

/** A 项 of last year as this year's file would state it; what it was spent on is this year's to say. */
function typedLeaf(leaf: Member['content']['支出'][number], texts: (value: unknown) => unknown): Tree {
  const { 科目, 名称 } = leaf;
  return defined({ 科目, 名称, ...forEachKey(EXPENDITURE_NATURES, (nature) => leaf[nature] && texts(leaf[nature])) });
}

/** Not written at all, or with the word for it. A key without a value is a mistake that the schema will name. */
const isOpen = (at: Tree, key: string): boolean => !Object.hasOwn(at, key) || at[key] === FROM_PREVIOUS;

/** Sets 上年 in a section; makes the section where it is missing and there is something to say. */
function putAmount(content: Tree, path: readonly string[], value: unknown, texts: (value: unknown) => unknown): void {
  let at = content;
  for (const step of path) {
    const next = Object.hasOwn(at, step) ? at[step] : {};
    if (!isPlainObject(next) || (value === undefined && !Object.hasOwn(at, step))) return;
    at = at[step] = { ...next };
  }
  if (!isOpen(at, '上年')) return;
  if (value !== undefined) at['上年'] = texts(value);
  else if (at['上年'] === FROM_PREVIOUS) at['上年'] = '0';
}

function missing(path: Path, tree: YamlTree, other: Member | undefined): Diagnostic {
  if (other) return anotherUnit(path, tree, other);
  const message = `“${path.join('/')}”写的是${FROM_PREVIOUS}，但没有读到上年的文件。`;
  const hint = '核对 data/ 里上年的文件夹有没有代码相同的部门、那份文件有没有错误；确实没有的，填写上年的金额。';
  return { code: 'previous-year-missing', severity: 'error', message, at: tree.locate(path), hint };
}

/** Its figures are another office's, unless this one was renamed and says so. */
function anotherUnit(path: Path, tree: YamlTree, { content: { 部门: other }, locate }: Member): Diagnostic {
  const message = `“${path.join('/')}”写的是${FROM_PREVIOUS}，而上年代码 ${other.代码} 的文件是“${other.名称}”的，没有取它的数。`;
  const hint = `今年由它更名的，在“部门”里写“原名称: ${other.名称}”；不是同一个部门的，填写上年的金额。`;
  const related = [{ message: '上年的名称', at: locate(['部门', '名称']) }];
  return { code: 'previous-year-missing', severity: 'error', message, at: tree.locate(path), related, hint };
}
