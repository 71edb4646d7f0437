import type { FigureUnit } from '../../document/figure.js';
import type { AmountFormat } from '../../money/format.js';
import { POWER } from '../../money/units.js';
import { oncePer } from '../../plain/objects.js';
import type { PublishedTable } from '../../tables/published-table.js';
import { type Check, type Finding, finding, findingsOr } from '../check.js';
import { amountCells, cellName, cellPlace, tableFormat } from '../shared/cells.js';
import { printedDecimals, printedUnits, proseFigures, roundedUnits, wordsBefore } from '../shared/printed.js';

/**
 * 符合：
 *     方案改动: {方案.yaml: {"文中金额: {单位: 万元, 小数: 2": "文中金额: {单位: 万元, 小数: 0"}}
 * 符合：
 *     收入.单位资金: 40000.49
 *     支出[1].项目支出.单位资金: 40000.49
 *     项目[2].资金.单位资金: 40000.49
 *     核对数: 删除
 * 不符：
 *     方案改动: {说明/02-收入预算.hbs: {"{{万元 收入.总计}}": "{{数量 收入.总计}}万元"}}
 */
export const figuresRoundedOnce: Check = {
  code: 'figures-rounded-once',
  group: '报表',
  severity: '错误',
  rule: '印出的每一个金额和比率，都应由精确数一次四舍五入到方案规定的小数位数得出（文中与报表各有一种）。',
  relations: ['N-1'],
  basis: '财预〔2016〕143号：内容准确、形式规范',
  run: ({ tables, profile, document }) => {
    const formatOf = oncePer((table: PublishedTable) => tableFormat(table, profile));
    const cells = amountCells(tables).filter(({ cell }) => cell.text !== '');
    const wrongCells = cells.flatMap(({ table, place, cell }): Finding[] => {
      const value = cell.figure?.value.toFixed() ?? '';
      const { shift, decimals } = roundingOf(cell.figure?.unit ?? 'yuan', value, formatOf(table), profile.spec.文中比率.小数);
      if (printedUnits(cell.text) === roundedUnits(value, shift, decimals)) return [];
      const said = cell.figure?.unit === 'yuan' ? `${value}元` : value;
      return [finding(`${cellName(table, place)}印出 ${cell.text}，精确数是 ${said}。`, cellPlace(table, place))];
    });
    const figures = document ? proseFigures(document) : [];
    const wrongProse = figures.flatMap((one): Finding[] => {
      const { inline, unit, place } = one;
      const shift = unit === '%' ? -2 : unit === '万元' ? POWER.万元 : 0;
      const decimals = printedDecimals(inline.text);
      const isRight = printedUnits(inline.text) === roundedUnits(inline.value, shift, decimals);
      const isWhole = /^0%?$/.test(inline.text) || (unit !== '万元' && unit !== '%');
      const expected = unit === '%' ? profile.spec.文中比率.小数 : profile.spec.文中金额.小数;
      if (isRight && (isWhole || decimals === expected)) return [];
      return [
        finding(
          `“${wordsBefore(one)}${inline.text}${unit === '%' ? '' : unit}”不是精确数 ${inline.value} 四舍五入到 ${expected} 位小数的结果。`,
          place,
          {
            hint: '核对方案里“文中金额”“文中比率”的小数位数。',
          },
        ),
      ];
    });
    return findingsOr(
      [...wrongCells, ...wrongProse],
      cells.length + figures.length,
      `${cells.length + figures.length} 个印出的数都由精确数一次四舍五入得出。`,
    );
  },
};

/** Amounts are printed in the table's unit, rates as the sentences print them, counts as they are. */
function roundingOf(kind: FigureUnit, value: string, { unit, decimals }: AmountFormat, ratioDecimals: number) {
  if (kind === 'yuan') return { shift: POWER[unit], decimals };
  return kind === 'ratio' ? { shift: -2, decimals: ratioDecimals } : { shift: 0, decimals: printedDecimals(value) };
}
