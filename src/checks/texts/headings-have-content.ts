import { type Block, inlineText } from '../../document/document.js';
import { blocksOf } from '../../document/walk.js';
import { type Check, type Finding, finding, findingsOr, unchecked } from '../check.js';

/**
 * 符合：
 *     机构设置: 无
 * 不符：
 *     方案改动: {说明/12-其他说明.hbs: {"{{#如果 其他说明}}{{其他说明}}{{else}}无。{{/如果}}": "{{#如果 其他说明}}{{其他说明}}{{/如果}}"}}
 * 不符：
 *     方案改动: {说明/05-一般公共预算支出.hbs: {"### 一般公共预算当年支出规模变化情况": "### 一般公共预算当年支出结构图\n\n### 一般公共预算当年支出规模变化情况"}}
 */
export const headingsHaveContent: Check = {
  code: 'headings-have-content',
  group: '公开要求',
  severity: '错误',
  rule: '每个标题下面都要有内容。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：内容准确、形式规范',
  run: ({ document }) => {
    if (!document) return [unchecked('没有生成文件，不能核对标题。')];
    const blocks = blocksOf(document).filter((block) => block.type !== 'pageBreak');
    const headings = blocks.filter((block) => block.type === 'heading');
    const findings = blocks.flatMap((block, index): Finding[] => {
      if (block.type !== 'heading' || hasContent(block.level, blocks[index + 1])) return [];
      return [
        finding(
          `标题“${inlineText(block.content)}”下面没有内容。`,
          { kind: 'document', text: inlineText(block.content), anchor: block.id },
          { hint: '补上内容，没有的也要写“无”；不需要的标题从模板里删去。' },
        ),
      ];
    });
    return findingsOr(findings, headings.length, `${headings.length} 个标题下面都有内容。`);
  },
};

/** A heading may be followed by a lower one. */
function hasContent(level: number, next: Block | undefined): boolean {
  if (!next) return false;
  return next.type !== 'heading' || next.level > level;
}
