import type { Indicator } from '../../definition/schema/project.js';
import type { FormSpec } from '../../profile/form-schema.js';
import { type Check, type Finding, finding, findingsOr } from '../check.js';
import { type PublishedForm, publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';

const VALUES = ['实施期值', '年度值'] as const;
type Value = (typeof VALUES)[number];

/**
 * 符合：
 *     项目[0].绩效目标表.指标.产出指标.数量指标: [{名称: 项目个数, 实施期值: 3, 年度值: 1}]
 * 不符（项目/0/绩效目标表/指标/产出指标/数量指标/0）：
 *     项目[0].绩效目标表.指标.产出指标.数量指标: [{名称: 项目个数, 年度值: 1}]
 * 不符（项目/0/绩效目标表/指标/产出指标/数量指标/0）：
 *     项目[0].绩效目标表.指标.产出指标.数量指标: [{名称: 项目个数}]
 */
export const formIndicatorsStated: Check = {
  code: 'form-indicators-stated',
  group: '绩效与资产',
  severity: '错误',
  rule: '绩效目标表印出的每个指标都要有指标值，不能是空格。',
  relations: ['C10'],
  basis: '财预〔2021〕29号：公开项目绩效目标',
  run: (context) => {
    const printed = VALUES.filter((value) => isPrinted(context.profile.form, value));
    const looked = publishedForms(context).flatMap((form) => indicatorsOf(form).map((one) => ({ ...one, form })));
    const findings = looked.flatMap(({ indicator, path, form }) =>
      missing(indicator, printed).flatMap((value) => blank(form, indicator, path, value)),
    );
    return findingsOr(findings, looked.length, '绩效目标表的每个指标都有指标值。');
  },
};

const isPrinted = (form: FormSpec, value: Value): boolean => JSON.stringify(form).includes(`"取":"${value}"`);

/** 值 stands for both. */
function missing(indicator: Indicator, printed: readonly Value[]): Value[] {
  return indicator.值 === undefined ? printed.filter((value) => indicator[value] === undefined) : [];
}

function blank({ name, member, path }: PublishedForm, indicator: Indicator, steps: readonly (string | number)[], value: Value): Finding {
  const cell = value === '实施期值' ? '实施期指标值' : '年度指标值';
  const hint = `写上“${value}”；实施期与年度相同的只写“值”。`;
  return finding(`项目“${name}”的指标“${indicator.名称}”没有${cell}，表里会是空格。`, inMember(member, ...path, ...steps), { hint });
}

/** Every third-level indicator with its path in the project. */
function indicatorsOf({ form }: PublishedForm): { indicator: Indicator; path: (string | number)[] }[] {
  const groups = Object.entries(form.指标 ?? {}) as [string, Record<string, readonly Indicator[] | undefined> | undefined][];
  return groups.flatMap(([group, lists]) =>
    Object.entries(lists ?? {}).flatMap(([list, indicators]) =>
      (Array.isArray(indicators) ? indicators : []).map((indicator: Indicator, index: number) => ({
        indicator,
        path: ['绩效目标表', '指标', group, list, index],
      })),
    ),
  );
}
