import { oncePer } from '../../plain/objects.js';
import type { CheckContext, Place } from '../check.js';
import type { DocumentText } from './text-index.js';

export interface GlossaryEntry {
  readonly term: string;
  readonly place: Place;
}

/** The explained terms, and whether the rest of the document uses a term. */
export const glossary = oncePer(({ department, definition, texts }: CheckContext) => {
  const own = department.名词解释;
  const kind = own ? 'definition' : 'district';
  const entries = (own ?? definition.district.名词解释 ?? []).map(
    ({ 名词: term }, index): GlossaryEntry => ({ term, place: { kind, path: ['名词解释', index, '名词'] } }),
  );
  const explained = new Set(texts.stated.filter(({ path }) => path[0] === '名词解释').map(({ text }) => text));
  const rest = texts.composed.filter(
    ({ content }) => !content.some((inline) => inline.text.length > 8 && inline.type === 'text' && explained.has(inline.text)),
  );
  const all = rest.map(({ text }) => text).join('\n');
  const prose = rest.filter(({ kind }) => kind === 'paragraph');
  const isTyped = (one: DocumentText) => texts.typedIn(one, 0, one.text.length) !== undefined;
  const [typed, ofTemplates] = [prose.filter(isTyped), prose.filter((one) => !isTyped(one))].map((list) =>
    list.map(({ text }) => text).join('\n'),
  ) as [string, string];
  return {
    entries,
    /** The list itself, or where it would stand. */
    place: { kind, path: ['名词解释'], part: 'key' } satisfies Place,
    appears: (term: string) => all.includes(term),
    /** A template's «没有政府购买服务…» uses no term: what a form says that there is none of needs no explanation. */
    speaksOf: (term: string) => typed.includes(term) || ofTemplates.replaceAll(`没有${term}`, '').includes(term),
  };
});
