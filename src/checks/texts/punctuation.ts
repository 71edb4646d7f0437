import { type Check, findingsOr } from '../check.js';
import { lint, matchAll } from '../shared/lint.js';

const DOUBLED = /[，。；、：][，。；、：]+/g;
const HALF_WIDTH = /(?<=\p{Script=Han})[,;:!?](?=\p{Script=Han})|(?<=\p{Script=Han})\.(?=\p{Script=Han}|$)/gu;
const EMPTY_CLAUSE = /(?:主要)?原因是[，。；]|其中：[。；]|主要包括：?[。；]/g;
const SPACED = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;

/**
 * 符合：
 *     其他说明: 网站采用 IPv6 协议，访问时间为8:00至18:00。
 * 不符（增减原因/机关运行经费）：
 *     增减原因.机关运行经费: 政务大厅投入使用，办公费和交通费用增加。
 * 不符（其他说明）：
 *     其他说明: 会议,培训、差旅 从严控制。
 */
export const punctuation: Check = {
  code: 'punctuation',
  group: '文字规范',
  severity: '提醒',
  strict: '错误',
  rule: '标点不应重复，汉字之间不用半角标点和空格，“原因是”“其中”之后要有内容。',
  relations: ['C20'],
  basis: 'GB/T 15834《标点符号用法》',
  run: (context) => {
    const findings = lint(
      context,
      (text) => [
        ...matchAll(text, DOUBLED, ([found]) => `里的标点“${found}”重复了。`, '删去多余的标点；增减原因的末尾不写句号，由模板加。'),
        ...matchAll(text, HALF_WIDTH, ([found]) => `里的“${found}”是半角标点。`, '改成全角标点。'),
        ...matchAll(text, EMPTY_CLAUSE, ([found]) => `里的“${found}”之后没有内容。`, '补上内容。'),
        ...matchAll(text, SPACED, () => '里汉字之间有空格。', '删去空格。'),
      ],
      { composed: ({ kind }) => kind !== 'heading' },
    );
    return findingsOr(findings, 1, '标点没有重复和半角混用。');
  },
};
