import { beforeAll, describe, expect, test } from 'vitest';
import { blocksOfType } from '../../src/document/walk.js';
import { documentToDocx } from '../../src/writers/docx/index.js';
import { documentToHtml } from '../../src/writers/html/index.js';
import { layoutDocument } from '../../src/writers/pdf/layout/layout-document.js';
import { documentToXlsx } from '../../src/writers/xlsx/index.js';
import { readSheets } from '../support/read-sheets.js';
import { ALLOWED, directFormatting } from '../writers/docx/direct-formatting.js';
import { structureFaults } from '../writers/docx/structure-faults.js';
import { all, labelsOf, part, val } from '../writers/docx/support.js';
import { fonts } from '../writers/pdf/support.js';
import { buildWell, buildWith, errorsOf, filesOf, RICH_YAML } from './support.js';

// What one table has for itself: paper, size of its text, the words over it. 甲 is as the form has it, 乙 on A3 with
// small type and a text in the middle of the line over it, 丙 upright with a text in the middle only.

const table = (name: string, more: string) =>
  `名称: ${name}\n标题: "{{年度}}年${name}"\n${more}表头:\n  - {标题: 编码, 内容: 编码}\n  - {标题: 科目, 内容: 名称}\n  - {标题: 金额, 内容: 金额}\n行:\n  - {展开: 功能分类, 层级: 项, 取数: {表: 支出}}\n`;
const FILES = {
  '方案.yaml': `继承: shanxi
名称: 各表不同
报表: [报表/甲.yaml, 报表/乙.yaml, 报表/丙.yaml]
大纲: [{标题: 报表, 报表: 全部}, {标题: 概况, 章节: [概况/职责.hbs]}]
`,
  '核对.yaml': '表间关系: []\n逐行关系: []\n必备报表: []\n公开要求: {C01: {报表: []}, C03: {报表: []}, C04: {报表: []}, C05: {报表: []}}\n',
  '报表/甲.yaml': table('甲', '方向: 横向\n'),
  '报表/乙.yaml': table(
    '乙',
    '方向: 横向\n纸张: A3\n字号: 7.5\n表头左: "填报单位：{{部门}}"\n表头中: "预算年度：{{年度}}"\n表头右: "单位：{{单位}}、%"\n',
  ),
  '报表/丙.yaml': table('丙', '表头中: "预算年度：{{年度}}"\n'),
};
const profile = (changes: Readonly<Record<string, string>> = {}) => ({ folder: 'templates/my', files: filesOf({ ...FILES, ...changes }) });
const { document } = buildWell(profile(), RICH_YAML);
const [plain, wide, middle] = blocksOfType(document, 'tableTitle');
const [normal, small] = blocksOfType(document, 'table');

describe('in the document', () => {
  test('a section of its own paper, the words over it, the size of its text', () => {
    const sheets = document.sections.slice(2).map(({ orientation, paper }) => [orientation, paper]);
    expect(sheets.slice(0, 3)).toEqual([
      ['landscape', undefined],
      ['landscape', 'A3'],
      ['portrait', undefined],
    ]);
    expect([wide?.left, wide?.middle, wide?.right]).toEqual(['填报单位：虚构市示例区文化和旅游局', '预算年度：2026', '单位：万元、%']);
    expect([plain?.middle, middle?.middle]).toEqual([undefined, '预算年度：2026']);
    expect([normal?.textSize, small?.textSize]).toEqual([undefined, 7.5]);
  });

  test('its columns fill the wider page', () => {
    const width = (columns: readonly number[] = []) => columns.reduce((sum, one) => sum + one, 0);
    expect(width(small?.columnWidths) - width(normal?.columnWidths)).toBeCloseTo(1190.55 - 841.89, 0);
  });
});

