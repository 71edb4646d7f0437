import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { Profile } from '../../profile/profile.js';
import { templateTree } from '../../profile/template-tree.js';
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
  return [...literalDigits(literals, profile, rules), ...literalTableNumbers(words, profile), ...requiredFigures(profile, rules)];
}

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
