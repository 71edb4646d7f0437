import type { Change } from '../../budget/figure.js';
import { threePublicFigures } from '../../budget/figures/three-public.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr, unchecked } from '../check.js';
import { changeWords, statedChanges } from '../shared/changes.js';
import { clauseBefore, type ProseFigure, proseFigures, wordsBefore } from '../shared/printed.js';
import { keyInDefinition } from '../shared/sides.js';

const RISE = /(?:增加|增长|上升|提高|多)了?$/;
const FALL = /(?:减少|下降|降低|少)了?$/;

/**
 * 符合：
 *     机关运行经费.上年: 250000
 *     增减原因.机关运行经费: 压减办公费用
 * 不符：
 *     方案改动: {词句/增减.hbs: {"比上年增加{{万元 增减额}}{{#如果 有增减率}}": "比上年减少{{万元 增减额}}{{#如果 有增减率}}"}}
 * 不符：
 *     方案改动: {词句/增减.hbs: {"，下降{{百分比 增减率}}": "，增长{{百分比 增减率}}"}}
 */
export const changeWordsFit: Check = {
  code: 'change-words-fit',
  group: '文字说明',
  severity: '错误',
  rule: '增减额等于本年数与上年数之差，增减率以上年数为分母；“增加、增长”只用于比上年多的，“减少、下降”只用于比上年少的。',
  relations: ['N-2', 'C06'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    if (!context.document) return [unchecked('没有生成文件，不能核对增减的说法。')];
    const changes = changesById(context);
    const figures = proseFigures(context.document).filter((one) => changes.has(one.inline.figure));
    const wrong = statedChanges(context).filter(({ change }) => !isRight(change));
    const sums = wrong.map((one) =>
      finding(`${one.label}的增减额或增减率与本年数、上年数不合：${changeWords(one, context)}。`, keyInDefinition(...one.path)),
    );
    const findings = figures.flatMap((one): Finding[] => {
      const change = changes.get(one.inline.figure);
      return change && contradicts(one, change) ? [report(one, change, context)] : [];
    });
    return findingsOr([...sums, ...findings], figures.length, `${figures.length} 处增减，数额和比率重新计算后一致，说法与方向一致。`);
  },
};

/** Both figures recomputed from this year's and last year's. */
function isRight({ current, previous, amount, rate }: Change): boolean {
  const difference = current.value.minus(previous.value).abs();
  if (!amount.value.eq(difference)) return false;
  return rate ? previous.value.gt(0) && rate.value.times(previous.value).minus(difference).abs().lt('1e-40') : previous.value.lte(0);
}

/** Changes by the ids of the figures that print them. */
function changesById(context: CheckContext): Map<string, Change> {
  const changes = [...statedChanges(context).map((one) => one.change), threePublicFigures(context.budget).total];
  return new Map(
    changes.flatMap((change) => [[change.amount.id, change] as const, ...(change.rate ? [[change.rate.id, change] as const] : [])]),
  );
}

function contradicts(figure: ProseFigure, { direction }: Change): boolean {
  const before = wordsBefore(figure);
  if (direction === 'none' || direction === 'equal') return RISE.test(before) || FALL.test(before);
  return direction === 'rise' || direction === 'new' ? FALL.test(before) : RISE.test(before);
}

function report(figure: ProseFigure, { current, previous }: Change, context: CheckContext): Finding {
  const { inline, unit, place } = figure;
  const figures = `本年 ${context.amount(current.value)}，上年 ${context.amount(previous.value)}`;
  return finding(`“${clauseBefore(figure)}${inline.text}${unit === '%' ? '' : unit}”的说法与方向相反：${figures}。`, place, {
    hint: '核对模板里增加和减少两种说法。',
  });
}
