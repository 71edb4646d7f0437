import type { Member } from '../../definition/definition.js';
import { Decimal } from '../../money/decimal.js';
import { askedSources, printsForms } from '../../narrative/asked.js';
import { groupBy, oncePer } from '../../plain/objects.js';
import type { Profile } from '../../profile/profile.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr, type Path, unchecked } from '../check.js';

/**
 * What is not typed to be printed by itself: it names, sorts or limits what is, or belongs to the work on the file. That a
 * check looks at something is no reason to be silent on it: whoever typed it takes it for published.
 */
export const NOT_FOR_PRINT: readonly string[] = [
  '金额单位',
  '方案',
  '部门/**',
  '批复日期',
  '公开日期',
  '一般公共预算基本支出/**',
  '收入/*/*/科目',
  '收入/*/*/名称',
  '支出/*/科目',
  '支出/*/名称',
  '年终结转/**',
  '项目/*/名称',
  '项目/*/单位',
  '项目/*/类别',
  '项目/*/资金/**',
  '项目/*/编报绩效目标',
  '编报绩效目标',
  '国有资产/车辆编制',
  '保密审查/**',
  '核对数/**',
  '公布数/**',
  '待确认/**',
  '已确认的提醒/**',
  '补充科目/**',
  '文字/**',
];

/**
 * 符合：
 *     国有资产.车辆编制: 5
 * 不符（政府采购预留/中小企业）：
 *     政府采购预留: {中小企业: 50000}
 * 不符（项目/0/绩效目标表/指标/产出指标/数量指标/0/权重）：
 *     项目[0].绩效目标表.指标.产出指标.数量指标[0].权重: 10
 * 不符（项目/0/绩效目标表）：
 *     方案改动: {说明/10-绩效管理.hbs: {"{{绩效目标表}}": ""}}
 * 不符（支出/0/用途）：
 *     支出[0].用途: 保障机关日常运转
 * 不符（增减原因/事业收入）：
 *     增减原因.事业收入: 床位收费增加
 */
export const notPrinted: Check = {
  code: 'not-printed',
  group: '公开要求',
  severity: '提醒',
  rule: '填写了的内容，方案都有地方印；方案不印的，列出来；只用来核对、归类的除外。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：内容准确、形式规范',
  run: (context) => {
    if (!context.document) return [unchecked('没有生成文件，不能核对填写的内容印了没有。')];
    const asked = askedPatterns(context.profile);
    const findings = [...context.members.flatMap((member) => unprinted(member, asked, context)), ...leftOut(asked, context)];
    return findingsOr(findings, asked.length, '填写的内容方案都印，或用于核对。');
  },
};

/** One finding for each key, however many items of a list have it. */
function unprinted(member: Member, asked: readonly Pattern[], { profile, definition }: CheckContext): Finding[] {
  const open = leavesBut((path) => asked.some((pattern) => fits(pattern, path)), member.content);
  const printed = definition.superior ? printsForms(profile) : printsFormTexts(profile);
  const isForm = (path: Path) => !printed && path[0] === '项目' && path[2] === '绩效目标表';
  // Forms of a unit are printed by its department; where nobody prints any, each is one thing.
  const paths = definition.superior ? open.filter((path) => !isForm(path)) : withoutRepeats(open, isForm);
  const groups = groupBy(paths, withoutNumbers);
  return [...groups.values()].map(([first = [], ...others]) => {
    const name = first.filter((step) => typeof step === 'string').join('/');
    const more = others.length === 0 ? '' : `（共 ${others.length + 1} 处）`;
    const hint = '要公开的，在方案的模板或报表里加上；不公开的，可以删去。';
    return finding(
      `“${name}”${more}填写了，本方案（${profile.spec.名称}）不印这一项。`,
      { kind: 'definition', file: member.file, path: first },
      { hint },
    );
  });
}

/**
 * Words of the department's own that its form would print and this document does not: the reason of a change that there
 * is not, the goal of the period where that of the year is printed. Not where a sentence waits for something unstated.
 */
