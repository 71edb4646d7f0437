import { closest, distance } from 'fastest-levenshtein';
import { HELPERS, type HelperInfo } from './helpers.js';
import type { Shape } from './shape.js';

/** What names mean at a place of a template. */
export interface Scope {
  readonly self: Shape;
  readonly outer?: Scope;
  /** Within 逐项: the item knows its place. */
  readonly isItem?: boolean;
}

export const helperNamed = (name: string): HelperInfo | undefined => (Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined);

/** What items know of themselves: to be asked, or counted by 序数 and 编号; no words. */
export const DATA: Readonly<Record<string, Shape>> = { '@index': { kind: 'flag' }, '@last': { kind: 'flag' } };

/** What a usage wants, in words; nothing where anything will do. */
export const WANTED: Partial<Record<HelperInfo['takes'], string>> = {
  figure: '一个数',
  list: '一个列表',
  text: '文字',
  word: '加引号的文字',
  index: '@index',
};

export function isTaken(takes: HelperInfo['takes'], param: hbs.AST.Expression, shape: Shape | undefined, name: string): boolean {
  if (takes === 'word') return param.type === 'StringLiteral';
  if (takes === 'index') return shape !== undefined && pathName(param) === '@index';
  if (takes === 'text') return shape?.kind === 'text';
  if (name === '顿号') return shape?.kind === 'list' && shape.item.kind === 'text';
  return shape?.kind === takes;
}

export function quietResolve(path: hbs.AST.PathExpression, scope: Scope): Shape | undefined {
  let at: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth; depth++) at = at?.outer;
  let shape: Shape | undefined = at?.self;
  for (const part of path.parts)
    shape = shape?.kind === 'record' && Object.hasOwn(shape.fields, part as string) ? shape.fields[part as string] : undefined;
  return shape;
}

export function pathName(expression: hbs.AST.Expression): string {
  return (expression as hbs.AST.PathExpression).original;
}

/** Every dotted name under a shape, lists not entered. */
export function namesOf(shape: Shape, prefix = ''): string[] {
  if (shape.kind !== 'record') return [];
  return Object.entries(shape.fields).flatMap(([key, field]) => [prefix + key, ...namesOf(field, `${prefix}${key}.`)]);
}

/** What other template languages call our usages. */
const FOREIGN: Readonly<Record<string, string>> = { if: '如果', unless: '除非', each: '逐项', foreach: '逐项', for: '逐项' };

export function helperHint(name: string): string {
  const meant = Object.hasOwn(FOREIGN, name) ? FOREIGN[name] : undefined;
  if (meant !== undefined) return `写成 {{#${meant} …}}…{{/${meant}}}。`;
  const near = /[\p{Script=Han}]/u.test(name) ? nearest(name, Object.keys(HELPERS)) : undefined;
  return near ?? '有哪些用法，见“模板说明.md”的“模板里的用法”。';
}

export function nameHint(name: string, known: readonly string[]): string | undefined {
  if (/^[“”‘’"']/.test(name)) return '引号要用半角的，如 "…"；只有“图”“报表”的名称和“逐项”的分隔符加引号。';
  return nearest(name, known);
}

export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name, known as string[]);
  return distance(name, candidate) <= Math.max(2, name.length / 2) ? `是否为“${candidate}”？` : undefined;
}
