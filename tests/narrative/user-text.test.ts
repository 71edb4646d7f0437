import { beforeAll, describe, expect, it } from 'vitest';
import { inlineText } from '../../src/document/document.js';
import { type BuiltCase, buildGoodCase, ORIGINAL_YAML, patchYaml } from '../support/build-case.js';
import { textsOf } from '../support/document-text.js';
import { type WrittenFiles, writeFiles } from '../support/written-files.js';

// Texts of a definition print as they stand: neither Handlebars nor Markdown nor XML ever reads them.
const HOSTILE = [
  '**加粗**、*斜体*、__粗__、_斜_、~~删去~~、`代码`',
  '# 井号开头不是标题',
  '## 二级井号也不是',
  '> 大于号开头不是引用',
  '- 短横开头不是清单',
  '+ 加号开头不是清单',
  '1. 编号开头不是清单',
  '---',
  '===',
  '```',
  '~~~',
  '[链接](http://example.com)、![图](x.png)、[脚注][1]、[^1]',
  '[1]: http://example.com',
  '<b>标签</b>、<!-- 注释 -->、<script>alert(1)</script>、</w:t>',
  '&lt;实体&gt;、&amp;、&#20013;、&nbsp;',
  '{{年度}}、{{{部门}}}、{{万元 收入.总计}}、{{> 增减}}、{{#如果 真}}甲{{/如果}}',
  '{{!-- 注释 --}}与\\{{转义}}',
  '${年度}、%s、$1、$&',
  '\\*反斜杠\\*、C:\\目录\\新',
  '|表|格|',
  '<http://example.com>与https://example.com/自动链接',
  '"双引号"、\'单引号\'、“弯引号”',
  '末尾两个反斜杠\\\\',
];
const REASON = '压减{{万元}}、**会议费**与`差旅费`（#3），<i>详</i>&c';
const NAME = '“<b>项目</b>”{{名称}}*一*`二`#三|四';

let built: BuiltCase;
let files: WrittenFiles;
let paragraphs: string[];
beforeAll(async () => {
  const yaml = patchYaml(
    ORIGINAL_YAML,
    ['职责', HOSTILE],
    ['机构设置', HOSTILE.map((text) => ({ 名称: text, 职责: text }))],
    ['增减原因/收入', REASON],
    ['项目/5/名称', NAME],
    ['项目/5/绩效目标表/项目概况', NAME],
    ['名词解释', HOSTILE.map((text) => ({ 名词: text, 解释: text }))],
    ['政府购买服务', HOSTILE],
    ['其他说明', HOSTILE[0]],
  );
  built = buildGoodCase(yaml);
  paragraphs = textsOf(built.document).map(({ text }) => text);
  files = await writeFiles(built.document);
}, 60_000);

const times = (text: string, list: readonly string[]) => list.filter((one) => one.includes(text)).length;

describe('a text of the definition', () => {
  it.each(HOSTILE)('%s', (text) => {
    const number = HOSTILE.indexOf(text);
    expect(paragraphs.filter((one) => one.endsWith(`）${text}`) && one.startsWith('（'))).toHaveLength(2);
    expect(paragraphs).toContain(text);
    expect(times(`${text}：${text}`, paragraphs)).toBe(1);
    expect(
      paragraphs
        .filter((one) => one.startsWith('本部门政府购买服务指导性目录包括'))
        .at(0)
        ?.split('、').length,
    ).toBeGreaterThan(number);
  });

  it('stands in the middle of a sentence as it is', () => {
    expect(times(`，主要原因是${REASON}。其中：`, paragraphs)).toBe(1);
    expect(paragraphs).toContain(`本部门政府购买服务指导性目录包括：${HOSTILE.join('、')}。`);
    expect(paragraphs.filter((one) => one === HOSTILE[0])).toHaveLength(2);
  });

  it('stands in cells as it is', () => {
    expect(built.tables[11]?.rows.some((row) => row.cells[0]?.text === NAME)).toBe(true);
    const form = built.document.sections
      .flatMap(({ blocks }) => blocks)
      .find((block) => block.type === 'table' && block.id.startsWith('form'));
    const cells = form?.type === 'table' ? form.rows.flatMap((row) => row.cells.map((cell) => inlineText(cell.content))) : [];
    expect(cells.filter((cell) => cell === NAME)).toHaveLength(2);
  });

  it('makes no heading, table or block that was not there', () => {
    const kinds = (type: string) => built.document.sections.flatMap(({ blocks }) => blocks).filter((block) => block.type === type).length;
    expect(kinds('table')).toBe(13 + 6);
    expect(kinds('chart')).toBe(1);
    expect(kinds('heading')).toBe(4 + 2 + HOSTILE.length + 12 + 2 + 2 + 3 + 2);
  });

  it('is the same in both files', () => {
    const word = files.word.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
    );
    const pdf = files.pdf.map(({ text }) => text).join('');
    const bare = (text: string) => text.replace(/\s/g, '');
    for (const text of [...HOSTILE.map((one) => `${one}：${one}`), REASON, NAME]) {
      expect(times(text, word), text).toBeGreaterThan(0);
      expect(pdf.includes(bare(text)), text).toBe(true);
    }
  });
});
