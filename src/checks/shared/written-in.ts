import type { Inline } from '../../document/document.js';
import type { Profile } from '../../profile/profile.js';
import { WHOLE_FORM_ID } from '../../tables/form-grid.js';
import type { CheckContext } from '../check.js';
import type { DocumentPlace, Path, ProfilePlace } from '../place.js';
import type { TextIndex } from './text-index.js';

/**
 * Where the profile says what the document prints in a place: the line of a template, a table's file, the form's, the outline.
 * Whoever reads a finding has to know which file to open.
 */
export function writtenIn(place: DocumentPlace, { profile, tables, texts }: CheckContext): ProfilePlace {
  const table = tables.find(({ id }) => place.anchor === id);
  if (table) return inProfile(profile, profile.spec.报表[table.number - 1] ?? OUTLINE, ['标题']);
  if (place.anchor?.startsWith('form-'))
    return inProfile(profile, place.anchor.startsWith(WHOLE_FORM_ID) ? '整体绩效目标表.yaml' : '绩效目标表.yaml');
  const chart = /^chart-(\d+)$/.exec(place.anchor ?? '')?.[1];
  if (chart !== undefined) return inProfile(profile, OUTLINE, ['图', Object.keys(profile.spec.图 ?? {})[+chart - 1] ?? '']);
  const part = /^part-(\d+)$/.exec(place.anchor ?? '')?.[1];
  return templatePlace(place, texts, profile) ?? inProfile(profile, OUTLINE, part === undefined ? [] : ['大纲', +part - 1, '标题']);
}

const OUTLINE = '方案.yaml';

/** A place in a YAML file of the profile: in whichever layer states it. */
export function inProfile(profile: Profile, file: string, path: Path = []): ProfilePlace {
  return { kind: 'profile', at: () => profile.locate(file, path, 'key') };
}

/** Where a template names a variable; the outline, where none does. */
export function whereTemplatesName(variable: string, profile: Profile): ProfilePlace {
  const found = [...profile.templates].find(([, source]) => source.includes(variable));
  return found ? lineOf(found, found[1].indexOf(variable), profile) : inProfile(profile, OUTLINE, ['大纲']);
}

/**
 * The line of a template that a text of the document was written in: of the one that holds most of the words that nobody
 * typed, where their longest stretch stands; or the template that the nearest heading is named after. Undefined where no template can be told.
 */
export function templatePlace({ text, content = [] }: DocumentPlace, texts: TextIndex, profile: Profile): ProfilePlace | undefined {
  const likely = [...profile.templates].sort(([one], [other]) => Number(isNamed(other, text)) - Number(isNamed(one, text)));
  const stretches = untyped(content, texts);
  const held = (source: string) => stretches.filter((stretch) => source.includes(stretch)).reduce((sum, { length }) => sum + length, 0);
  // The one that holds most of the words; of several, the likeliest.
  const best = likely.reduce<(typeof likely)[number] | undefined>(
    (most, one) => (held(one[1]) > (most ? held(most[1]) : 0) ? one : most),
    undefined,
  );
  const longest = best && stretches.find((stretch) => best[1].includes(stretch));
  if (best && longest !== undefined) return lineOf(best, best[1].indexOf(longest), profile);
  const under = likely.flatMap((template) => underHeading(template, text)).at(0);
  if (under) return lineOf(...under, profile);
  const [first] = likely;
  return first && isNamed(first[0], text) ? lineOf(first, Math.max(0, first[1].lastIndexOf('{{名称}}')), profile) : undefined;
}

/** Where a template goes on under the heading that a text stands under: the line of what is nothing but an answer. */
function underHeading(template: readonly [string, string], text: string): (readonly [readonly [string, string], number])[] {
  const [, source] = template;
  return [...source.matchAll(/^#+ *([^\n{}]+)\n+(?=[^\n#])/gm)].flatMap((found) =>
    text.endsWith(found[1] ?? '') ? [[template, found.index + found[0].length] as const] : [],
  );
}

/** A usage prints it behind the figure: the template does not have it. */
const UNIT = /^(?:万元|元|%)/;

/** Words of the template, the longest first; numbers alone stand everywhere. */
function untyped(content: readonly Inline[], texts: TextIndex): string[] {
  const words = content.flatMap((inline) =>
    inline.type === 'text' && !texts.isTyped(inline.text) ? [inline.text.replace(UNIT, '').trim()] : [],
  );
  return words.filter((word) => /\p{Script=Han}/u.test(word)).sort((one, other) => other.length - one.length);
}

/** «概况/机构设置.hbs» under the heading «二、机构设置情况». */
function isNamed(path: string, heading: string): boolean {
  const name = /([^/\d-]+)\.hbs$/.exec(path)?.[1];
  return name !== undefined && heading.includes(name);
}

function lineOf([path, source]: readonly [string, string], index: number, profile: Profile): ProfilePlace {
  const before = source.slice(0, index).split('\n');
  const at = { file: profile.display(path), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { kind: 'profile', at: () => at };
}
