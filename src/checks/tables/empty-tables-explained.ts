import type { PublishedTable } from '../../tables/published-table.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import type { Place } from '../place.js';
import { columnTitle, tableCalled } from '../shared/cells.js';

/**
 * 符合：
 *     三公经费: 无
 *     一般公共预算基本支出[5].科目: "30207"
 *     一般公共预算基本支出[6].科目: "30211"
 *     增减原因.公务接待费: 删除
 *     核对数: 删除
 * 符合：
 *     文字.空表说明: {国有资本经营预算收支: 注：本部门2026年无国有资本经营预算财政拨款安排的预算，故本表为空表。}
 * 符合：
 *     文字.表注: {财政拨款安排的“三公”经费支出: 注：本表的支出没有使用上年结转资金。}
 * 不符：
 *     方案改动: {方案.yaml: {"没有{{名称}}，本表无数据。": "本表无数据。"}}
 * 不符：
 *     方案改动: {报表/09-国有资本经营预算收支表.yaml: {"行:": "空表说明: 注：本部门没有政府性基金预算支出，本表无数据。\n行:"}}
 * 不符（文字/表注/财政拨款安排的“三公”经费支出）：
 *     文字.表注: {财政拨款安排的“三公”经费支出: 注：本部门2026年无“三公”经费预算，故本表为空表。}
 * 不符（文字/表注/财政拨款安排的“三公”经费支出）：
 *     文字.表注: {财政拨款安排的“三公”经费支出: 注：本部门没有安排公务接待费。}
 */
export const emptyTablesExplained: Check = {
  code: 'empty-tables-explained',
  group: '公开要求',
  severity: '错误',
  rule: '没有数据的报表也要印出，并用一句话说明是哪一项没有；报表下面的说明要与表里的数相合，有数的不说没有。',
  relations: ['C02'],
  basis: '财预〔2016〕143号：没有数据的表格应列出空表并说明',
  run: (context) => {
    const { tables } = context;
    const findings = tables.flatMap((table) => (table.empty ? unexplained(table, context) : contradicting(table, context)));
    const empty = tables.filter((table) => table.empty).length;
    return findingsOr(findings, tables.length, empty === 0 ? '没有空表。' : `${empty} 张空表都有说明。`);
  },
};

const SAYS_EMPTY = /空表|(?:无|没有)(?:任何)?数据/;
/** What a note says that there is none of, up to the next mark. */
const DENIED = /(?:没有|未安排|不涉及|无)([^，。；：、]+)/g;

/** A table with figures under which a note says that it is empty, or that there is none of what a cell holds. */
function contradicting(table: PublishedTable, context: CheckContext): Finding[] {
  return table.notes.flatMap((note) => {
    const denied = [...note.matchAll(DENIED)].map(([, what = '']) => what);
    const place = placeOf(note, table, context);
    if (SAYS_EMPTY.test(note) || denied.some((what) => what.includes(table.name)))
      return [finding(`${tableCalled(table)}有数据，下面却印着“${note}”。`, place, { hint: '删去这句说明，或核对这张表的数。' })];
    const held = (denied.length === 0 ? [] : namesWithMoney(table)).find((name) => denied.some((what) => what.includes(name)));
    return held === undefined
      ? []
      : [finding(`${tableCalled(table)}里“${held}”有数，下面却印着“${note}”。`, place, { hint: '核对说明和这一项的金额。' })];
  });
}

/** Names of the rows and columns that hold money; shorter ones, such as 合计, say nothing of what it is. */
function namesWithMoney(table: PublishedTable): string[] {
  const names = table.rows.flatMap(({ cells }) => {
    const money = cells.filter((cell) => cell.figure && !cell.figure.value.isZero());
    if (money.length === 0) return [];
    const labels = cells.filter((cell) => cell.role === 'text').map((cell) => cell.text.replace(/^[一二三四五六七八九十\d]+[、.]/, ''));
    return [...labels, ...money.map((cell) => columnTitle(table, cell.column).split('/').at(-1) ?? '')];
  });
  return [...new Set(names)].filter((name) => name.length > 3);
}

function unexplained(table: PublishedTable, context: CheckContext): Finding[] {
  const place = placeOf('', table, context);
  if (!table.form && (table.rows.length === 0 || table.header.length === 0))
    return [finding(`${tableCalled(table)}没有数据，也没有印出表头和合计行。`, place)];
  if (table.unstated.length > 0) return [];
  const note = table.notes.find((text) => SAYS_EMPTY.test(text) || /没有|未安排|不涉及|无/.test(text));
  if (note === undefined)
    return [finding(`${tableCalled(table)}没有数据，也没有说明。`, place, { hint: '在方案或文件里写明“空表说明”。' })];
  if (speaksOf(note, table, context)) return [];
  const hint = '说明里写上这张表的名称，如“本部门没有……，本表无数据”。';
  return [finding(`${tableCalled(table)}的说明“${note}”没有说清是${table.name}没有数据。`, placeOf(note, table, context), { hint })];
}

/** No other table's name is nearer to what the note says. */
function speaksOf(note: string, table: PublishedTable, { tables }: CheckContext): boolean {
  const own = shared(note, table.name);
  return own > 2 && tables.every((other) => shared(note, other.name) <= own);
}

/** Length of the longest stretch of the name that stands in the note. */
function shared(note: string, name: string): number {
  for (let length = name.length; length > 0; length -= 1)
    for (let start = 0; start + length <= name.length; start += 1) if (note.includes(name.slice(start, start + length))) return length;
  return 0;
}

/** Where the note is typed; else the table. */
function placeOf(note: string, table: PublishedTable, { department, definition: { district } }: CheckContext): Place {
  for (const key of ['空表说明', '表注'] as const) {
    const path = ['文字', key, table.name];
    if (department.文字?.[key]?.[table.name] === note) return { kind: 'definition', path };
    if (district.文字?.[key]?.[table.name] === note) return { kind: 'district', path };
  }
  return { kind: 'document', text: `${table.label} ${table.title}`.trim(), anchor: table.id };
}
