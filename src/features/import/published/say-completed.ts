import type { Cube } from '../../../budget/cubes/index.js';
import { matcher } from '../../../budget/query.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { exactAmount } from '../../../document/figure.js';
import type { AmountUnit } from '../../../money/units.js';
import type { Completed } from './complete.js';
import type { HeldCell } from './held-cells.js';
import type { Untold } from './untold.js';

const MOST = 12;

/** What to tell of the tables as a whole: what was worked out, what is the office's to say, and whether they come again. */
export function sayCompleted(completed: Completed, unit: AmountUnit): { lines: string[]; findings: Diagnostic[] } {
  const { told, totals, untold, differing, missing, compared } = completed;
  const lines = [
    ...(told.length === 0
      ? []
      : [
          `这 ${told.length} 个数由几张表合起来算出，别无他解：${told.map((one) => `${keys(one.path)} ${exactAmount(one.amount, unit)}`).join('；')}。`,
        ]),
    ...(totals.length === 0
      ? []
      : [
          `公布的合计与各项相加有四舍五入的尾差，照公布的写进“公布数”：${totals.map(({ words, amount, at }) => `${Object.values(words).join('、')} ${exactAmount(amount, unit)}（${at}）`).join('；')}。`,
        ]),
    ...(compared > 0 && untold.length + differing.length + missing.length === 0
      ? [`重新生成的表与这个工作簿逐格相同（${compared} 个金额）。`]
      : []),
  ];
  const asked = untold.flatMap(({ unknowns }) => unknowns.map(({ fact }) => fact));
  const others = differing.filter(({ query }) => !query || !asked.some((one) => one.cube === query.cube && matcher(query)(one)));
  return { lines, findings: [...untold.map((one) => untoldFinding(one, unit)), ...differingFinding(others, missing, unit)] };
}

const keys = (path: readonly (string | number)[]): string => path.join('/');

/** Each key by itself, so that nothing has to be guessed. */
function untoldFinding({ unknowns, sums }: Untold, unit: AmountUnit): Diagnostic {
  const shown = sums.map(({ amount, at }) => `${exactAmount(amount, unit)}${at.length > 0 ? `（${at.slice(0, 3).join('、')}）` : ''}`);
  const message = `这几处各是多少，表里只有合起来的数：${unknowns.map(({ path }) => keys(path)).join('、')}。合起来是 ${shown.join('，')}。`;
  return { code: 'import-untold', severity: 'warning', message, hint: '照预算批复，在部门文件里填写其中有的。' };
}

function differingFinding(differing: Completed['differing'], missing: Completed['missing'], unit: AmountUnit): Diagnostic[] {
  if (differing.length + missing.length === 0) return [];
  const amounts = differing.map(
    (one) => `${one.at} 印 ${exactAmount(one.published, unit)}，现在是 ${exactAmount(one.now, unit)}${keyOf(one)}`,
  );
  const texts = missing.map(({ at, text }) => `${at} “${text.length > 20 ? `${text.slice(0, 20)}……` : text}”`);
  const all = [...amounts, ...texts];
  const message = `重新生成的表还有 ${all.length} 处与这个工作簿不同：${all.slice(0, MOST).join('；')}${all.length > MOST ? `……另有 ${all.length - MOST} 处` : ''}。`;
  return [{ code: 'import-cells-differ', severity: 'warning', message, hint: '补填上面说的内容，再导入一次，就知道齐了没有。' }];
}

const ROOTS: Readonly<Partial<Record<Cube, string>>> = {
  基本支出经济分类: '一般公共预算基本支出',
  项目支出: '项目',
  上年执行: '上年执行数',
  资产: '国有资产',
  车辆: '国有资产',
  计划购置: '国有资产',
};

/** Where in the file it is to be filled in. */
function keyOf({ query }: HeldCell): string {
  if (!query) return '';
  const { cube, where } = query;
  return `（${[ROOTS[cube] ?? cube, ...Object.values(where).map((value) => [value].flat().join('、'))].join('/')}）`;
}
