import type { Indicator } from '../../definition/schema/project.js';
import { Decimal } from '../../money/decimal.js';
import { type Check, type Finding, finding, findingsOr } from '../check.js';
import { indicators, type PublishedForm, publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';

/** Shares of a whole; a growth rate may well be more. */
const SHARE = /满意度|满意率|合格率|完成率|及时率|达标率|覆盖率|到位率|使用率|准确率|正确率|办结率|执行率|知晓率|占比|比例|比重|率$/;
const GROWTH = /增长|增幅|增速|提高|提升|超额|回报|收益|杠杆|负债|同比/;
const PERCENT = /(\d+(?:\.\d+)?)\s*[%％]/g;
/** Below this nobody would publish a target of satisfaction: a decimal point too many. */
const LEAST = 30;
/** A number alone. */
const BARE = /^\s*(?:[≥>＞≧=]|>=|不低于|达到)?\s*\d{1,3}(?:\.\d+)?\s*$/;
/** At most so satisfied: the sign stands the wrong way round. */
const AT_MOST = /^\s*(?:[≤<＜≦]|<=|不超过|不高于|小于|低于)/;

/**
 * 符合：
 *     项目[0].绩效目标表.指标.效益指标.经济效益: [{名称: 产值增长率, 值: "≥120%"}]
 * 符合：
 *     项目[0].绩效目标表.指标.满意度指标: {服务对象满意度: [{名称: 群众满意度, 性质: ≥, 值: "95", 度量单位: "%"}]}
 *     已确认的提醒: [{检查: not-printed, 理由: 这套表不印}]
 * 不符（项目/0/绩效目标表/指标/满意度指标/服务对象满意度/0/值）：
 *     项目[0].绩效目标表.指标.满意度指标: {服务对象满意度: [{名称: 群众满意度, 性质: ≤, 值: "95", 度量单位: "%"}]}
 * 不符（项目/0/绩效目标表/指标/满意度指标/服务对象满意度/0/值）：
 *     项目[0].绩效目标表.指标.满意度指标: {服务对象满意度: [{名称: 群众满意度, 值: "≥950%"}]}
 * 不符（项目/0/绩效目标表/指标/满意度指标/服务对象满意度/0/值）：
 *     项目[0].绩效目标表.指标.满意度指标: {服务对象满意度: [{名称: 群众满意度, 值: "≥9.5%"}]}
 * 不符（项目/0/绩效目标表/指标/满意度指标/服务对象满意度/0/值）：
 *     项目[0].绩效目标表.指标.满意度指标: {服务对象满意度: [{名称: 群众满意度, 值: "≤95%"}]}
 * 不符（项目/0/绩效目标表/指标/满意度指标/服务对象满意度/0/值）：
 *     项目[0].绩效目标表.指标.满意度指标: {服务对象满意度: [{名称: 群众满意度, 值: "≥95"}]}
 * 不符（项目/0/绩效目标表/指标/产出指标/质量指标/0/值）：
 *     项目[0].绩效目标表.指标.产出指标.质量指标: [{名称: 验收合格率, 值: "1000%"}]
 */
export const formPercentagesFit: Check = {
  code: 'form-percentages-fit',
  group: '绩效与资产',
  severity: '提醒',
  inference: true,
  strict: '错误',
  rule: '满意度、合格率一类的指标值不应超过100%；满意度要写至少达到多少，不应只有百分之几。',
  relations: ['X-1'],
  run: (context) => {
    const forms = publishedForms(context);
    return findingsOr(forms.flatMap(tooMuch), forms.length, '满意度、合格率一类的指标值都不超过100%。');
  },
};

/** A form with columns of their own for the sign and the unit says the value in three pieces. */
function wholeValue({ 性质: sign = '', 度量单位: unit = '' }: Indicator, value: string): string {
  if (value === '') return '';
  const before = /^[≥>＞≧=＝≤<＜≦]+$/.test(sign) && !value.startsWith(sign) ? sign : '';
  return `${before}${value}${/^[%％]/.test(unit) && !/[%％]$/.test(value) ? unit : ''}`;
}

function tooMuch(form: PublishedForm): Finding[] {
  return indicators(form).flatMap(({ level, indicator, path }) => {
    const { 名称: name } = indicator;
    if (GROWTH.test(name) || (level !== '满意度指标' && !SHARE.test(name))) return [];
    return (['值', '实施期值', '年度值'] as const).flatMap((key) => {
      const value = wholeValue(indicator, indicator[key] ?? '');
      const wrong = wrongIn(value, level === '满意度指标' || name.includes('满意'));
      if (wrong === undefined) return [];
      const place = inMember(form.member, ...path, key);
      return finding(`项目“${form.name}”的指标“${name}”写的是“${value}”，${wrong}。`, place, {
        hint: '核对小数点、位数和符号，如 ≥95% 不要写成 ≥950%、≥9.5%、≤95%。',
      });
    });
  });
}

function wrongIn(value: string, isSatisfaction: boolean): string | undefined {
  if (isSatisfaction && BARE.test(value)) return '没有写百分号';
  const shares = [...value.matchAll(PERCENT)].map(([, digits = '0']) => new Decimal(digits));
  if (shares.some((share) => share.gt(100))) return '超过100%';
  if (!isSatisfaction || shares.length === 0) return undefined;
  if (AT_MOST.test(value)) return '成了最多达到多少';
  return shares.every((share) => share.lt(LEAST)) ? `还不到${LEAST}%` : undefined;
}
