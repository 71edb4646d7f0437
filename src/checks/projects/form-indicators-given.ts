import { type Indicator, MONEY_VALUES } from '../../definition/schema/project.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { indicators, type PublishedForm, publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     项目[0].绩效目标表.指标.产出指标.质量指标: [{名称: 维护质量, 值: 良好}]
 * 不符（项目/0/绩效目标表/指标）：
 *     项目[0].绩效目标表.指标.效益指标: 删除
 * 不符（项目/0/绩效目标表/指标）：
 *     项目[0].绩效目标表.指标.满意度指标: {服务对象满意度: []}
 * 不符（项目/0/绩效目标表/指标）：
 *     项目[0].绩效目标表.指标.产出指标.数量指标: [{名称: 维护平台, 值: 完成}]
 *     项目[0].绩效目标表.指标.满意度指标: {服务对象满意度: [{名称: 群众满意度, 值: 良好}]}
 */
export const formIndicatorsGiven: Check = {
  code: 'form-indicators-given',
  group: '绩效与资产',
  severity: '提醒',
  rule: '绩效目标表要有效益和满意度指标，指标值不能全是“完成、良好”一类的话。',
  relations: ['X-1'],
  basis: '财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效指标包括产出、效益、满意度，应当细化、量化',
  run: (context) => {
    const forms = publishedForms(context);
    return findingsOr(
      forms.flatMap((form) => missing(form, context)),
      forms.length,
      '绩效目标表有效益和满意度指标，指标值有数。',
    );
  },
};

/** Where a form prints them at all; 产出指标 are asked for by themselves (form-has-outputs). */
const ASKED = /效益|满意度/;

function missing(published: PublishedForm, { profile }: CheckContext): Finding[] {
  const { name, form, member, path } = published;
  if (!form.指标) return [];
  const all = indicators(published);
  const place = inMember(member, ...path, '绩效目标表', '指标');
  const levels = Object.keys(profile.form.指标 ?? {}).filter((level) => ASKED.test(level));
  const absent = levels.filter((level) => !all.some((one) => one.level === level));
  const values = all.flatMap(({ indicator }) => valuesOf(indicator));
  const title = `项目“${name}”的绩效目标表`;
  return [
    ...(absent.length > 0
      ? [finding(`${title}没有${absent.join('和')}。`, place, { hint: '补上这类指标；确实没有的，在“已确认的提醒”里写明。' })]
      : []),
    ...(values.length > 0 && values.every((value) => !/[\d０-９一二三四五六七八九十百]/.test(value))
      ? [
          finding(`${title}的指标值全是文字（${values.slice(0, 3).join('、')}…），没有一个数。`, place, {
            hint: '能用数说明的，写出数和单位，如 12次、≥95%。',
          }),
        ]
      : []),
  ];
}

/** Typed values; an amount that the program fills in says nothing of what is to be reached. */
function valuesOf({ 值, 实施期值, 年度值 }: Indicator): string[] {
  const filled: readonly string[] = MONEY_VALUES;
  return [值, 实施期值, 年度值].filter((value) => value !== undefined && !filled.includes(value)) as string[];
}
