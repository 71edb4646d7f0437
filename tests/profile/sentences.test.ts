import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { groundedSentences, groundless, sentenceList } from '../../src/features/guide/sentence-list.js';
import { templateContext } from '../../src/narrative/context.js';
import type { Shape } from '../../src/narrative/shape.js';
import { sourcesOf } from '../../src/narrative/sources.js';
import { buildWell, profileNamed, profileOf, RICH_YAML } from './support.js';

const ROOT = join(import.meta.dirname, '../..');
const PROFILES = ['shanxi', 'shanxi-unit', 'nine-tables', 'nine-tables-unit', 'yunnan', 'yunnan-unit', 'beijing', 'beijing-unit'];

describe.each(PROFILES)('%s', (name) => {
  const profile = profileOf(profileNamed(name));

  test('its list of sentences is what its templates say now (npm run test:update writes it)', async () => {
    await expect(sentenceList(profile)).toMatchFileSnapshot(join(ROOT, `templates/句子与依据-${name}.md`));
  });

  test('each sentence rests on something that an office states', () => {
    expect(groundless(groundedSentences(profile)).map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
  });

  test('every line of its templates that prints something is in the list', () => {
    for (const path of profile.spec.大纲.flatMap((part) => part.章节 ?? [])) {
      const words = (profile.templates.get(path) ?? '')
        .replace(/\{\{[^}]*\}\}/g, '\n')
        .split(/[\n。]/)
        .map((one) => one.trim());
      const listed = groundedSentences(profile)
        .filter((one) => one.path === path)
        .map((one) => one.text)
        .join('');
      expect(
        words.filter((one) => /[^；，]/.test(one) && !listed.includes(one)),
        path,
      ).toEqual([]);
    }
  });
});

test('the registry knows the source of every variable', () => {
  const { budget } = buildWell(profileNamed('nine-tables'), RICH_YAML);
  if (!budget) throw new Error('there is no budget');
  const { spec } = profileOf(profileNamed('nine-tables'));
  const names = withItems(templateContext(budget, undefined, spec).shape);
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((one) => sourcesOf(one, spec) === undefined)).toEqual([]);
});

/** Names below records and within lists. */
function withItems(shape: Shape, prefix = ''): string[] {
  if (shape.kind === 'list') return withItems(shape.item, prefix);
  if (shape.kind !== 'record') return [];
  return Object.entries(shape.fields).flatMap(([key, field]) => [prefix + key, ...withItems(field, `${prefix}${key}.`)]);
}

test('a sentence without a fact is found', () => {
  const profile = profileOf(profileNamed('shanxi'));
  const templates = new Map(profile.templates).set('说明/09-政府采购.hbs', '## 政府采购情况\n\n{{部门}}严格执行政府采购制度。\n');
  expect(groundless(groundedSentences({ ...profile, templates })).map((one) => one.text)).toEqual(['{{部门}}严格执行政府采购制度。']);
});
