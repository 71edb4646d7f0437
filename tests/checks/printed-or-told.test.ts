import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { fitsPattern, NOT_FOR_PRINT } from '../../src/checks/publication/not-printed.js';
import { chineseDate } from '../../src/definition/dates.js';
import { REASONS } from '../../src/definition/schema/kinds.js';
import { PROJECT_TEXTS } from '../../src/definition/schema/project.js';
import { inlineText } from '../../src/document/document.js';
import { placeOfStated } from '../../src/document/figure.js';
import { figuresIn, placedTexts } from '../../src/document/walk.js';
import { profileNamed, repositoryProfile } from '../profile/support.js';
import { CLASSIFICATIONS, ROOT } from '../support/build-case.js';
import { buildFromFiles } from '../support/build-from-files.js';

// Whatever an office types is printed, or it is told that it is not: held against what stands in the document, over a
// department of each form that fills in every key there is. And whatever it is told may go: no check asks for it again.

type Tree = { [key: string]: unknown };

/** What no two keys say alike. */
const words = (name: string) => `此处写的是${name}的专用文字`;

const INDICATOR = Object.fromEntries(
  ['名称', '实施期值', '年度值', '性质', '度量单位', '属性', '说明', '权重'].map((key) => [key, words(`指标${key}`)]),
);
const PEOPLE = { 负责人: '赵大专', 经办人: '钱二专', 联系电话: '0349-6011223' };
const INDICATORS = { 产出指标: { 数量指标: [INDICATOR] } };
const FORM = {
  ...Object.fromEntries(PROJECT_TEXTS.map((key) => [key, words(key)])),
  ...PEOPLE,
  起止日期: { 开始: '2026-01-11', 结束: '2026-12-13' },
  填报日期: '2025-11-17',
  年度资金来源: { 省级财政资金: '11' },
  实施期资金来源: { 省级财政资金: '13' },
};
const WHOLE = { 年度总体目标: words('总体目标'), 主要任务: [{ 名称: words('任务名称'), 内容: words('任务内容') }], 填报日期: '2025-11-19' };

/** Every key that the sample leaves out. */
function fillIn(tree: Tree): void {
  const projects = tree.项目 as Tree[];
  const project = projects.find((one) => one.绩效目标表) ?? (projects[0] as Tree);
  project.绩效目标表 ??= {};
  const form = project.绩效目标表 as Tree;
  const [first] = Object.entries((form.指标 ?? INDICATORS) as Tree);
  const [second] = Object.keys(first?.[1] as Tree);
  Object.assign(form, FORM, { 指标: { [first?.[0] ?? '']: { [second ?? '']: [INDICATOR] } } });
  Object.assign(project, { 代码: '99887766554433', 功能科目: '2019876', 经济科目: '39876', 上年资金: { 一般公共预算: '1747' } });
  Object.assign((tree.支出 as Tree[])[0] as Tree, { 用途: words('用途') });
  tree.机构设置 = [{ 名称: words('机构名称'), 职责: words('机构职责') }];
  tree.国有资产 ??= {};
  const assets = tree.国有资产 as Tree;
  Object.assign(assets, { 截至日期: '2025-12-29', 办公用房面积: '1917', 办公用房用途: words('办公用房用途'), 车辆编制: '19' });
  assets.计划购置 = { 车辆: '37' };
  Object.assign(tree, {
    政府采购预留: { 中小企业: '23', 小微企业: '21' },
    上年执行数: { 一般公共预算: '3193' },
    其他说明: words('其他说明'),
  });
  tree.整体绩效目标表 = { ...WHOLE, ...PEOPLE, 负责人: '孙三专', 经办人: '李四专', 联系电话: '0349-6011224' };
  for (const [item, last] of [
    ['公务接待费', '2011'],
    ['公务用车运行维护费', '2013'],
  ] as const)
    if ((tree.三公经费 as Tree)[item]) ((tree.三公经费 as Tree)[item] as Tree).上年 = last;
  for (const section of ['三公经费', '上年预算']) tree[section] = { ...(tree[section] as Tree), 其余: '无' };
  tree.政府购买服务 ??= '无';
  tree.整体绩效目标 = '是';
  tree.机关运行经费 = { ...(tree.机关运行经费 as Tree), 上年: '2017' };
  tree.增减原因 = Object.fromEntries(REASONS.map((key) => [key, words(`原因${key}`)]));
}

type Sample = readonly [profile: string, folder: string, department: string, district: string];
const SAMPLES: readonly Sample[] = [
  ['shanxi', 'tests/checks', 'base.yaml', 'base-district.yaml'],
  ['nine-tables', 'tests/checks', 'nine-tables.yaml', 'nine-tables-district.yaml'],
  ['yunnan', join('tests/profile/fixtures', '云南'), '207001-虚构州示例县文化和旅游局.yaml', '区县.yaml'],
  ['beijing', join('tests/profile/fixtures', '北京'), '207001-虚构市示例区文化和旅游局.yaml', '区县.yaml'],
];

const readTree = (path: string): Tree => parse(readFileSync(join(ROOT, path), 'utf8'), { schema: 'failsafe' }) as Tree;

function buildTree([profile, folder, , district]: Sample, tree: Tree) {
  const bytes = (path: string) => readFileSync(join(ROOT, folder, path));
  const units = /fixtures/.test(folder)
    ? new Map([['图书馆.yaml', { name: '单位/图书馆.yaml', bytes: bytes('单位/图书馆.yaml') }]])
    : new Map();
  return buildFromFiles({
    department: { name: '部门.yaml', bytes: new TextEncoder().encode(stringify(tree, { lineWidth: 0 })) },
    district: { name: '区县.yaml', bytes: bytes(district) },
    units,
    classifications: CLASSIFICATIONS,
    profile: { ...profileNamed(profile), find: repositoryProfile },
  });
}

