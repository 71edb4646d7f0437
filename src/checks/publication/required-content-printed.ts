import { fill } from '../../profile/fill.js';
import { type Check, type CheckContext, finding, type Outcome, type Place, unchecked } from '../check.js';
import { REQUIREMENTS } from '../requirements.js';
import type { LookedFor } from '../rules/rules.js';
import type { DocumentText } from '../shared/text-index.js';
import { inProfile } from '../shared/written-in.js';

/**
 * 符合：
 *     政府采购: 无
 *     核对数: 删除
 * 不符：
 *     方案改动: {说明/12-其他说明.hbs: {"政府购买服务指导性目录。\n{{else}}": "指导性目录。\n{{else}}"}}
 * 不符：
 *     方案改动: {说明/11-国有资产.hbs: {"## 国有资产占有使用情况": "## 资产情况"}}
 * 不符：
 *     方案改动: {核对.yaml: {"公开要求:": "公开要求:\n  C99: {标题: [政府采购]}"}}
 */
export const requiredContentPrinted: Check = {
  code: 'required-content-printed',
  group: '公开要求',
  severity: '错误',
  rule: '公开要求的每一条都要印在公开的文件里：看标题下面的文字和报表，不是只看标题（方案的“公开要求”写明看什么）。',
  relations: ['C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C11', 'C12', 'C13'],
  basis: '财预〔2016〕143号；财预〔2021〕29号：部门预算公开的内容',
  consequenceOf: ['not-stated'],
  run: (context) => {
    if (!context.document) return [unchecked('没有生成文件，不能核对公开要求的内容。')];
    if (context.rules.lookedFor.size === 0) return [unchecked('方案没有写“公开要求”，不能核对公开的内容是否齐全。')];
    return [...context.rules.lookedFor].flatMap(([id, one]) => look(id, one, context));
  },
};

/** One outcome a requirement: everything that is missing, or where it stands. */
function look(id: string, one: LookedFor, context: CheckContext): Outcome[] {
  const requirements = [id];
  const asked = inProfile(context.profile, '核对.yaml', ['公开要求', id]);
  if (!(id in REQUIREMENTS) && one.sentence === undefined)
    return [
      {
        ...finding(`方案的“公开要求”里有“${id}”，要求的目录里没有这一条。`, asked, { hint: '改正编号；本地自己的要求，写上“要求”。' }),
        requirements,
      },
    ];
  const { found, missing } = lookIn(one, context);
  const place = found[0]?.place;
  if (missing.length > 0)
    return missing.map((text) => ({
      ...finding(text, place ?? asked, { hint: '在模板或方案里补上；确实没有的，也要写明没有。' }),
      requirements,
    }));
  if (found.length === 0) return [];
  const message = `见${found.map(({ name }) => `“${name}”`).join('、')}。`;
  return [{ kind: 'clean', verdict: '符合', message, requirements, ...(place && { place }) }];
}

interface Looked {
  readonly found: readonly { readonly name: string; readonly place: Place }[];
  readonly missing: readonly string[];
}

function lookIn(one: LookedFor, context: CheckContext): Looked {
  const parts = [...(one.headings.length > 0 || one.words.length > 0 ? [lookForText(one, context)] : []), lookForTables(one, context)];
  return { found: parts.flatMap((part) => part.found), missing: parts.flatMap((part) => part.missing) };
}

/** Text under the headings counts, a heading alone never does; words stand in that text, or anywhere where no heading is asked for. */
function lookForText({ headings, words }: LookedFor, context: CheckContext): Looked {
  // The section that the office writes on the matter proves it before a note under a table does.
  const of = (wanted: DocumentText['kind']) => context.texts.prose.filter(({ kind }) => kind === wanted);
  const texts = [...of('paragraph'), ...of('note')];
  const parts = headings.map((names) => {
    const titles = names.map((name) => filled(name, context));
    return { names, texts: texts.filter((text) => titles.some((title) => standsUnder(text, title))) };
  });
  const within = headings.length === 0 ? texts : parts.flatMap((part) => part.texts);
  const unsaid = words.filter((names) => !within.some(({ text }) => names.some((name) => text.includes(filled(name, context)))));
  return {
    found: parts.flatMap(({ texts: [first] }) => (first ? [{ name: first.heading, place: first.place }] : [])),
    missing: [
      ...parts.filter((part) => part.texts.length === 0).map(({ names }) => `文件里没有${either(names)}这一部分的文字。`),
      ...unsaid.map((names) => `${headings.map(either).join('、') || '公开的文字'}里没有说到${either(names)}。`),
    ],
  };
}

const either = (names: readonly string[]) => `“${names.join('”或“')}”`;

function standsUnder({ heading, headings }: DocumentText, name: string): boolean {
  return heading.includes(name) || headings.some((title) => title.includes(name));
}

function lookForTables({ tables: names }: LookedFor, { tables }: CheckContext): Looked {
  const printed = names.map((name) => ({ name, table: tables.find((one) => one.name === name) }));
  return {
    found: printed.flatMap(({ table }) =>
      table
        ? [{ name: table.title, place: { kind: 'document' as const, text: `${table.label} ${table.title}`.trim(), anchor: table.id } }]
        : [],
    ),
    missing: printed.filter(({ table }) => !table).map(({ name }) => `没有印出报表“${name}”。`),
  };
}

const filled = (text: string, { year, department }: CheckContext) => fill(text, { 年度: String(year), 部门: department.部门.名称 });
