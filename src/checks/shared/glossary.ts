import type { Place } from '../check.js';
import type { CheckContext } from '../context.js';

export interface GlossaryEntry {
  readonly term: string;
  readonly place: Place;
}

/** The explained terms, and whether the rest of the document uses a term. */
export function glossary({ department, definition, texts }: CheckContext) {
  const own = department.名词解释;
  const entries = (own ?? definition.district.名词解释 ?? []).map(({ 名词: term }, index): GlossaryEntry => {
    const path = ['名词解释', index, '名词'];
    return { term, place: { kind: own ? 'definition' : 'district', path } };
  });
  const explained = new Set(texts.stated.filter(({ path }) => path[0] === '名词解释').map(({ text }) => text));
  const rest = texts.composed.filter(
    ({ content }) => !content.some((inline) => inline.type === 'text' && explained.has(inline.text) && inline.text.length > 8),
  );
  const all = rest.map(({ text }) => text).join('\n');
  const prose = rest
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ text }) => text)
    .join('\n');
  return { entries, usedIn: (where: 'all' | 'prose', term: string) => (where === 'all' ? all : prose).includes(term) };
}
