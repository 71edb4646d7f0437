import type { PublishedTable } from '../../tables/published-table.js';
import type { Check, Finding } from '../check.js';
import { finding, findingsOr } from '../shared/findings.js';

/**
 * 符合：
 *     三公经费: 无
 *     一般公共预算基本支出[5].科目: "30207"
 *     一般公共预算基本支出[6].科目: "30211"
 *     增减原因.公务接待费: 删除
 *     核对数: 删除
 * 不符：
 *     方案改动: {方案.yaml: {"没有{{名称}}，本表无数据。": "本表无数据。"}}
 * 不符：
 *     方案改动: {报表/09-国有资本经营预算收支表.yaml: {"行:": "空表说明: 注：本部门没有政府性基金预算支出，本表无数据。\n行:"}}
 */
export const emptyTablesExplained: Check = {
  code: 'empty-tables-explained',
  group: '公开要求',
  severity: '错误',
  rule: '没有数据的报表也要印出，并用一句话说明是哪一项没有；有数据的报表下面没有这样的说明。',
  relations: ['C02'],
  basis: '财预〔2016〕143号：没有数据的表格应列出空表并说明',
  run: ({ tables }) =>
    findingsOr(tables.flatMap(noteOf), tables.length, `${tables.filter((table) => table.empty).length} 张空表都有说明。`),
};

function noteOf(table: PublishedTable): Finding[] {
  const place = { kind: 'document', text: `${table.label} ${table.title}`, anchor: table.id } as const;
  const note = table.notes.find((text) => /无数据|没有/.test(text));
  if (!table.empty) return note === undefined ? [] : [finding(`${table.label}有数据，下面却印着“${note}”。`, place)];
  if (table.rows.length === 0 || table.header.length === 0) return [finding(`${table.label}没有数据，也没有印出表头和合计行。`, place)];
  if (table.unstated.length > 0) return [];
  if (note === undefined) return [finding(`${table.label}没有数据，也没有说明。`, place, { hint: '在方案里写明“空表说明”。' })];
  if (note.includes(table.name)) return [];
  return [finding(`${table.label}的说明“${note}”没有说清是${table.name}没有数据。`, place, { hint: '在“空表说明”里写上{{名称}}。' })];
}
