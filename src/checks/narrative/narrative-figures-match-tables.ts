import { type Check, type Finding, finding, findingsOr, unchecked } from '../check.js';
import { type AmountCell, amountCells, cellName, tableFormat } from '../shared/cells.js';
import { clauseBefore, printedNumber, proseFigures } from '../shared/printed.js';

/**
 * 符合：
 *     其他说明: 本部门没有其他需要说明的情况。
 * 符合：
 *     方案改动: {方案.yaml: {"文中金额: {单位: 万元, 小数: 2": "文中金额: {单位: 万元, 小数: 0"}}
 * 不符：
 *     方案改动: {说明/02-收入预算.hbs: {"{{万元 收入.一般公共预算}}": "{{数量 收入.一般公共预算}}万元"}}
 */
export const narrativeFiguresMatchTables: Check = {
  code: 'narrative-figures-match-tables',
  group: '文字说明',
  severity: '错误',
  rule: '说明里的每一个金额，报表里也有这个数的，两处印出的应相等；方案在文中和表内用不同的单位或小数位数的除外，那时各由精确数得出。',
  relations: ['N-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ tables, document, profile }) => {
    if (!document) return [unchecked('没有生成文件，不能核对说明与报表。')];
    const cells = new Map<string | undefined, AmountCell>();
    for (const one of amountCells(tables)) cells.set(one.cell.figure?.id, one);
    const amounts = proseFigures(document).filter((one) => one.unit === '万元' || one.unit === '元');
    const matched = amounts.flatMap((one) => {
      const cell = cells.get(one.inline.figure);
      return cell ? [{ one, cell }] : [];
    });
    const findings = matched.flatMap(({ one, cell }): Finding[] => {
      const inTable = printedNumber(cell.cell.text);
      const inText = printedNumber(one.inline.text);
      const { unit, decimals } = tableFormat(cell.table, profile);
      const comparable = unit === one.unit && decimals === profile.spec.文中金额.小数;
      if (!comparable || (inTable && inText?.eq(inTable))) return [];
      return [
        finding(
          `说明里的“${clauseBefore(one)}${one.inline.text}${one.unit}”，在${cellName(cell.table, cell.place)}印的是 ${cell.cell.text}。`,
          one.place,
          { hint: '核对方案里“表内金额”“文中金额”的写法。' },
        ),
      ];
    });
    return findingsOr(
      findings,
      amounts.length,
      `说明里 ${amounts.length} 个金额，${matched.length} 个在报表里也有，都相等；其余由报表里的数计算得出。`,
    );
  },
};
