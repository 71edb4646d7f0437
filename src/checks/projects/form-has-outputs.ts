import { type Check, finding, findingsOr } from '../check.js';
import { publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     项目[0].绩效目标表.指标.产出指标.数量指标: [{名称: 项目个数, 值: 3}]
 * 不符（项目/0/绩效目标表/指标）：
 *     项目[0].绩效目标表.指标.产出指标: 删除
 */
export const formHasOutputs: Check = {
  code: 'form-has-outputs',
  group: '绩效与资产',
  severity: '提醒',
  strict: '错误',
  rule: '公开的项目绩效目标表应有产出指标。',
  relations: ['C10'],
  basis: '财预〔2021〕29号：公开项目绩效目标',
  run: (context) => {
    // Without 指标 at all, that key is what is missing (missing-key, where the form prints them).
    const forms = publishedForms(context).filter(({ form }) => form.指标 !== undefined);
    const without = forms.filter(
      ({ form }) => !Object.values(form.指标?.产出指标 ?? {}).some((list) => Array.isArray(list) && list.length > 0),
    );
    const findings = without.map(({ name, member, path }) =>
      finding(`项目“${name}”的绩效目标表没有产出指标。`, inMember(member, ...path, '绩效目标表', '指标'), {
        hint: '在“指标”下写“产出指标”，如数量指标：项目个数。',
      }),
    );
    return findingsOr(findings, forms.length, '每份绩效目标表都有产出指标。');
  },
};
