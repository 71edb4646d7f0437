import { takeLabel } from '../../narrative/list-labels.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr, unchecked } from '../check.js';
import type { DocumentText } from '../shared/text-index.js';

/** Shorter sentences may well stand twice: «本部门无车辆。». */
const LONG = 15;

/**
 * 符合：
 *     机构设置: [{名称: 办公室, 职责: 负责日常工作；承办领导交办的其他事项。}, {名称: 业务股, 职责: 负责业务工作；承办领导交办的其他事项。}]
 * 不符（其他说明）：
 *     其他说明: 本年政务大厅建成后全部投入使用并接受监督。本年政务大厅建成后全部投入使用并接受监督。
 * 不符：
 *     方案改动: {方案.yaml: {"      - 说明/03-支出预算.hbs\n": "      - 说明/03-支出预算.hbs\n      - 说明/03-支出预算.hbs\n"}}
 * 不符：
 *     方案改动: {说明/03-支出预算.hbs: {"；项目支出": "；项目支出{{万元 支出.项目支出}}，占{{百分比 收入.国有资本经营预算占比}}；项目支出"}}
 */
export const repeatedSentences: Check = {
  code: 'repeated-sentences',
  group: '文字规范',
  severity: '错误',
  rule: '同一段、同一句话不应印两遍。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：形式规范',
  run: (context) => {
    if (!context.document) return [unchecked('没有生成文件，不能核对重复的句子。')];
    const note = context.profile.spec.文中尾差说明;
    const paragraphs = context.texts.prose.filter(({ kind, style, text }) => kind === 'paragraph' && style === 'body' && text !== note);
    return findingsOr(
      [...repeatedParagraphs(paragraphs, context), ...withinParagraph(paragraphs, context)],
      paragraphs.length,
      `${paragraphs.length} 段说明没有重复的句子。`,
    );
  },
};

/** Headings that somebody typed, such as a project: what stands under them is said of it, and may be said of another as well. */
const subjectOf = ({ headings }: DocumentText, { texts }: CheckContext): string =>
  headings
    .map((heading) => heading.slice(takeLabel(heading).length))
    .filter((words) => texts.isTyped(words))
    .join('\n');

/** An answer alone, such as the unit that carries out a project or its period: two projects may well have the same. */
const isAnswer = ({ content }: DocumentText, { texts }: CheckContext): boolean =>
  content.every((inline) => inline.type === 'text' && (texts.isTyped(inline.text) || /^[。；\s]*$/.test(inline.text))) &&
  content.some((inline) => texts.timesTyped(inline.text) > 1);

function repeatedParagraphs(paragraphs: readonly DocumentText[], context: CheckContext): Finding[] {
  const firsts = new Map<string, DocumentText>();
  return paragraphs.flatMap((one) => {
    const key = `${subjectOf(one, context)}\n${one.text}`;
    const first = firsts.get(key);
    if (!first) firsts.set(key, one);
    if (!first || [...one.text].length < LONG || isAnswer(one, context)) return [];
    return [
      finding(`“${one.text.slice(0, 20)}…”一段印了两遍。`, one.place, {
        related: [{ message: '第一遍', place: first.place }],
        hint: '删去重复的一段。',
      }),
    ];
  });
}

/** A sentence that says the same with other shares is printed twice as well, and one of the two is wrong. */
const withoutShares = (sentence: string) => sentence.replace(/\d[\d.]*%/g, '%').replace(/[。；]$/, '');

function withinParagraph(paragraphs: readonly DocumentText[], { texts }: CheckContext): Finding[] {
  return paragraphs.flatMap((one) => {
    const sentences: readonly string[] = one.text.match(/[^。；]*[。；]|[^。；]+$/g) ?? [];
    const bare = sentences.map(withoutShares);
    return sentences.flatMap((sentence, index) => {
      if (bare.indexOf(bare[index] ?? '') === index || [...sentence].length < LONG) return [];
      const at = one.text.lastIndexOf(sentence);
      const place = texts.typedIn(one, at, at + sentence.length)?.place ?? one.place;
      return [finding(`“${sentence.slice(0, 20)}…”一句在同一段里印了两遍。`, place, { hint: '删去重复的一句。' })];
    });
  });
}