type Result = ReturnType<typeof buildTree>;
type Path = readonly (string | number)[];

const pattern = (path: Path): string => path.map((step) => (/^\d+$/.test(String(step)) ? '*' : step)).join('/');

function leaves(value: unknown, path: Path = []): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return Object.entries(value as Tree).flatMap(([key, item]) => leaves(item, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** Places whose text, or whose figure by itself or within a sum, stands in the document. */
function printed({ document }: Result, tree: Tree): Set<string> {
  if (!document) throw new Error('no document');
  const texts = placedTexts(document)
    .map(({ content }) => inlineText(content))
    .join('\n');
  const inlines = new Set(
    placedTexts(document).flatMap(({ content }) => content.flatMap((one) => (one.type === 'text' ? [one.text.trim()] : []))),
  );
  const isText = ({ text }: { readonly text: string }) => {
    const shown = /^\d{4}-\d\d-\d\d$/.test(text) ? chineseDate(text) : text;
    return inlines.has(shown) || (shown.length > 3 && texts.includes(shown));
  };
  const typed = leaves(tree).filter(isText);
  const seen = new Set<string>();
  const from = (id: string): void => {
    const record = document.figures[id];
    if (!record || seen.has(id)) return;
    seen.add(id);
    if (record.origin.kind === 'derived') record.origin.inputs.forEach(from);
  };
  for (const { content } of placedTexts(document)) for (const { figure } of figuresIn(content)) from(figure.figure);
  const stated = [...seen].flatMap((id) => {
    const { origin } = document.figures[id] as (typeof document.figures)[string];
    return origin.kind === 'stated' ? [pattern(placeOfStated(origin.path).path)] : [];
  });
  return new Set([...typed.map(({ path }) => pattern(path)), ...stated]);
}

/** None, yes and no, and what stands for the project’s money. */
const SAID_IN_WORDS = /^(?:0|无|是|否|资金总额（万?元）)$/;

const outcomesOf = ({ checks }: Result, codes: readonly string[]) =>
  (checks?.outcomes ?? []).flatMap(({ check, outcome }) => {
    const place = 'place' in outcome ? outcome.place : undefined;
    return codes.includes(check.code) && outcome.verdict !== '符合' && place?.kind === 'definition' ? [place] : [];
  });

describe.each(SAMPLES)('%s', (...sample) => {
  const tree = readTree(join(sample[1], sample[2]));
  fillIn(tree);
  const built = buildTree(sample, tree);
  const told = outcomesOf(built, ['not-printed']);

  test('what is typed is printed or told, and not both', () => {
    const here = printed(built, tree);
    const said = new Set(told.map(({ path }) => pattern(path)));
    const typed = leaves(tree).filter(
      ({ text, path }) => !SAID_IN_WORDS.test(text) && !NOT_FOR_PRINT.some((one) => fitsPattern(one, path)),
    );
    const all = new Set(typed.map(({ path }) => pattern(path)));
    const isTold = (one: string) => [...said].some((place) => `${one}/`.startsWith(`${place}/`));
    expect(all.size).toBeGreaterThan(60);
    expect([...all].filter((one) => !here.has(one) && !isTold(one))).toEqual([]);
    expect([...said].filter((one) => here.has(one))).toEqual([]);
  });

  test('what is told may go: nothing asks for it again', () => {
    const without = structuredClone(tree);
    for (const path of told.map((one) => one.path)) remove(without, path);
    const again = buildTree(sample, without);
    expect(outcomesOf(again, ['not-printed'])).toEqual([]);
    const asking = ['reason-given', 'not-stated', 'form-not-filled', 'form-has-outputs', 'form-indicators-given', 'form-period-has-money'];
    const asked = (result: Result) => new Set(outcomesOf(result, asking).map(({ path }) => pattern(path)));
    const before = asked(built);
    expect([...asked(again)].filter((one) => !before.has(one))).toEqual([]);
    expect(again.checks?.outcomes.filter(({ check, state }) => check.code === 'required-content-printed' && state === '不符')).toEqual([]);
  });

  test('every reason that is asked for is printed', () => {
    const without: Tree = { ...structuredClone(tree), 增减原因: undefined };
    delete without.增减原因;
    const missing = (buildTree(sample, without).checks?.outcomes ?? []).flatMap(({ check, diagnostic }) =>
      check.code === 'reason-given' && diagnostic ? [/填写“([^”]+)”/.exec(diagnostic.hint ?? '')?.[1] ?? ''] : [],
    );
    expect(missing.length).toBeGreaterThan(0);
    const filled = buildTree(sample, { ...without, 增减原因: Object.fromEntries(missing.map((key) => [key, words(`原因${key}`)])) });
    expect(outcomesOf(filled, ['reason-given'])).toEqual([]);
    expect(outcomesOf(filled, ['not-printed']).filter(({ path }) => path[0] === '增减原因')).toEqual([]);
  });
});

function remove(tree: Tree, path: Path): void {
  const [last] = path.slice(-1);
  const holder = path.slice(0, -1).reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], tree) as
    | Record<string | number, unknown>
    | undefined;
  if (holder === undefined || last === undefined) return;
  delete holder[last];
  if (Object.keys(holder).length === 0) remove(tree, path.slice(0, -1));
}
