import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { profileFindings } from '../../src/features/check-templates/command.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { documentToDocx } from '../../src/writers/docx/index.js';
import { buildWell, buildWith, errorsOf, filesOf, RICH_YAML, repositoryProfile } from '../profile/support.js';
import { budgetOf } from '../support/budget-of.js';

/** A form whose cover has these lines. */
const withCover = (lines: string, layout = '') => ({
  folder: 'templates/my',
  files: filesOf({
    '方案.yaml': `继承: nine-tables\n名称: 我的\n封面:\n${lines}`,
    ...(layout !== '' && { '版式.yaml': layout }),
  }),
});

const TITLE = '  - {文字: "{{地区}}{{年度}}年{{级次}}{{称谓.主体}}预算", 样式: coverTitle}\n';
const NOTE = '  - {文字: "预算主管部门：{{部门}}", 样式: coverNote}\n';

test.each([
  ['the note falls off the page', TITLE + TITLE + NOTE, '', 'templates/my/方案.yaml:6:'],
  ['a title falls off it', TITLE.repeat(9) + NOTE, '', 'templates/my/方案.yaml:'],
  ['the empty space is too high', NOTE, '封面上空: 400\n', 'templates/my/方案.yaml:4:'],
])('a cover that one page does not hold is told, by a department and by the form alone: %s', (_, lines, layout, at) => {
  const profile = withCover(lines, layout);
  const errors = errorsOf(buildWith(profile, RICH_YAML)).filter((one) => one.includes('cover-too-tall'));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(at);
  const alone = profileFindings(loadProfile(profile.folder, profile.files, { find: repositoryProfile }), budgetOf({}));
  expect(alone.map(({ code }) => code)).toEqual(['cover-too-tall']);
});

test('one that it holds is not', () => {
  expect(errorsOf(buildWith(withCover(TITLE + NOTE, '样式: {coverNote: {段前: 200}}\n'), RICH_YAML))).toEqual([]);
});

test('Word breaks a title of the cover where the layout does, not where its line is full', async () => {
  const { document } = buildWell(withCover(TITLE + NOTE, '样式: {coverNote: {段前: 200}}\n'), RICH_YAML);
  const labels = { get: () => '1' } as unknown as ReadonlyMap<string, string>;
  const xml = strFromU8(unzipSync(await documentToDocx(document, labels))['word/document.xml'] ?? new Uint8Array());
  const lines = xml.slice(0, xml.indexOf('预算主管部门')).split('<w:br/>');
  expect(lines).toHaveLength(2);
  expect(lines[0]?.replace(/<[^>]+>/g, '')).toMatch(/区$/);
});
