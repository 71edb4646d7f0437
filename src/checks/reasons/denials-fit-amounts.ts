import { exactValue } from '../../document/figure.js';
import { oncePer } from '../../plain/objects.js';
import { measureFigure } from '../../profile/measure.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import type { DenialRule } from '../rules/rules.js';

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
 * 不符（其他说明）：
 *     其他说明: 本部门没有项目支出。
 * 不符（其他说明）：
 *     其他说明: 公务接待费预算为零。
 * 不符（其他说明）：
 *     其他说明: 本部门没有编报整体绩效目标。
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
      texts.flatMap((one) => (ANY.test(one.text) ? [...denied(one, context), ...deniedStatements(one, context)] : [])),
      texts.length,
      '文字里说没有的，填写的金额里也没有。',
    );
  },
};

/** Texts that explain terms or say what an office does, not what it has. */
const OTHER = new Set(['名词解释', '职责', '机构设置', '待确认', '部门']);
const NONE = '(?:无|没有|不涉及|未安排|不安排|未列|未编列|未编制|未发生|不再安排|未计划)(?:安排|列支|编列|发生|编制)?';
/** «公务接待费预算为零» says it the other way round. */
const ZERO = '(?:预算|支出|安排|费用?|数|总额|金额)?(?:均?为|是)(?:零|0(?:\\.0+)?(?:万?元)?)(?![\\d.])';
const ANY = new RegExp(`${NONE}|${ZERO}`, 'u');

function denied({ text, path, place }: CheckContext['texts']['stated'][number], context: CheckContext): Finding[] {
  const key = path[0] === '增减原因' ? String(path[1]) : undefined;
  return context.rules.denials.flatMap((denial) => {
    const found = patternOf(denial)(key).exec(text);
    if (!found) return [];
    const [words] = found;
    const year = yearOf(text, found.index, context.year);
    const measure = year === '本年' ? denial.now : year && denial.before;
    const figure = measure && measureFigure(context.budget, measure);
    if (!figure?.value.gt(0)) return [];
    const has = `而填写的${denial.matter}${year}有 ${exactValue(figure.value, figure.unit, context.department.金额单位)}`;
    return finding(`文字说${year}“${words}”，${has}。`, place, { hint: '核对金额和文字，改正其中一处。' });
  });
}

/** What is stated without an amount. */
const STATEMENTS: readonly {
  readonly matter: string;
  readonly words: RegExp;
  readonly has: (department: CheckContext['department']) => string | undefined;
}[] = [
  { matter: '所属单位', words: denying('(?:所属|下属)(?:的)?(?:预算|独立核算)?单位'), has: ({ 部门 }) => several(部门.所属单位) },
  { matter: '政府购买服务', words: denying('(?:政府)?购买服务'), has: ({ 政府购买服务 }) => several(政府购买服务) },
  {
    matter: '整体绩效目标',
    words: denying('(?:编报|编制)?(?:部门|单位)?整体(?:支出)?绩效目标'),
    has: ({ 整体绩效目标 }) => (整体绩效目标 ? '写的是“是”' : undefined),
  },
];

function denying(words: string): RegExp {
  return new RegExp(`${NONE}(?:${words})`, 'u');
}

const several = (list: readonly unknown[] | undefined): string | undefined => (list?.length ? `写了 ${list.length} 项` : undefined);

function deniedStatements({ text, place }: CheckContext['texts']['stated'][number], { department }: CheckContext): Finding[] {
  return STATEMENTS.flatMap(({ matter, words, has }) => {
    const found = words.exec(text);
    const stated = found ? has(department) : undefined;
    if (!found || stated === undefined) return [];
    return finding(`文字说“${found[0]}”，而“${matter}”${stated}。`, place, { hint: '核对填写的内容和文字，改正其中一处。' });
  });
}

const patternOf = oncePer(({ matter, words }: DenialRule) => {
  const plain = new RegExp(`${NONE}(?:${words})|(?:${words})${ZERO}`, 'u');
  const own = new RegExp(`${NONE}(?:${words}|${THIS})|(?:${words})${ZERO}`, 'u');
  return (key: string | undefined) => (key === matter ? own : plain);
});

/** The year that the clause is about: the nearest one named before it in its sentence, else this year. Others are not judged. */
function yearOf(text: string, index: number, year: number): '本年' | '上年' | undefined {
  const sentence = text.slice(Math.max(0, text.lastIndexOf('。', index) + 1), index);
  const [named] = [...sentence.matchAll(/(?:20\d{2}年|上年|去年|本年|今年|当年)/gu)].at(-1) ?? [];
  if (named === undefined || /^[本今当]/.test(named)) return '本年';
  if (/^[上去]/.test(named)) return '上年';
  return named === `${year}年` ? '本年' : named === `${year - 1}年` ? '上年' : undefined;
}
