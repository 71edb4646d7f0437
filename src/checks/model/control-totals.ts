import type { StatedFigure } from '../../definition/fields.js';
import type { CONTROL_TOTALS } from '../../definition/schema/kinds.js';
import { type NamedFigure, type NamedFigures, namedFigures } from '../../narrative/named-figures.js';
import { nearestWord } from '../../plain/nearest-word.js';
import type { Check, Finding, Outcome } from '../check.js';
import type { CheckContext } from '../context.js';
import { compareAsStated, unitTaken } from '../shared/as-stated.js';
import { finding, unchecked } from '../shared/findings.js';
import { inMember, keyInMember } from '../shared/sides.js';

/** What the totals of every approval are called in templates. */
const NAMES_OF_TOTALS: Readonly<Record<(typeof CONTROL_TOTALS)[number], string>> = {
  收入总计: '收入.总计',
  支出总计: '支出.总计',
  基本支出: '支出.基本支出',
  项目支出: '支出.项目支出',
  一般公共预算支出: '一般公共预算.支出',
  人员经费: '基本支出.人员经费',
  公用经费: '基本支出.公用经费',
  三公经费合计: '三公经费.合计.本年',
  机关运行经费合计: '机关运行经费.变动.本年',
  政府采购合计: '政府采购.合计',
};

/**
 * 符合：
 *     核对数.三公经费合计: 50000
 * 符合：
 *     核对数: {收入增减额: 增加18.60万元, 公务接待费增减率: 下降20%, 收入.总计: 132.6万元, 行政单位数: 1家}
 * 不符（核对数/政府采购合计）：
 *     核对数.政府采购合计: 25000000
 * 不符（核对数/收入总计）：
 *     核对数.收入总计: 132600
 * 不符（核对数/收入增减额）：
 *     核对数.收入增减额: 减少18.60万元
 * 不符（核对数/收入增减颔）：
 *     核对数.收入增减颔: 186000
 */
export const controlTotals: Check = {
  code: 'control-totals',
  group: '勾稽关系',
  severity: '错误',
  // 批复 is of the whole department, its member units included.
  perMember: 'units',
  rule: '程序算出的数，应等于“核对数”里批复文件上的数；带单位照抄的，按照抄的小数位数比较。',
  relations: ['T1-1', 'P-1'],
  basis: '预算法第十四条：公开的是本级政府财政部门批复的部门预算',
  run: (context) => {
    const stated = Object.entries(context.department.核对数 ?? {}).flatMap(([name, value]) => (value ? [{ name, value }] : []));
    if (stated.length === 0) return [unchecked('没有填写“核对数”，不能与批复文件上的数核对。')];
    const known = namedFigures(context.budget, context.profile.spec);
    return stated.map((one) => outcomeOf(one, known, context));
  },
};

function outcomeOf({ name, value }: { name: string; value: StatedFigure }, known: NamedFigures, context: CheckContext): Outcome {
  const found = known.find(NAMES_OF_TOTALS[name as keyof typeof NAMES_OF_TOTALS] ?? name);
  const [only, another] = found;
  if (!only) return unknown(name, known, context);
  if (another) return ambiguous(name, found, context);
  const { figure, moved } = only;
  const place = inMember(context.definition, '核对数', name);
  if (!figure)
    return finding(`核对数里写了${name} ${value.typed}，但它没有数：上年是零，没有增减率。`, place, {
      hint: '删去这一个核对数，或核对上年数。',
    });
  const unit = unitTaken(value, figure, context.department.金额单位);
  if (!unit) return finding(`核对数里的${name}写的是“${value.typed}”，单位不对。`, place, { hint: UNIT_HINTS[figure.unit] });
  if (value.direction && value.direction !== moved && !figure.value.isZero()) return contrary(name, value, only, place);
  return compareAsStated({ stated: { label: `核对数中的${name}`, value, place }, label: name, figure, unit }, context);
}

const UNIT_HINTS = {
  yuan: '这是金额：写本文件单位的数，或照抄“11.49万元”“114850元”。',
  ratio: '这是比率：写成“34.96%”。',
  count: '这是个数：写整数，如 3。',
  squareMetre: '这是面积：写数，如 1200 或 1200平方米。',
} as const;

function contrary(name: string, { typed }: StatedFigure, { moved }: NamedFigure, place: Finding['place']): Finding {
  const actual = moved === 'rise' ? '增加' : moved === 'fall' ? '减少' : '没有增减方向';
  return finding(`核对数中的${name}是“${typed}”，程序算出的是${actual}。`, place, { hint: '核对本年数和上年数。' });
}

function unknown(name: string, { names }: NamedFigures, { definition }: CheckContext): Finding {
  const near = nearestWord(
    name,
    name.includes('.') ? names().filter((one) => one.includes('.')) : [...Object.keys(NAMES_OF_TOTALS), ...names()],
  );
  const hint = `${near === undefined ? '' : `是否为“${near}”？`}可以写模板能印的任何一个数的名称，见 templates/模板说明.md。`;
  return finding(`“核对数”里的“${name}”不是程序知道的数。`, keyInMember(definition, '核对数', name), { hint });
}

function ambiguous(name: string, found: readonly NamedFigure[], { definition }: CheckContext): Finding {
  const hint = `写明是哪一个：${found.map((one) => one.name).join('、')}。`;
  return finding(`“核对数”里的“${name}”可以指 ${found.length} 个数。`, keyInMember(definition, '核对数', name), { hint });
}
