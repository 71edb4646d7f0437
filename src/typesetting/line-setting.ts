import type { TextStyle } from '../document/layout.js';
import { remembering } from '../plain/objects.js';
import { breakLines, type Line, type LineSetting, lineCounts } from './break-lines.js';
import { breakOpportunities } from './break-opportunities.js';
import { textWidth } from './text-width.js';

/** How a style's paragraph is set in a box `width` points wide. */
export function lineSetting(style: TextStyle, width: number): LineSetting {
  return {
    width: width - style.leftIndent * style.size,
    size: style.size,
    characterSpacing: style.characterSpacing,
    firstLineIndent: style.firstLineIndent * style.size,
    hangingPunctuation: style.align === 'justify',
  };
}

/** The style of a paragraph that says a little more or less space between its characters. */
export function tracked(style: TextStyle, tracking = 0): TextStyle {
  return tracking === 0 ? style : { ...style, characterSpacing: style.characterSpacing + tracking };
}

/** Lines of a paragraph in a box `width` points wide. */
export function paragraphLines(text: string, style: TextStyle, width: number): readonly Line[] {
  const setting = lineSetting(style, width);
  const lines = breakLines(text, setting);
  return style.align === 'centre' && lines.length > 1 ? balanced(text, setting, lines) : lines;
}

/** By the lines that `breakLines` remembers, which are the same for the same text and setting. */
const known = new WeakMap<readonly Line[], readonly Line[]>();

function balanced(text: string, setting: LineSetting, lines: readonly Line[]): readonly Line[] {
  const found = known.get(lines) ?? balanceLines(text, setting, lines);
  known.set(lines, found);
  return found;
}

/** Lines of a cell whose columns are together `width` points wide: writers and row heights must agree on them. */
export function cellLines(text: string, style: TextStyle, width: number, padding: number): readonly Line[] {
  return paragraphLines(text, style, width - 2 * padding);
}

/** Words of budget tables that centred text keeps whole where it can; longest first. */
const WORDS =
  /委员会|办公室|政府性|满意度|可持续|总预算|一般|公共|预算|决算|基金|支出|收入|经营|国有|资本|人民|政府|财政|专户|管理|资金|单位|部门|指标|影响|效益|服务|对象|结转|结余|安排|项目|经费|机关|运行|公用|人员|科目|名称|编码|经济|分类|功能|社会|保障|就业|卫生|健康|住房|教育|科技|文化|中心|计划|措施|制度|实施|保证|必要|总额|本年|上年|当年|年度|拨款|基本|采购|绩效|目标|情况|说明|收支|接待|购置|维护|公务|用车|出国|合计|小计|总计/g;

/** Characters of the longest of these words in a text: a column as narrow as that tears none. */
export function longestWord(text: string): number {
  let longest = 0;
  for (const word of text.match(WORDS) ?? []) longest = Math.max(longest, word.length);
  return longest;
}

/** In ems: a torn word is as bad as lines that differ by so much. */
const TORN_WORD = 2.5;

/** Text in more lines is no title and no label: it is filled line by line. */
const MOST_LINES = 6;

/** A place where a line may end; the widths of lines between two of them decide. */
interface Place {
  readonly offset: number;
  readonly tearsWord: boolean;
}

/** The cheapest way found to a place: its cost, and the place before it. */
interface Way {
  readonly cost: number;
  readonly from: number;
}

/**
 * Centred text in as many lines, none much shorter than the others and no word torn: not «政府性基 / 金预算». It is as
 * high as before, so whoever only counts lines need not know.
 */
function balanceLines(text: string, setting: LineSetting, lines: readonly Line[]): readonly Line[] {
  if (lines.length > MOST_LINES || lines.some((line) => line.torn === true || line.hung === true)) return lines;
  const offsets = beforeRemark(text, setting, lines.length) ?? bestOffsets(text, setting, lines.length);
  return offsets === undefined ? lines : linesBetween(text, setting, offsets);
}

/** «…表 / （不含上年结转）»: a remark at the end stands on a line of its own. */
function beforeRemark(text: string, setting: LineSetting, count: number): number[] | undefined {
  const at = text.endsWith('）') ? text.lastIndexOf('（') : -1;
  const fits = at > 0 && [text.slice(0, at), text.slice(at)].every((part) => widthOf(part, setting) <= setting.width);
  return fits && count === 2 ? [0, at, text.length] : undefined;
}