function leftOut(asked: readonly Pattern[], { definition, texts, unstated = [] }: CheckContext): Finding[] {
  if (unstated.length > 0) return [];
  const printed = [...texts.composed, ...texts.labels].map(({ text }) => text).join('\n');
  const own = texts.stated.filter(({ place }) => place.kind === 'definition' && place.file === definition.file);
  const isLeft = ({ text }: { text: string }) => text.split('\n').some((line) => !printed.includes(line.trim().replace(/[。；]$/, '')));
  const isAsked = (path: Path) => SPOKEN.some((one) => fits(one, path)) && asked.some((one) => fits(one, path));
  return own
    .filter((one) => isAsked(one.path) && isLeft(one))
    .map(({ path, place }) =>
      finding(`“${path.filter((step) => typeof step === 'string').join('/')}”填写了，这份文件里没有要用它的话，没有印。`, place, {
        hint: '与上年相比没有增减的，原因不印；写了年度目标的，有的方案不再印实施期目标。用不到的，可以删去。',
      }),
    );
}

/** What stands in a sentence that is printed on a condition. */
const SPOKEN: readonly Pattern[] = ['增减原因/*', '项目/*/绩效目标表/实施期目标', '支出/*/用途', '国有资产/办公用房用途'].map(readPattern);

/** A pattern does not tell the items of a list apart. */
const withoutNumbers = (path: Path): string => path.map((step) => (typeof step === 'number' ? '*' : step)).join('/');

/** As forms, or in tables and sentences: then what of a form is not printed is told field by field. */
const printsFormTexts = (profile: Profile): boolean =>
  printsForms(profile) || askedSources(profile).some((pattern) => pattern.startsWith('项目/*/绩效目标表/'));

function withoutRepeats(paths: readonly Path[], isForm: (path: Path) => boolean): Path[] {
  const whole = paths.map((path) => (isForm(path) ? path.slice(0, 3) : path));
  return [...new Map(whole.map((path) => [path.join('/'), path])).values()];
}

/**
 * Places of what is said, but for those that are asked for; a zero says that there is nothing. Of the items of a list, the
 * first is asked about for all: there may be thousands.
 */
function leavesBut(isAsked: (path: Path) => boolean, root: unknown): Path[] {
  const known = new Map<string, boolean>();
  const open: Path[] = [];
  const steps: (string | number)[] = [];
  const visit = (value: unknown, alike: string): void => {
    if (value === undefined || (value instanceof Decimal && value.isZero())) return;
    if (typeof value === 'object' && value !== null && !(value instanceof Decimal)) return visitParts(value, alike);
    const asked = known.get(alike) ?? isAsked(steps);
    known.set(alike, asked);
    if (!asked) open.push([...steps]);
  };
  const visitAt = (step: string | number, value: unknown, alike: string): void => {
    steps.push(step);
    visit(value, alike);
    steps.pop();
  };
  const visitParts = (value: object, alike: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visitAt(index, item, `${alike}/*`));
    else for (const key of Object.keys(value)) visitAt(key, (value as Record<string, unknown>)[key], `${alike}/${key}`);
  };
  visit(root, '');
  return open;
}

/** `*` is any one step, `**` at the end anything below. */
interface Pattern {
  readonly steps: readonly string[];
  readonly isOpen: boolean;
}

function readPattern(pattern: string): Pattern {
  const steps = pattern.split('/');
  const isOpen = steps.at(-1) === '**';
  return { steps: isOpen ? steps.slice(0, -1) : steps, isOpen };
}

const askedPatterns = oncePer((profile: Profile): readonly Pattern[] => [...askedSources(profile), ...NOT_FOR_PRINT].map(readPattern));

function fits({ steps, isOpen }: Pattern, path: Path): boolean {
  if (isOpen ? path.length <= steps.length : path.length !== steps.length) return false;
  return steps.every((step, index) => step === '*' || step === String(path[index]));
}

/** Whether a path is one of those that a pattern means. */
export const fitsPattern = (pattern: string, path: Path): boolean => fits(readPattern(pattern), path);
