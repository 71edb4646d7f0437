import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Budget, computeBudget } from '../../src/budget/budget.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { inlineText, itemContent } from '../../src/document/document.js';
import type { NarrativeBlock } from '../../src/narrative/markup.js';
import { writeNarrative } from '../../src/narrative/write-narrative.js';
import type { Profile } from '../../src/profile/profile.js';
import { readOwnData } from '../../src/profile/stated-kinds.js';
import { profileNamed, profileOf } from '../profile/support.js';
import { ROOT } from '../support/build-case.js';
import { patch } from '../support/build-fixture.js';
import { classifications } from '../support/classifications.js';
import type { Tree } from '../support/random-budget.js';
import { branchesOf, takenBranches } from './branches.js';

// Departments of turns.yaml take every branch of every template, and what is printed then reads as sentences do. Branches
// are those that the templates have: one that no department takes fails here.

/** Whose unit is turned this way and that for which form. */
const BASES = {
  shanxi: 'data/示例',
  'nine-tables': 'data/示例',
  yunnan: 'tests/profile/fixtures/云南',
  beijing: 'tests/profile/fixtures/北京',
} as const;
const OWN_TURNS = { shanxi: '山西：', 'nine-tables': '九表：', yunnan: '云南：', beijing: '北京：' } as const;
type Form = keyof typeof BASES;
const FORMS = (Object.keys(BASES) as Form[]).flatMap((form) => [[form, form] as const, [`${form}-unit`, form] as const]);

/** 机关运行经费 of last year is never negative; the phrase may be given another change. */
const OUT_OF_REACH = /^词句\/比上年预算\.hbs:\d+:\d+ else 如果 有增减率$/;

const readTree = (path: string) => parse(readFileSync(join(ROOT, path), 'utf8'), { schema: 'failsafe' }) as Tree;
const TURNS = readTree('tests/narrative/turns.yaml') as Readonly<Record<string, Tree>>;

/** The texts of a block; a block of another kind is a line of its own. */
function linesOf(block: NarrativeBlock): string[] {
  if (block.kind === 'list') return block.items.map((item) => inlineText(itemContent(item)));
  return block.kind === 'block' ? [] : [inlineText(block.content)];
}

/** A turned department's budget. */
function turned(profile: Profile, form: Form, change: Tree): Budget {
  const base = {
    department: readTree(`${BASES[form]}/单位/图书馆.yaml`),
    district: readTree(`${BASES[form]}/区县.yaml`),
    profile: new Map(),
  };
  const { department, district } = patch({ ...base, department: { ...base.department, 金额单位: '万元' } }, stringify(change));
  const file = (path: string, tree: Tree) => ({ name: path, bytes: new TextEncoder().encode(stringify(tree, { lineWidth: 0 })) });
  const definition = loadDefinition(file('部门.yaml', department), file('区县.yaml', district), new Map());
  if (!definition.value) throw new Error(JSON.stringify(definition.diagnostics));
  return computeBudget(readOwnData(definition.value, profile.spec).definition, classifications, profile.spec);
}

function written(budget: Budget, profile: Profile): NarrativeBlock[] {
  const { narrative, diagnostics } = writeNarrative(budget, profile, {});
  if (!narrative) throw new Error(JSON.stringify(diagnostics));
  return [...narrative.chapters.values()].flat();
}

/** What no sentence may have in it, whoever it speaks of. */
const SLIPS: Readonly<Record<string, RegExp>> = {
  'punctuation after punctuation': /[，。；：、（][，。；：、）]|^[，。；、）]/,
  'an amount of change that is none': /(?:增加|减少|增长|下降)0(?![.\d])/,
  'a count of none of what is listed': /(?<![\d.,])0[个家项]/,
  'a unit twice': /(万?元|个|家|辆|%)\1/,
  'a word twice': /([\u4e00-\u9fff]{2,8})\1/,
  'a number without a unit': /\d(?![\d.,]|万?元|年|月|日|%|[个家辆台人项册]|平方米|台|（[套含]|[.．（）、]|场|天|月底)/,
  'what nobody stated': /undefined|null|NaN|[{}〔〕\uE000-\uF8FF]/,
};

/** What is wrong with a paragraph, and where a section ends in the air. */
function slipsIn(blocks: readonly NarrativeBlock[]): string[] {
  return blocks.flatMap((block, index) => {
    const lines = linesOf(block);
    const slips = lines.flatMap((line) => Object.entries(SLIPS).flatMap(([slip, shape]) => (shape.test(line) ? [`${slip}: ${line}`] : [])));
    const last = lines.at(-1) ?? '。';
    const next = blocks[index + 1]?.kind ?? 'heading';
    const end = block.kind === 'heading' ? /[^。；，]$/ : next === 'heading' ? /。$/ : /[。：；]$/;
    return end.test(last) ? slips : [...slips, `ends so: ${last}`];
  });
}

describe.each(FORMS)('%s', (name, form) => {
  const profile = profileOf(profileNamed(name));
  const turns = Object.entries({ 原样: {}, ...TURNS }).filter(([turn]) => !turn.includes('：') || turn.startsWith(OWN_TURNS[form]));
  const budgets = turns.map(([turn, change]) => [turn, turned(profile, form, change)] as const);
  const texts = budgets.map(([turn, budget]) => [turn, written(budget, profile)] as const);

  test('every branch of its templates is taken', () => {
    const taken = new Set(budgets.flatMap(([, budget]) => [...takenBranches(budget, profile)]));
    const all = branchesOf(profile);
    expect(all.length).toBeGreaterThan(40);
    const left = all.filter(({ id }) => !taken.has(id)).map(({ id, condition }) => `${id} ${condition}`);
    expect(left.filter((branch) => !OUT_OF_REACH.test(branch))).toEqual([]);
  });

  test('what they print reads as sentences do', () => {
    expect(texts.flatMap(([turn, blocks]) => slipsIn(blocks).map((slip) => `${turn}: ${slip}`))).toEqual([]);
  });

  test('a unit speaks of itself as one', () => {
    const own = texts
      .flatMap(([, blocks]) => blocks.flatMap(linesOf))
      .filter((line) => !line.includes('：指') && /本部门|部门(?:预算|情况|整体|项目|财务)/.test(line));
    expect(name.endsWith('-unit') ? own : []).toEqual([]);
  });
});
