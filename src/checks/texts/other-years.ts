import { type Check, findingsOr } from '../check.js';
import type { Path } from '../place.js';
import { lint, type Match, matchAll } from '../shared/lint.js';

const NAMES_YEAR = /年|[〔[（(]\d/;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?=年)|[〔[（(](?:19|20)\d{2}[〕\]）)]/g;
/** Words that make another year right: comparisons, days, deadlines, spans and plans. */
const BEFORE = /(?:比|较|与|同|截至|截止|自|从|至|到|于|以来|上年|去年|[和、—–~～-])$/;
const COMPARED = /(?:比|较|与|同|自|从|以来|和|相比|截至|根据|依据|按照?)$/;
const AFTER =
  /^年(?:前|后|为|\d{1,2}月|底|末|初|以来|至|到|起|—|-|（|预算(?:数|减少|增加|相比|持平)|度?决算|以[前后]|无|没有|未|和\d{4}年)/;

/** «二〇二四年», «24年12月31日»: years that are not four digits. */
const IN_WORDS = /[一二][〇零○九][〇零○一二三四五六七八九]{2}(?=年)/g;
const TWO_DIGITS = /(?<![\d.第近满前后历时达共约超逾第一每])['’‘]?\d{2}年(?=\d{1,2}月|底|末|初|度)/g;
const NUMERALS = '〇一二三四五六七八九';

/**
 * 符合：
 *     其他说明: 比2025年减少2项，截至2024年12月31日在用，依据财预〔2016〕143号，于2023年启用，2030年前完成，落实2021—2025年规划，纳入《2021年工作规划》，比二〇二五年减少，自二〇二三年起，工程历时24年完成。
 * 不符（其他说明）：
 *     其他说明: 2025年本部门继续推进政务服务改革。
 * 不符（增减原因/收入）：
 *     增减原因.收入: 2024年新增政务平台运行维护项目
 * 不符（其他说明）：
 *     其他说明: 二〇二四年本部门继续推进政务服务改革。
 * 不符（其他说明）：
 *     其他说明: 截至24年12月31日，设备没有变化。
 * 不符（其他说明）：
 *     其他说明: 截至二〇二三年底，设备没有变化。
 * 不符（项目/0/绩效目标表/指标/产出指标/时效指标/0/值）：
 *     项目[0].绩效目标表.指标.产出指标.时效指标: [{名称: 完成时间, 值: 2025年12月底前}]
 */
export const otherYears: Check = {
  code: 'other-years',
  group: '文字规范',
  severity: '提醒',
  rule: '文字里的年份应写全，是预算年度；与上年比较、截至日期、文号、书名和项目名称除外。',
  relations: ['Y-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const match = (text: string) => [...otherYearsIn(text, context.year), ...yearsInWords(text, context.year), ...shortYears(text)];
    const inForm = (path: Path) => path.includes('绩效目标表');
    const findings = lint(context, match, {
      containing: NAMES_YEAR,
      stated: ({ path, field }) => !(path[0] === '项目' && field === '名称') && !inForm(path),
    });
    const targets = lint(context, (text) => pastYears(text, context.year), {
      containing: NAMES_YEAR,
      stated: ({ path, field }) => inForm(path) && TARGETS.includes(field),
      composed: () => false,
    });
    return findingsOr([...findings, ...targets], 1, `文字里的年份都是 ${context.year} 年，或在比较、日期、文号之中。`);
  },
};

/** Fields of a form that say what is to be done, and by when. */
const TARGETS: readonly string[] = ['值', '年度值', '实施期值', '年度目标'];

/** A target that was to be met before the budget year; «比2025年增长» compares. */
function pastYears(text: string, year: number): Match[] {
  return [...text.matchAll(YEAR)].flatMap(({ 0: named, index }) => {
    if (!/^\d/.test(named) || Number(named) >= year || COMPARED.test(text.slice(0, index)) || isInTitle(text, index)) return [];
    return [{ index, length: 5, message: `里的“${named}年”在预算年度之前。`, hint: '目标要在预算年度完成：核对是不是沿用了往年的文字。' }];
  });
}

function otherYearsIn(text: string, year: number): Match[] {
  return [...text.matchAll(YEAR)].flatMap((found) => {
    const { index } = found;
    const [named] = found;
    if (!/^\d/.test(named) || named === String(year)) return [];
    if (isRight(text, index, Number(named), year)) return [];
    return [{ index, length: 5, message: `里的“${named}年”不是预算年度。`, hint: '核对是不是沿用了往年的文字。' }];
  });
}

/** An as-of date may be that of the last full year that was closed when the budget was made, not an older one. */
const AS_OF = /(?:截至|截止)$/;
const OLDEST_AS_OF = 2;

function isRight(text: string, index: number, named: number, year: number): boolean {
  const before = text.slice(0, index);
  if (isInTitle(text, index)) return true;
  if (AS_OF.test(before)) return named >= year - OLDEST_AS_OF;
  return BEFORE.test(before) || AFTER.test(text.slice(index + 4));
}

function yearsInWords(text: string, year: number): Match[] {
  return [...text.matchAll(IN_WORDS)].flatMap(({ 0: named, index }) => {
    const digits = [...named].map((one) => Math.max(0, NUMERALS.indexOf(one))).join('');
    if (digits === String(year) || isRight(text, index, Number(digits), year)) return [];
    return [{ index, length: 5, message: `里的“${named}年”不是预算年度。`, hint: '核对是不是沿用了往年的文字。' }];
  });
}

function shortYears(text: string): Match[] {
  return matchAll(text, TWO_DIGITS, ([named]) => `里的“${named}”没有写全年份。`, '写出四位的年份。');
}

/** Inside 《》. */
function isInTitle(text: string, index: number): boolean {
  return text.lastIndexOf('《', index) > text.lastIndexOf('》', index);
}
