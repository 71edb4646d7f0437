import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { templateContext } from '../../src/narrative/context.js';
import type { Shape } from '../../src/narrative/shape.js';
import { sourcesOf } from '../../src/narrative/sources.js';
import { groundedSentences, groundless, sentenceList } from '../support/sentence-list.js';
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

test('every variable is found with the places that it rests on, which are the same for any department', () => {
  const { budget } = buildWell(profileNamed('nine-tables'), RICH_YAML);
  if (!budget) throw new Error('there is no budget');
  const { spec } = profileOf(profileNamed('nine-tables'));
  const variables = placed(templateContext(budget, undefined, spec).shape);
  expect(variables.length).toBeGreaterThan(200);
  expect(variables.filter(([, places]) => places === undefined)).toEqual([]);
  expect(variables.map(([name]) => [name, sourcesOf(name, spec)])).toEqual(variables);
});

type PlacedName = readonly [name: string, places: readonly string[] | undefined];

/** Names below records and within lists; what has no places of its own has those above it. */
function placed(shape: Shape, prefix = '', above = shape.places): PlacedName[] {
  if (shape.kind === 'list') return placed(shape.item, prefix, shape.item.places ?? above);
  if (shape.kind !== 'record') return [];
  return Object.entries(shape.fields).flatMap(([key, field]): PlacedName[] => {
    const places = field.places ?? above;
    return [[prefix + key, places], ...placed(field, `${prefix}${key}.`, places)];
  });
}

test('what a form asks for under a name of its own rests on that place alone, as does whether there is any', () => {
  const spec = { 自有数据: { 有效期: { 类型: '文字' }, 编制: { 类型: '数量' } } } as const;
  expect(['有效期', '编制', '有编制'].map((name) => sourcesOf(`自有数据.${name}`, spec))).toEqual([
    ['自有数据/有效期'],
    ['自有数据/编制'],
    ['自有数据/编制'],
  ]);
});

test('a sentence without a fact is found', () => {
  const profile = profileOf(profileNamed('shanxi'));
  const templates = new Map(profile.templates).set('说明/09-政府采购.hbs', '## 政府采购情况\n\n{{部门}}严格执行政府采购制度。\n');
  expect(groundless(groundedSentences({ ...profile, templates })).map((one) => one.text)).toEqual(['{{部门}}严格执行政府采购制度。']);
});
