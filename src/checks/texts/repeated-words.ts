import { type Check, findingsOr } from '../check.js';
import { lint, matchAll } from '../shared/lint.js';

/** Two Han characters or more, twice in a row; single ones only where they are never doubled on purpose. */
const DOUBLED = /(\p{Script=Han}{2,8})\1|([的了是和在与对为及])\2/gu;
/** Doubled on purpose. */
const MEANT = /^(?:方方面面|条条块块|的的确确|是是非非|上上下下)/;
/** «（一）2、»: a list of the document gives each item its number, and the item was typed with one. */
const NUMBER = '(?:[（(](?:[一二三四五六七八九十]+|\\d+)[）)]|[一二三四五六七八九十]+、|\\d+[.．、](?!\\d))';
const NUMBERED_TWICE = new RegExp(`^${NUMBER}\\s*${NUMBER}`, 'gu');
const CLASHING = /(?:增加|减少|增长|下降)(?:增加|减少|增长|下降|持平)|(?:增加|减少|增长|下降)\s*0(?:万元|元|%)/g;
/** Typed by hand; a figure that is not zero may well print as 0.00. */
const TYPED_ZERO = /(?:增加|减少|增长|下降)\s*0\.0+(?:万元|元|%)/g;

/**
 * 符合：
 *     其他说明: 会同会商单位研究研究室建设事宜，本部门部门预算不含此项。
 * 不符（其他说明）：
 *     其他说明: 本年比上年增加增加2项工作。
 * 不符（职责/0）：
 *     职责: [（一）负责全县政务服务的组织协调工作。, 负责政务公开工作。]
 * 不符（职责/1）：
 *     职责: [负责全县政务服务的组织协调工作。, 2、负责政务公开工作。]
 * 不符（增减原因/机关运行经费）：
 *     增减原因.机关运行经费: 办公费增加0万元，的的交通费用增加
 */
export const repeatedWords: Check = {
  code: 'repeated-words',
  group: '文字规范',
  severity: '提醒',
  strict: '错误',
  rule: '词语和编号不应重复，“增加”“减少”“持平”不应连用，没有增减的写“持平”。',
  relations: ['C20', 'N-2'],
  basis: '财预〔2016〕143号：形式规范',
  run: (context) => {
    const findings = lint(context, (text) => [
      ...matchAll(text, DOUBLED, ([found]) => `里的“${found}”重复了。`, '删去多余的字；确实如此的，在“已确认的提醒”里写明。').filter(
        ({ index }) => !MEANT.test(text.slice(index - 1)) && !isSplit(text, index),
      ),
      ...matchAll(text, NUMBERED_TWICE, ([found]) => `里的“${found}”编号重复了。`, '编号由程序加，删去填写的编号。'),
      ...matchAll(text, CLASHING, ([found]) => `里的“${found}”说法不通。`, '没有增减的写“与上年持平”。'),
    ]);
    const zeros = lint(
      context,
      (text) => matchAll(text, TYPED_ZERO, ([found]) => `里的“${found}”说法不通。`, '没有增减的写“与上年持平”。'),
      { composed: () => false },
    );
    return findingsOr([...findings, ...zeros], 1, '没有重复的词语。');
  },
};

/** 本部门部门预算, 研究研究室: the second begins a longer word. */
function isSplit(text: string, index: number): boolean {
  return /^(\p{Script=Han}{2})\1/u.test(text.slice(index)) && COMPOUNDS.some((word) => text.startsWith(word, index + 2));
}

const COMPOUNDS = [
  '部门预算',
  '部门支出',
  '单位资金',
  '单位性质',
  '单位预算',
  '项目支出',
  '项目绩效',
  '项目资金',
  '政府采购',
  '政府办',
  '政府系统',
  '政府性',
  '会议室',
  '会议费',
  '管理人员',
  '管理费',
  '工作人员',
  '研究室',
  '研究院',
  '研究所',
  '委员会',
  '业务费',
  '财政拨款',
  '财政专户',
  '预算支出',
  '预算收入',
  '服务中心',
  '服务费',
];