test('PDF: the page is as large, its cells are set in that size, and the middle text stands in the middle', () => {
  const { pages } = layoutDocument(document, fonts).flow;
  const page = pages.find(({ width }) => Math.round(width) === 1191);
  const texts = (page?.items ?? []).flatMap((item) => (item.kind === 'text' ? [item] : []));
  expect([page?.height, texts.find(({ text }) => text === '群众文化')?.size]).toEqual([841.89, 7.5]);
  const between = texts.find(({ text }) => text.startsWith('预算年度'));
  expect((between?.x ?? 0) / (page?.width ?? 1)).toBeCloseTo(0.47, 1);
});

describe('Word', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await documentToDocx(document, labelsOf(document));
  });

  test('sections and styles say it; nothing is formatted by hand', () => {
    const sizes = all(part(bytes, 'word/document.xml'), 'w:pgSz').map(({ attributes }) => [attributes['w:w'], attributes['w:h']]);
    expect(sizes).toContainEqual(['23811', '16838']);
    expect([...directFormatting(bytes).keys()].filter((name) => ALLOWED[name] === undefined)).toEqual([]);
    const used = new Set(all(part(bytes, 'word/document.xml'), 'w:pStyle').map(val));
    const known = new Set(all(part(bytes, 'word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']));
    expect([...used].filter((id) => !known.has(id))).toEqual([]);
    expect([...used]).toEqual(
      expect.arrayContaining(['TableTextSize150', 'TableAmountSize150', 'TableInfoLandscapeA3Middle', 'TableInfoMiddle']),
    );
    expect(structureFaults(bytes)).toEqual([]);
  });
});

test('Excel: paper, size and the three texts', async () => {
  const sheets = readSheets(await documentToXlsx(document));
  expect(sheets.map(({ xml }) => /paperSize="(\d+)"/.exec(xml)?.[1])).toEqual(['9', '8', '9']);
  expect(sheets[1]?.cells.flatMap(({ shown }) => (shown === '' ? [] : [shown])).slice(0, 5)).toEqual([
    '预算公开表2',
    '2026年乙',
    '填报单位：虚构市示例区文化和旅游局',
    '预算年度：2026',
    '单位：万元、%',
  ]);
});

test('the web page prints on that paper', () => {
  const html = documentToHtml(document);
  expect(html).toContain('<div class="sheet wide landscapeA3">');
  expect(html).toContain('<span>填报单位：虚构市示例区文化和旅游局</span><span>预算年度：2026</span><span>单位：万元、%</span>');
});

test('what fits on the large page does not fit on the usual one; the message says what can be done', () => {
  const columns = Array.from({ length: 24 }, (_, index) => `  - {标题: 栏${index}, 内容: 金额}\n`).join('');
  const rich = (more: string) => `${table('甲', more).replace('  - {标题: 金额, 内容: 金额}\n', columns)}`;
  expect(errorsOf(buildWith(profile({ '报表/甲.yaml': rich('方向: 横向\n纸张: A3\n字号: 8\n') }), RICH_YAML)).join()).not.toContain(
    'table-too-wide',
  );
  const { diagnostics } = buildWith(profile({ '报表/甲.yaml': rich('方向: 横向\n字号: 10\n') }), RICH_YAML);
  expect(diagnostics.map(({ message, hint }) => `${message}${hint}`)).toContainEqual(
    '“2026年甲”有 26 栏，横页上用 10 磅的字放不下。在这个报表文件里写“纸张: A3”或小一些的“字号”，或减少栏目、分成两张表、减少“表内金额”的小数位数。',
  );
});

test.each([
  ['a paper that is none', '纸张: B5\n', '报表/甲.yaml:3:5 choice-invalid'],
  ['a size that nobody can read', '字号: 2\n', '报表/甲.yaml:3:5 number-invalid'],
  ['a variable that nobody fills', '表头中: "{{年份}}"\n', '报表/甲.yaml:3:9 template-unknown-name'],
])('%s', (_, more, expected) => {
  expect(errorsOf(buildWith(profile({ '报表/甲.yaml': table('甲', more) }), RICH_YAML))).toEqual([`templates/my/${expected}`]);
});
