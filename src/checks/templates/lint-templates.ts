import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { Profile } from '../../profile/profile.js';
import { templateTree } from '../../profile/template-tree.js';
import { REQUIREMENTS } from '../requirements.js';
import { type Rules, resolveRules } from '../rules/rules.js';
import { literalTableNumbers, tableNumbersIn, type Words } from './literal-table-numbers.js';

interface Literal {
  readonly path: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * `check --templates`: what a profile's author should look at. Names, helpers and missing files are refused when the
 * profile is read; this asks about digits typed into words, and about figures that nobody prints.
 */
export function lintTemplates(profile: Profile): Diagnostic[] {
  const rules = resolveRules(profile.checkRules);
  const literals = [...profile.templates].flatMap(([path, source]) => literalsOf(path, templateTree(profile.templates, source)));
  const words = [
    ...literals.map((literal) => ({ text: literal.text, at: (index: number) => placeIn(literal, index, profile) })),
    ...notes(profile),
  ];
  return [
    ...strayMarks(literals, profile),
    ...residue(literals, profile, rules),
    ...strangeRequirements(profile, rules),
    ...literalDigits(literals, profile, rules),
    ...literalTableNumbers(words, profile),
    ...requiredFigures(profile, rules),
  ];
}

/** What is printed as it stands, though it was meant as a mark: braces of another kind, headings of other levels, HTML, Markdown. */
const MARKS: readonly (readonly [pattern: RegExp, what: string, hint: string])[] = [
  [/[{}｛｝]/, '花括号', '变量用两个半角的花括号，如 {{万元 支出.总计}}；前面不加“\\”。'],
  [/(?<=^|\n)(?:#|#{4,})(?=[^#\n])/, '“#”', '标题只有 ## 和 ###，后面空一格；部分的标题写在“方案.yaml”的“大纲”里。'],
  [/(?<=^|\n)(?:[-*+] |> )/, '“- ”', '编号的各项写“（一）”“1.”，没有编号的直接另起一行。'],
  [/\*\*|<\/?[a-z]+[^>]*>/i, '标记', '模板里只有 ## 和 ### 两种标题，别的都是照印的文字。'],
];

const strayMarks = (literals: readonly Literal[], profile: Profile): Diagnostic[] =>
  literals.flatMap((literal) =>
    MARKS.flatMap(([pattern, what, hint]): Diagnostic[] => {
      const index = literal.text.search(pattern);
      if (index < 0) return [];
      return [
        { code: 'template-syntax', severity: 'error', message: `这里的${what}会照样印出。`, at: placeIn(literal, index, profile), hint },
      ];
    }),
  );

/** Words that every disclosure of the form would print and that its check would refuse. */
const residue = (literals: readonly Literal[], profile: Profile, { leftovers }: Rules): Diagnostic[] =>
  literals.flatMap((literal) =>
    leftovers.flatMap(({ pattern, note = '是没有填写完的内容' }): Diagnostic[] => {
      const found = pattern.exec(literal.text.replace(/^#+/gm, blank));
      if (!found || found[0].trim() === '' || /[{}｛｝]/.test(found[0])) return [];
      const hint = '写成变量或固定的话，或删去；确实要这样印的，换一种说法。';
      const at = placeIn(literal, found.index, profile);
      return [{ code: 'template-residue', severity: 'error', message: `“${found[0].trim()}”${note}。`, at, hint }];
    }),
  );

/** A requirement that the program does not know and that says nothing of its own is looked for by nobody. */
const strangeRequirements = ({ locate }: Profile, { lookedFor }: Rules): Diagnostic[] => {
  const known = Object.entries(REQUIREMENTS).flatMap(([id, { kind }]) => (kind === '公开要求' ? [id] : []));
  return [...lookedFor]
    .filter(([id, { sentence }]) => sentence === undefined && !known.includes(id))
    .map(([id]) => ({
      code: 'unknown-key',
      severity: 'error',
      message: `“公开要求”里没有“${id}”这一条。`,
      at: locate('核对.yaml', ['公开要求', id], 'key'),
      hint: `现有：${known.join('、')}；本地另有的，写上“要求”。`,
    }));
};

/** What stands under the tables. */
const notes = ({ tables, spec, locate }: Profile): Words[] =>
  tables.flatMap(({ 表注: under = [] }, table) =>
    under.map((text, index) => ({ text, at: () => locate(spec.报表[table] ?? '', ['表注', index]) })),
  );

/** The words of a template, between its tags. */
function literalsOf(path: string, tree: hbs.AST.Program): Literal[] {
  const found: Literal[] = [];
  const visit = (program: hbs.AST.Program | undefined): void => {
    for (const node of program?.body ?? []) {
      if (node.type === 'ContentStatement')
        found.push({ path, text: (node as hbs.AST.ContentStatement).value, line: node.loc.start.line, column: node.loc.start.column + 1 });
      if (node.type === 'BlockStatement') {
        visit((node as hbs.AST.BlockStatement).program);
        visit((node as hbs.AST.BlockStatement).inverse);
      }
    }
  };
  visit(tree);
  return found;
}

/** «1.项目概述»: the number of an item, at the beginning of a line. */
const ITEM_NUMBER = /(?<=\n)\d{1,2}[.．](?!\d)/g;
const blank = (words: string): string => '　'.repeat(words.length);

/** A figure in a template is never checked and never follows the budget: every digit is asked about. */
function literalDigits(literals: readonly Literal[], profile: Profile, { allowedDigits }: Rules): Diagnostic[] {
  return literals.flatMap((literal) => {
    const { text } = literal;
    const named = tableNumbersIn(text, profile).map(({ number }) => number);
    const masked = [...allowedDigits, ...named].reduce((rest, known) => rest.replaceAll(known, blank), text.replace(ITEM_NUMBER, blank));
    return [...masked.matchAll(/\d[\d,.]*\s*(?:年|万元|元|%)?/g)].map((found): Diagnostic => {
      const at = placeIn(literal, found.index, profile);
      const hint = '金额和年份用变量印出；不是预算数的，写进“核对.yaml”的“模板中的数字”。';
      return { code: 'template-literal-digits', severity: 'warning', message: `模板里直接写了数字“${found[0]}”。`, at, hint };
    });
  });
}

function placeIn({ path, text, line, column }: Literal, index: number, { display }: Profile): SourceLocation {
  const before = text.slice(0, index).split('\n');
  const within = before.at(-1)?.length ?? 0;
  return { file: display(path), line: line + before.length - 1, column: (before.length === 1 ? column : 1) + within };
}

/** Each figure that must be printed is named by some template, by itself or inside what a partial is given. */
function requiredFigures({ templates, locate }: Profile, { lookedFor }: Rules): Diagnostic[] {
  const names = [...lookedFor].flatMap(([id, { figures }]) =>
    figures.map((name, index) => ({ name, path: ['公开要求', id, '数据', index] })),
  );
  const sources = [...templates.values()].join('\n');
  const used = (name: string): boolean => {
    const steps = name.split('.');
    const prefixes = steps.map((_, index) => steps.slice(0, index + 1).join('.'));
    return prefixes.some((prefix) =>
      new RegExp(`\\{\\{[^{}]*(?<![\\p{L}.])${prefix.replaceAll('.', '\\.')}(?![\\p{L}\\d.])`, 'u').test(sources),
    );
  };
  return names
    .filter(({ name }) => !used(name))
    .map(({ name, path }) => ({
      code: 'template-required-figure',
      severity: 'error',
      message: `没有一个模板印出“${name}”，它必须公开。`,
      at: locate('核对.yaml', path),
      hint: `在模板里写上 {{… ${name}}}。`,
    }));
}
