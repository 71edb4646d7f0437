import type { Budget } from '../../budget/budget.js';
import type { Query } from '../../budget/query.js';
import type { Decimal } from '../../money/decimal.js';
import { oncePer } from '../../plain/once-per.js';
import type { Check, Finding } from '../check.js';
import type { CheckContext } from '../context.js';
import { finding, findingsOr } from '../shared/findings.js';

/** What a text may say there is none of: its words, the money that would contradict it, and its reason's key. */
interface Matter {
  readonly key: string;
  readonly words: string;
  readonly query: (year: '本年' | '上年') => Query | undefined;
}

const item = (key: string, words: string): Matter => ({
  key,
  words,
  query: (year) => ({ cube: '三公经费', where: { 三公项目: key, 年份: year } }),
});
const ofThisYear = (key: string, words: string, query: Query): Matter => ({
  key,
  words,
  query: (year) => (year === '本年' ? query : undefined),
});

const MATTERS: readonly Matter[] = [
  item('公务用车购置费', '(?:公务用?车|车辆|公车)(?:的)?(?:购置|更新)|购(?:置|买)?(?:公务用?车|车辆|公车|新车)|购车'),
  item('公务用车运行维护费', '公务用?车运行维护|公车运行|车辆运行维护'),
  item('公务接待费', '公务接待|接待(?:任务|安排|计划|费用?|活动)'),
  item('因公出国（境）费', '(?:因公)?出国(?:（境）|\\(境\\))?(?:任务|安排|计划|费用?|团组|活动)?|因公出[国境]'),
  ofThisYear('政府采购', '政府采购(?:预算|安排|项目|支出)?', { cube: '政府采购', where: {} }),
  ofThisYear('政府性基金预算', '政府性基金(?:预算)?(?:拨款)?(?:收入|支出|安排)?', { cube: '收入', where: { 资金: '政府性基金预算' } }),
  ofThisYear('国有资本经营预算', '国有资本经营预算(?:拨款)?(?:收入|支出|安排)?', { cube: '收入', where: { 资金: '国有资本经营预算' } }),
];

/** In a reason, «无此项» is about the reason's own item. */
const THIS = '此项|该项|本项|这项|此类|相关(?:预算|安排|支出|计划)';

/**
 * 符合：
 *     三公经费.公务用车购置费: {本年: {一般公共预算: 180000}, 上年: 0}
 *     增减原因.公务用车购置费: 新增公车购置，2025年无公车购置计划
 *     国有资产.计划购置: {车辆: 1}
 *     核对数.三公经费合计: 删除
 *     已确认的提醒: [{检查: not-printed, 理由: 这套表不印}]
 *     其他说明: 本部门没有新增公务接待任务，也没有其他需要说明的情况。
 * 不符（增减原因/公务用车购置费）：
 *     三公经费.公务用车购置费: {本年: {一般公共预算: 0}, 上年: 180000}
 *     增减原因.公务用车购置费: 2025年无公车购置计划
 * 不符（增减原因/公务接待费）：
 *     增减原因.公务接待费: 压减支出，本年没有安排公务接待
 * 不符（其他说明）：
 *     其他说明: 本部门2026年没有政府采购预算。
 */
export const denialsFitAmounts: Check = {
  code: 'denials-fit-amounts',
  group: '增减原因',
  severity: '提醒',
  strict: '错误',
  rule: '文字里说本年或上年没有的，填写的金额里也不应有。',
  relations: ['C05', 'N-2'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const texts = context.texts.stated.filter(({ path }) => !OTHER.has(String(path[0])));
    return findingsOr(
      texts.flatMap((one) => (ANY.test(one.text) ? denied(one, context) : [])),
      texts.length,
      '文字里说没有的，填写的金额里也没有。',
    );
  },
};

/** Texts that explain terms or say what an office does, not what it has. */
const OTHER = new Set(['名词解释', '职责', '机构设置', '待确认', '部门']);
const NONE = '(?:无|没有|未安排|不安排|未列|未编列|未编制|未发生|不再安排|未计划)(?:安排|列支|编列|发生|编制)?';
const ANY = new RegExp(NONE, 'u');

function denied({ text, path, place }: CheckContext['texts']['stated'][number], context: CheckContext): Finding[] {
  const key = path[0] === '增减原因' ? String(path[1]) : undefined;
  return MATTERS.flatMap((matter) => {
    const found = patternOf(matter)(key).exec(text);
    if (!found) return [];
    const [words] = found;
    const year = yearOf(text, found.index, context.year);
    const query = year && matter.query(year);
    const amount = query && amountOf(context.budget, query);
    if (!amount?.gt(0)) return [];
    const has = `而填写的${matter.key}${year}有 ${context.amount(amount)}`;
    return finding(`文字说${year}“${words}”，${has}。`, place, { hint: '核对金额和文字，改正其中一处。' });
  });
}

const amountOf = (budget: Budget, query: Query): Decimal => budget.total(query).value;

const patternOf = oncePer((matter: Matter) => {
  const plain = new RegExp(`${NONE}(?:${matter.words})`, 'u');
  const own = new RegExp(`${NONE}(?:${matter.words}|${THIS})`, 'u');
  return (key: string | undefined) => (key === matter.key ? own : plain);
});

/** The year that the clause is about: the nearest one named before it in its sentence, else this year. Others are not judged. */
function yearOf(text: string, index: number, year: number): '本年' | '上年' | undefined {
  const sentence = text.slice(Math.max(0, text.lastIndexOf('。', index) + 1), index);
  const [named] = [...sentence.matchAll(/(?:20\d{2}年|上年|去年|本年|今年|当年)/gu)].at(-1) ?? [];
  if (named === undefined || /^[本今当]/.test(named)) return '本年';
  if (/^[上去]/.test(named)) return '上年';
  return named === `${year}年` ? '本年' : named === `${year - 1}年` ? '上年' : undefined;
}
