import { expect, test } from 'vitest';
import type { ProfileLayer } from '../../src/profile/load-profile.js';
import { messagesOf, ORIGINAL_YAML } from '../support/build-case.js';
import { buildWith, errorsOf, filesOf, profileNamed } from './support.js';

const SHANXI = profileNamed('shanxi');

/** The Shanxi form with one passage of one file changed. */
function changed(path: string, from: string, to: string): ProfileLayer {
  const bytes = SHANXI.files.get(path);
  const text = new TextDecoder().decode(bytes);
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  return { folder: 'f', files: new Map([...SHANXI.files, ...filesOf({ [path]: text.replace(from, to) })]) };
}

/** What is found in the profile's own files; the checks over a document that could not be made are not meant here. */
const errors = (path: string, from: string, to: string) =>
  errorsOf(buildWith(changed(path, from, to), ORIGINAL_YAML)).filter((one) => one.startsWith('f/'));
const TABLE = '报表/03-支出总表.yaml';

test.each([
  [
    'a template that is not there',
    '方案.yaml',
    '概况/职责.hbs',
    '概况/职能.hbs',
    ['f/方案.yaml:17:10 profile-file-missing', 'f/概况/职责.hbs:1:1 profile-file-unused'],
  ],
  [
    'a table that is not there',
    '方案.yaml',
    '  - 报表/03-支出总表.yaml',
    '  - 报表/03-支出表.yaml',
    ['f/方案.yaml:39:5 profile-file-missing', 'f/报表/03-支出总表.yaml:1:1 profile-file-unused'],
  ],
  ['an unknown key', '方案.yaml', '目录标题:', '目录的标题:', ['f/方案.yaml:12:1 unknown-key']],
  ['no part for the tables', '方案.yaml', '    报表: 全部\n', '    章节: []\n', ['f/方案.yaml:15:1 profile-tables-unplaced']],
  [
    'tables in two parts',
    '方案.yaml',
    '    章节: [名词解释.hbs]',
    '    章节: [名词解释.hbs]\n    报表: 全部',
    ['f/方案.yaml:36:9 profile-tables-repeated'],
  ],
  [
    'an unknown variable in a short text',
    TABLE,
    '{{年度}}年预算支出总表',
    '{{年份}}年预算支出总表',
    ['f/报表/03-支出总表.yaml:2:8 template-unknown-name'],
  ],
  ['an unknown 称谓', TABLE, '{{年度}}年预算支出总表', '{{称谓.单位}}预算支出总表', ['f/报表/03-支出总表.yaml:2:8 template-unknown-name']],
  [
    'an unknown fact table',
    TABLE,
    '取数: {表: 支出}}\n  - {展开',
    '取数: {表: 支出表}}\n  - {展开',
    ['f/报表/03-支出总表.yaml:14:36 choice-invalid'],
  ],
  ['an unknown condition', TABLE, '{性质: 基本支出}', '{特性: 基本支出}', ['f/报表/03-支出总表.yaml:11:40 unknown-key']],
  ['an unknown value', TABLE, '{性质: 基本支出}', '{性质: 基本}', ['f/报表/03-支出总表.yaml:11:44 choice-invalid']],
  [
    'a condition that the fact table does not know',
    TABLE,
    '{性质: 基本支出}',
    '{年份: 本年}',
    ['f/报表/03-支出总表.yaml:11:40 profile-measure-never'],
  ],
  [
    'a row without a fact table',
    TABLE,
    '取数: {表: 支出}}\n  - {展开',
    '取数: {资金: 财政拨款}}\n  - {展开',
    ['f/报表/03-支出总表.yaml:14:37 profile-measure-without-table'],
  ],
  [
    'rows of two sides and one row at once',
    '报表/01-收支总表.yaml',
    '  - 左: [{名称: 本年收入合计',
    '  - 名称: 合计\n    左: [{名称: 本年收入合计',
    ['f/报表/01-收支总表.yaml:24:5 profile-row-mixed'],
  ],
  [
    'a row for two sides in a table of one',
    TABLE,
    '  - {展开: 功能分类, 层级: 项',
    '  - 左: [{名称: 合计, 取数: {表: 支出}}]\n  - {展开: 功能分类, 层级: 项',
    ['f/报表/03-支出总表.yaml:15:5 profile-row-unplaced'],
  ],
  ['an unknown 展开', TABLE, '展开: 功能分类', '展开: 功能', ['f/报表/03-支出总表.yaml:15:10 choice-invalid']],
  ['two tables of one name', TABLE, '名称: 支出总表', '名称: 收支总表', ['f/报表/03-支出总表.yaml:1:5 profile-table-name-repeated']],
  ['an unknown variable', '说明/03-支出预算.hbs', '支出.合计', '支出.总合', ['f/说明/03-支出预算.hbs:3:24 template-unknown-name']],
  [
    'an unknown helper',
    '说明/03-支出预算.hbs',
    '{{万元 支出.合计}}',
    '{{亿元 支出.合计}}',
    ['f/说明/03-支出预算.hbs:3:21 template-unknown-name'],
  ],
  ['an unclosed block', '说明/09-政府采购.hbs', '{{/如果}}', '', ['f/说明/09-政府采购.hbs:8:1 template-syntax']],
  [
    'a block inside a sentence',
    '说明/10-绩效管理.hbs',
    '{{绩效目标表}}',
    '见{{绩效目标表}}',
    ['f/说明/10-绩效管理.hbs:16:2 template-block-in-text'],
  ],
  [
    'cells of a form that do not fill its columns',
    '绩效目标表.yaml',
    '{取: 项目名称, 跨列: 6,',
    '{取: 项目名称, 跨列: 5,',
    ['f/绩效目标表.yaml:11:5 profile-form-grid'],
  ],
  [
    'a cell of a form that says two things',
    '绩效目标表.yaml',
    '{文字: 项目名称, 跨列: 2',
    '{文字: 项目名称, 取: 项目名称, 跨列: 2',
    ['f/绩效目标表.yaml:12:14 profile-form-field'],
  ],
  ['an unknown style', '版式.yaml', '  tableNote:', '  tableNotes:', ['f/版式.yaml:47:3 unknown-key']],
])('%s', (_, path, from, to, expected) => {
  expect(errors(path, from, to)).toEqual(expected);
});

test('is said in Chinese, with what was meant', () => {
  expect(messagesOf(buildWith(changed(TABLE, '{性质: 基本支出}', '{年份: 本年}'), ORIGINAL_YAML))).toContain(
    '数据表“支出”没有“年份”这个条件，取到的总是零。',
  );
  expect(messagesOf(buildWith(changed('方案.yaml', '概况/职责.hbs', '概况/职能.hbs'), ORIGINAL_YAML))).toContain(
    '提示：是否为“概况/职责.hbs”？',
  );
});
