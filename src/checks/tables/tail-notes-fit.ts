import { hasTail } from '../../tables/tails.js';
import { type Check, finding, findingsOr } from '../check.js';
import { tableCalled } from '../shared/cells.js';

const NOTE = /尾差/;

/**
 * 符合：
 *     支出[2].基本支出.一般公共预算: 80040
 *     支出[3].基本支出.一般公共预算: 52040
 *     支出[0].基本支出.一般公共预算: 599920
 *     一般公共预算基本支出[1].金额: 80040
 *     一般公共预算基本支出[2].金额: 52040
 *     一般公共预算基本支出[0].金额: 399920
 * 不符：
 *     方案改动: {方案.yaml: {"空表说明: 注：": "空表说明: 注：部分金额可能存在尾差；"}}
 */
export const tailNotesFit: Check = {
  code: 'tail-notes-fit',
  group: '报表',
  severity: '错误',
  rule: '有尾差的报表下面要印尾差说明，没有尾差的不印。',
  relations: ['H'],
  basis: '财预〔2016〕143号：内容准确、形式规范',
  run: ({ tables, budget }) => {
    const findings = tables.flatMap((table) => {
      const noted = table.notes.some((note) => NOTE.test(note));
      if (noted === hasTail(table, budget)) return [];
      const place = { kind: 'document', text: `${table.label} ${table.title}`.trim(), anchor: table.id } as const;
      return finding(`${tableCalled(table)}${noted ? '没有尾差，却印了尾差说明' : '有尾差，没有印尾差说明'}。`, place, {
        hint: '核对方案里的“尾差说明”和“空表说明”。',
      });
    });
    return findingsOr(findings, tables.length, '尾差说明只印在有尾差的报表下面。');
  },
};
