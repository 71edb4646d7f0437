import { expect, test } from 'vitest';
import { lintTemplates } from '../../src/checks/templates/lint-templates.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { baseFiles, patch, profileLayer } from '../support/build-fixture.js';

function lint(change: string, folder = 'shanxi') {
  const files = patch({ ...baseFiles(), profile: new Map(profileLayer(folder).files) }, change);
  const { value, diagnostics } = loadProfile(`templates/${folder}`, files.profile);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return lintTemplates(value).map(
    ({ code, message, at }) =>
      `${code} ${at?.file.replace(`templates/${folder}/`, '') ?? ''}:${at?.line ?? 0}:${at?.column ?? 0} ${message}`,
  );
}

test.each(['shanxi', 'nine-tables'])('the profile %s gives no finding', (folder) => {
  expect(lint('{}', folder)).toEqual([]);
});

test('a digit typed into a template is asked about, with its place', () => {
  expect(lint('方案改动: {说明/09-政府采购.hbs: {"没有政府采购预算": "2025年没有政府采购预算"}}')).toEqual([
    'template-literal-digits 说明/09-政府采购.hbs:4:14 模板里直接写了数字“2025年”。',
  ]);
});

test('the number of an item at the beginning of a line is no figure; an amount there is', () => {
  const change = (words: string) => `方案改动: {说明/09-政府采购.hbs: {"\\n{{else}}\\n": "\\n${words}\\n{{else}}\\n"}}`;
  expect(lint(change('1.采购方式按规定办理。'))).toEqual([]);
  expect(lint(change('1.5万元以上的采购按规定办理。'))).toEqual([
    expect.stringContaining('template-literal-digits 说明/09-政府采购.hbs:5:1 模板里直接写了数字“1.5万元”。'),
  ]);
});

test('a figure that must be published and stands in no template is found', () => {
  const change = '方案改动: {说明/09-政府采购.hbs: {"{{万元 政府采购.货物}}": "若干"}}';
  expect(lint(change)).toEqual(['template-required-figure 核对.yaml:89:19 没有一个模板印出“政府采购.货物”，它必须公开。']);
});

test('the number of a table is not typed into a sentence, by whatever words', () => {
  const found = (words: string, folder = 'shanxi', path = '说明/09-政府采购.hbs') =>
    lint(`方案改动: {${path}: {"\\n{{else}}\\n": "\\n${words}\\n{{else}}\\n"}}`, folder);
  const typed = (number: string) => expect.stringMatching(new RegExp(`^template-literal-table .*:5:\\d+ 这里直接写了表号“${number}”。$`));
  expect(found('见预算公开表5。')).toEqual([typed('预算公开表5')]);
  expect(found('详见附表十六。')).toEqual([typed('附表十六')]);
  expect(found('逐个项目见表九。')).toEqual([typed('表九')]);
  expect(found('见{{报表号.收支总表}}。')).toEqual([]);
  expect(found('代表一百余人，见表内所列。')).toEqual([]);
});

test('nor into a note under a table', () => {
  expect(lint('方案改动: {报表/01-收支总表.yaml: {"标题:": "表注: [\'注：另见表五。\']\\n标题:"}}')).toEqual([
    'template-literal-table 报表/01-收支总表.yaml:2:6 这里直接写了表号“表五”。',
  ]);
});
