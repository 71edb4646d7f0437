import { type Check, type Finding, finding, findingsOr, unchecked } from '../check.js';
import { templatePlace } from '../shared/written-in.js';

/** Keys of what is named, not said. */
const NAMES: ReadonlySet<string> = new Set(['名称', '单位', '单位性质', '名词', '政府购买服务']);
const STOPPED = /[。！？：；]”?$|[。！？]）$/;

/**
 * 符合：
 *     其他说明: 本部门没有“其他需要说明的情况。”
 * 不符（职责/0）：
 *     职责: [负责全县政务服务的组织协调工作]
 * 不符：
 *     方案改动: {说明/12-其他说明.hbs: {"无政府购买服务指导性目录。": "无政府购买服务指导性目录"}}
 */
export const finalStop: Check = {
  code: 'final-stop',
  group: '文字规范',
  severity: '提醒',
  strict: '错误',
  rule: '每段正文和表注要以句号（或分号、冒号）结尾。',
  relations: ['C20'],
  basis: 'GB/T 15834《标点符号用法》',
  run: ({ texts, document, profile }) => {
    if (!document) return [unchecked('没有生成文件，不能核对段末标点。')];
    const paragraphs = texts.prose.filter(({ style }) => style === 'body' || style === 'tableNote');
    const findings = paragraphs.flatMap((one): Finding[] => {
      if (STOPPED.test(one.text)) return [];
      const typed = texts.typedIn(one, one.text.length - 1, one.text.length);
      // A name at the end of a line is no sentence: the line of the template lacks the stop.
      const place = typed && !NAMES.has(typed.field) ? typed.place : (templatePlace(one.place, texts, profile) ?? one.place);
      return [finding(`“…${one.text.slice(-12)}”段末没有句号。`, place, { hint: '在段末加上句号。' })];
    });
    return findingsOr(findings, paragraphs.length, `${paragraphs.length} 段都有段末标点。`);
  },
};