function bestOffsets(text: string, setting: LineSetting, count: number): number[] | undefined {
  const places = placesIn(text);
  const mean = widthOf(text, setting) / count;
  const last = places.length - 1;
  let ways: Array<Way | undefined> = [{ cost: 0, from: -1 }];
  const steps: Array<ReadonlyArray<Way | undefined>> = [];
  for (let line = 0; line < count; line++) {
    const before = ways;
    ways = places.map((_, to) => cheapest(text, setting, places, before, to, mean));
    steps.push(ways);
  }
  return ways[last] === undefined ? undefined : traceBack(places, steps, last);
}

/** The cheapest line that ends at a place, over all places that it may begin at. */
function cheapest(
  text: string,
  setting: LineSetting,
  places: readonly Place[],
  before: ReadonlyArray<Way | undefined>,
  to: number,
  mean: number,
): Way | undefined {
  let best: Way | undefined;
  const end = places[to];
  for (let from = to - 1; from >= 0; from--) {
    const [way, start] = [before[from], places[from]];
    if (start === undefined || end === undefined) continue;
    const width = widthOf(text.slice(start.offset, end.offset), setting);
    if (width > setting.width) break;
    if (way === undefined) continue;
    const cost = way.cost + ((width - mean) / setting.size) ** 2 + (end.tearsWord ? TORN_WORD ** 2 : 0);
    if (best === undefined || cost < best.cost - 1e-9) best = { cost, from };
  }
  return best;
}

function traceBack(places: readonly Place[], steps: ReadonlyArray<ReadonlyArray<Way | undefined>>, last: number): number[] {
  const offsets: number[] = [];
  let at = last;
  for (const ways of [...steps].reverse()) {
    offsets.unshift(places[at]?.offset ?? 0);
    at = ways[at]?.from ?? 0;
  }
  return [0, ...offsets];
}

function placesIn(text: string): Place[] {
  const inside = new Set<number>();
  for (const match of text.matchAll(WORDS))
    for (let offset = match.index + 1; offset < match.index + match[0].length; offset++) inside.add(offset);
  const { strict } = breakOpportunities(text);
  const offsets = [...strict].sort((a, b) => a - b);
  const places = offsets.map((offset) => ({ offset, tearsWord: inside.has(offset) }));
  return [{ offset: 0, tearsWord: false }, ...places, { offset: text.length, tearsWord: false }];
}

const widthOf = (text: string, { size, characterSpacing }: LineSetting): number => textWidth(text.trimEnd(), size, characterSpacing);

/** The lines that have these ends. */
function linesBetween(text: string, setting: LineSetting, offsets: readonly number[]): Line[] {
  return offsets.slice(1).map((end, index) => {
    const start = offsets[index] ?? 0;
    return { start, end, width: widthOf(text.slice(start, end), setting), last: end === text.length };
  });
}

/** A twentieth of a point: the smallest step that Word stores. */
const STEP = 0.05;
/** Half a point, a thirtieth of a character: nobody sees it. */
const MOST_STEPS = 10;
/** 0, then ever larger steps in both directions. */
const TRACKINGS: readonly number[] = [
  0,
  ...Array.from({ length: MOST_STEPS }, (_, index) => (index + 1) * STEP).flatMap((step) => [step, -step]),
];

/** Programs round widths, each in its own way: a line that is filled to a hair ends now here, now there. */
const DOUBTS = [0, 1, -1];
const HABITS = [undefined, 'word', 'libreOffice'] as const;

/** Departments say much in the same words. */
const steadied = remembering<number | undefined>(5_000);

/**
 * Points between characters, on top of the style's, with which our own rules, Word's and LibreOffice's set a paragraph
 * in the same number of lines; 0 where they do anyway. A line more in one of them would move all that follows on the
 * page, and the contents would name the wrong page. Undefined where no such spacing is small enough not to be seen.
 */
export function steadyTracking(text: string, style: TextStyle, width: number): number | undefined {
  const setting = lineSetting(style, width);
  return steadied(`${Object.values(setting).join(' ')} ${text}`, () =>
    TRACKINGS.find((one) => isSteady(text, { ...setting, characterSpacing: setting.characterSpacing + one })),
  );
}

function isSteady(text: string, setting: LineSetting): boolean {
  const widths = DOUBTS.map((doubt) => setting.width + doubt);
  let own: number | undefined;
  return HABITS.every((habits) => {
    const counts = lineCounts(text, { ...setting, ...(habits && { habits }) }, widths);
    own ??= counts[0];
    return counts.every((count) => count === own);
  });
}
