import type { Figure } from '../../budget/figure.js';
import { plainContext } from '../../narrative/context.js';
import { type Check, type Finding, finding, findingsOr, type Outcome, unchecked } from '../check.js';
import { proseFigures } from '../shared/printed.js';
import { inProfile } from '../shared/written-in.js';

/**
 * 符合：
 *     政府采购: 无
 *     核对数: 删除
 * 不符：
 *     方案改动: {说明/09-政府采购.hbs: {"政府采购预算总额{{万元 政府采购.合计}}": "有政府采购预算"}}
 */
export const requiredFiguresPrinted: Check = {
  code: 'required-figures-printed',
  group: '公开要求',
  severity: '错误',
  rule: '必须公开的数（方案“公开要求”里的“数据”），不为零的都要在说明里印出。',
  relations: ['C05', 'C06', 'C07', 'C08', 'C09', 'C10'],
  basis: '财预〔2021〕29号：部门预算公开的内容',
  run: ({ budget, document, rules, profile, written, unstated = [] }) => {
    if (!document) return [unchecked('没有生成文件，不能核对必须公开的数。')];
    const context = plainContext(budget, profile.spec).value;
    const printed = new Set(proseFigures(document).map((one) => one.inline.figure));
    return [...rules.lookedFor].flatMap(([id, { figures }]): Outcome[] => {
      const findings = figures.flatMap((name): Finding[] => {
        const figure = lookUp(context, name);
        if (figure === undefined || figure.value.isZero() || figure.unstated || printed.has(figure.id) || isNegligible(context, name))
          return [];
        // Its sentence waits for something else that nobody stated: not-stated says what is to be filled in.
        if (unstated.length > 0 && written?.has(figure.id)) return [];
        const place = inProfile(profile, '核对.yaml', ['公开要求', id]);
        return [finding(`说明里没有印出“${name}”（${figure.label}）。`, place, { hint: `在模板里写上 {{… ${name}}}。` })];
      });
      const outcomes = findingsOr(findings, figures.length, `${figures.length} 个必须公开的数都已印出，或本年为零。`);
      return outcomes.map((one) => ({ ...one, requirements: [id] }));
    });
  },
};

/** «基本持平»: the text says so instead of a change that would print as 0.00. */
function isNegligible(context: unknown, name: string): boolean {
  return (lookUp(context, name.replace(/[^.]+$/, '基本持平')) as unknown) === true;
}

function lookUp(context: unknown, name: string): Figure | undefined {
  const found = name
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
      context,
    );
  return found as Figure | undefined;
}
