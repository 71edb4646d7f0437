import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inlineText, itemContent } from '../../src/document/document.js';
import { squeeze } from '../support/document-text.js';
import {
  type Correction,
  type ExpectedSentence,
  expectedForms,
  expectedSentences,
  expectedTables,
  originalCase,
} from '../support/original.js';

// The page that says where the sample's document departs from the published original, and why. What it is made from is held
// by the other tests of this folder against the document itself; what stands only in the document is looked up in it here.
const { document, definition, tables, diagnostics, checks } = originalCase();
const sentences = expectedSentences();

type Row = readonly string[];
const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '／') || '（空）').join(' | ')} |`)
    .join('\n');

const placeOf = ({ 节: section, 小节: part, 序号: number }: ExpectedSentence): string =>
  [section, part, number].filter((one) => one !== undefined).join(' ');
const rowsOf = (place: string, corrections: readonly Correction[] = []): Row[] =>
  corrections.map(({ 位置: at, 原文, 更正, 理由 }) => [at === undefined ? place : `${place}，${at}`, 原文, 更正, 理由]);

const corrected: Row[] = [
  ...sentences.flatMap((one) => rowsOf(placeOf(one), one.更正)),
  ...expectedTables().flatMap((one) =>
    rowsOf(
      `表${one.编号}`,
      one.更正?.filter(({ 原文 }) => !原文.startsWith('注：')),
    ),
  ),
  ...expectedForms().flatMap((one) =>
    rowsOf(
      `绩效目标表“${one.项目名称}”`,
      one.更正.filter(({ 更正 }) => 更正 !== ''),
    ),
  ),
];
const notes: Row[] = expectedTables().flatMap(({ 编号: number, 注: note = '' }) => {
  const ours = tables[number - 1]?.notes.join('') ?? '';
  if (ours === note) return [];
  const why = ours.includes('无数据') ? '财预〔2016〕143号：空表要说明没有哪一项' : '尾差说明印在有尾差的表下，没有尾差的不印';
  return [[`表${number}`, note, ours, why]];
});
const repeated: Row[] = sentences
  .filter((one) => one.原稿次数 !== undefined)
  .map((one) => [placeOf(one), one.说明 ?? '只保留一遍', one.文?.slice(0, 24) ?? '']);
/** What is said of the record itself is none of the reader's business. */
const plain = (doubt: string): string =>
  doubt.replace(/；?requirements[^，；。]*(?:，?表?头?按?原?样?照录(?:不改)?)?/g, '').replace(/（X-2）|C02 要求/g, '');
const kept: Row[] = [
  ...sentences.flatMap((one) => (one.存疑 ?? []).map((doubt) => [placeOf(one), plain(doubt)])),
  ...expectedTables().flatMap((one) => (one.存疑 ?? []).map((doubt) => [`表${one.编号}`, plain(doubt)])),
  ...expectedForms().flatMap((one) =>
    one.更正
      .filter(({ 更正 }) => 更正 === '')
      .map(({ 位置, 原文, 理由 }) => [`绩效目标表“${one.项目名称}”，${位置}：${原文}`, plain(理由)]),
  ),
];
const acknowledged: Row[] = (definition?.department.已确认的提醒 ?? []).map((one) => [one.检查, one.内容 ?? '', one.理由]);
const blanks: Row[] = diagnostics
  .filter(({ code }) => ['not-stated', 'form-not-filled', 'reason-given'].includes(code))
  .map(({ message, hint = '' }) => [message.replace('文件里要说它的话都没有印。', ''), hint]);

const bare = (text: string): string =>
  squeeze(text).replace(/^第[一二三四]部分|^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.、])/, '');
const blocks = document.sections.flatMap((section) => section.blocks);

test('the document says nothing that the original does not say', () => {
  const known = sentences.flatMap(({ 文: text }) => (text === undefined ? [] : [squeeze(text).replace(/[。；：]$/, '')]));
  const longestFirst = known.toSorted((one, other) => other.length - one.length);
  const paragraphs = blocks.flatMap((block) => {
    if (block.type === 'list') return block.items.map((item) => inlineText(itemContent(item)));
    return block.type === 'paragraph' && block.style !== 'tableNote' && block.style !== 'formTitle' ? [inlineText(block.content)] : [];
  });
  const open = paragraphs.map((paragraph) => longestFirst.reduce((rest, sentence) => rest.replace(sentence, ''), squeeze(paragraph)));
  expect(open.map((rest) => bare(rest).replace(/[。；：]/g, '')).filter((rest) => rest !== '')).toEqual([]);
});

test('its headings are the original’s', () => {
  const known = new Set(
    sentences.flatMap(({ 部分, 节, 小节 }) => [部分, 节, 小节].flatMap((one) => (one === undefined ? [] : [bare(one)]))),
  );
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [bare(inlineText(block.content))] : []));
  expect(headings.filter((one) => !known.has(one))).toEqual(['2026年部门预算报表']);
});

test('every blank that the original leaves is one of the report', () => {
  for (const { 未填: key } of sentences.filter((one) => one.未填 !== undefined))
    expect(blanks.map((row) => row.join('')).join()).toContain(key);
  expect(checks?.outcomes.filter(({ state }) => state === '未填').length).toBeGreaterThan(0);
});

test('the page', async () => {
  expect(corrected.length).toBeGreaterThan(50);
  const page = [
    HEAD,
    '## 改正的\n\n原件明显的错字、标点、编号和错位按规范改正。规则只有一条：不改就读不通、或违反公文写法和公开要求的改正，只是可疑的照录。\n',
    table(['位置', '原件', '样例', '理由'], corrected),
    '\n## 表下的注\n',
    table(['表', '原件', '样例', '理由'], notes),
    '\n## 原件印了两遍、只留一遍的\n',
    table(['位置', '怎样处理', '这一句'], repeated),
    '\n## 可疑而照录的\n',
    table(['位置', '看出的问题'], kept),
    '\n样例文件里已确认的提醒（理由印在核对报告里）：\n',
    table(['检查', '内容', '理由'], acknowledged),
    '\n## 原件没有、样例也不写的\n\n公开要求要有而原件没有的，不替单位写，列为未填或提醒：\n',
    table(['缺什么', '怎样填'], blanks),
    TAIL,
  ].join('\n');
  await expect(`${page}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'README.md'));
});

const HEAD = `# 样例与原件的不同

\`data/2026/003-…\` 生成的文件，与公开的《朔州市平鲁区人民政府办公室2026年度部门预算公开》逐句、逐格对照。这里列出全部不同，各写理由；没有列出的，
一字一数相同。本页由 \`differences.test.ts\` 从本文件夹的原件记录（\`sentences.yaml\` 句子、\`tables.yaml\` 十三张表、\`forms.yaml\` 六张绩效目标表、\`defects.yaml\`
缺陷）和样例的文件生成（\`npm run test:update\`），不要手改。
`;

const TAIL = `
## 数和版式

- 原件只公布到万元两位小数（另有一个 87,080.91 元）。样例里的元数与每一个印出的数相符，尾数是选定的，选法见 \`amounts.yaml\`；尾差照印，不凑整。
- 全文一种数字写法：金额一律用千分位、两位小数（原件的十三张表不用千分位）；零在文字里印“0万元”，表内印空白，与原件相同。
- 空表印表头和“合计”行：原件的表十三没有“合计”行，样例有（财预〔2016〕143号）。
- 目录与表上用同一个表名，目录有页码；原件目录的页码是抽取时的残留，没有对照。
- “结构图”标题下有图；原件的图没有抽取到，按表里的数画。
- 字体、行距、页边距按公文格式，没有与原件对照。`;
