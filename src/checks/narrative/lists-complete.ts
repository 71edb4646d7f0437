import type { CategoryFigure } from '../../budget/figures/by-category.js';
import { fiscalAppropriationFigures, generalBudgetFigures } from '../../budget/figures/general-budget.js';
import type { Document } from '../../document/document.js';
import { groupBy } from '../../plain/objects.js';
import { type Check, type Finding, finding, findingsOr, unchecked } from '../check.js';
import { proseFigures } from '../shared/printed.js';
import { whereTemplatesName } from '../shared/written-in.js';

/**
 * 符合：
 *     支出[1].科目: "2070199"
 * 不符：
 *     方案改动: {说明/04-财政拨款收支.hbs: {"{{#逐项 财政拨款.支出按类 \"、\"}}{{名称}}{{万元 金额}}{{#如果 冲减}}（冲减）{{/如果}}{{/逐项}}": "一般公共服务支出"}, 说明/05-一般公共预算支出.hbs: {"{{#逐项 一般公共预算.支出按类 \"；\"}}{{名称}}{{万元 金额}}{{#如果 冲减}}（冲减）{{/如果}}{{#如果 有占比}}，占{{百分比 占比}}{{/如果}}{{/逐项}}": "一般公共服务支出"}}
 */
export const listsComplete: Check = {
  code: 'lists-complete',
  group: '文字说明',
  severity: '错误',
  rule: '说明里逐项列出的支出，应与报表里有数的各类一致，按科目编码的次序，一项不漏。',
  relations: ['N-6'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ budget, document, profile }) => {
    if (!document) return [unchecked('没有生成文件，不能核对逐项列出的支出。')];
    const lists = [
      { label: '一般公共预算当年支出', variable: '一般公共预算.支出按类', items: generalBudgetFigures(budget).categories },
      { label: '财政拨款支出', variable: '财政拨款.支出按类', items: fiscalAppropriationFigures(budget).categories },
    ].filter(({ items }) => items.length > 0);
    const findings = lists.flatMap(({ label, variable, items }): Finding[] => {
      if (isListed(items, document)) return [];
      const names = items.map((item) => item.name).join('、');
      return [
        finding(`说明里没有按科目编码的次序完整列出${label}的各类：${names}。`, whereTemplatesName(variable, profile), {
          hint: '核对模板里逐项列出支出的一句。',
        }),
      ];
    });
    return findingsOr(findings, lists.length, '说明里逐项列出的支出与报表一致，按科目编码的次序。');
  },
};

/** Some paragraph prints the amounts of all items, in this order, with nothing of the list missing. */
function isListed(items: readonly CategoryFigure[], document: Document): boolean {
  const ids = items.map((item) => item.amount.id);
  const paragraphs = byParagraph(document);
  return [...paragraphs.values()].some(
    (figures) =>
      figures
        .map((one) => one.inline.figure)
        .filter((id) => ids.includes(id))
        .join() === ids.join(),
  );
}

const byParagraph = (document: Document) => groupBy(proseFigures(document), ({ paragraph }) => paragraph);
