import type { Outcome, Path, Verdict } from '../../checks/check.js';
import type { CheckReport } from '../../checks/run-checks.js';
import type { Document } from '../../document/document.js';
import { blocksOf, entryTitle, isEntry } from '../../document/walk.js';
import type { PublishedTable } from '../../tables/published-table.js';

/** One line of the readiness checklist. */
export interface ChecklistLine {
  readonly id: string;
  readonly requirement: string;
  /** 待确认: only reminders stand open, which a person must look at. */
  readonly verdict: Verdict | '不适用' | '待确认';
  /** What the verdict rests on. */
  readonly evidence: readonly string[];
  /** Page where the thing stands, if it stands in the document. */
  readonly page?: string;
}

interface Requirement {
  readonly id: string;
  readonly requirement: string;
  /** Checks that decide; none: the section alone. */
  readonly checks: readonly string[];
  /** Only outcomes about these places of the definition count. */
  readonly about?: (path: Path) => boolean;
  /** A heading or table title that must stand in the document. */
  readonly section?: RegExp;
  /** The section is text: a table of that name does not do. */
  readonly text?: true;
}

const first =
  (...names: string[]) =>
  (path: Path) =>
    names.includes(String(path[0]));

/** requirements.md §2, each decided by checks and by the section that must be there. */
const REQUIREMENTS: readonly Requirement[] = [
  { id: 'C01', requirement: '要求公开的报表齐全，依次编号，目录与表上名称一致', checks: ['tables-complete'], section: /收支总表/ },
  { id: 'C02', requirement: '没有数据的报表也印出，并说明是哪一项没有', checks: ['empty-tables-explained'], section: /政府性基金/ },
  {
    id: 'C03',
    requirement: '支出按功能分类公开到项',
    checks: ['codes-known', 'code-parents-known', 'codes-confirmed', 'code-names-agree'],
    about: first('支出'),
    section: /一般公共预算支出|支出总表|支出预算/,
  },
  {
    id: 'C04',
    requirement: '一般公共预算基本支出按经济分类公开到款',
    checks: ['basic-expenditure-equals-economic', 'codes-known', 'codes-confirmed', 'government-code-fits-unit'],
    about: (path) => path[0] !== '支出' || path.length < 2,
    section: /基本支出.*(?:经济|表)/,
  },
  {
    id: 'C05',
    requirement: '“三公”经费分项公开，每项的增减都有原因',
    checks: ['three-public-covers-economic', 'reason-given', 'reason-says-something', 'reason-fits-change'],
    about: (path) => path[0] === '三公经费' || /因公|公务/.test(String(path[1])),
    section: /三公/,
  },
  {
    id: 'C06',
    requirement: '说明收入和支出的增减变化及原因',
    checks: ['reason-given', 'reason-says-something', 'change-words-fit', 'change-components-sum'],
    about: (path) => ['收入', '支出', '上年预算'].includes(String(path[0])) || ['收入', '支出'].includes(String(path[1])),
    section: /收支.*(?:变动|增减)|收入预算|支出预算/,
    text: true,
  },
  {
    id: 'C07',
    requirement: '说明机关运行经费的安排、增减和原因',
    checks: ['agency-funds-equal-operating', 'agency-funds-only-for-agencies', 'reason-given', 'reason-says-something'],
    about: (path) => path.includes('机关运行经费'),
    section: /机关运行经费/,
    text: true,
  },
  { id: 'C08', requirement: '说明政府采购总额和货物、工程、服务', checks: ['procurement-sums'], section: /政府采购/, text: true },
  {
    id: 'C09',
    requirement: '说明国有资产占用情况：车辆、房屋、大型设备和截至日期',
    checks: ['vehicles-within-quota', 'vehicle-cost-has-vehicles', 'dates-fit-year'],
    about: (path) => path.includes('国有资产') || path.includes('三公经费'),
    section: /国有资产/,
    text: true,
  },
  {
    id: 'C10',
    requirement: '说明预算绩效：项目数、金额、公开的绩效目标表',
    checks: [
      'performance-groups-sum',
      'form-sources-equal-total',
      'form-period-equals-year',
      'form-cost-equals-money',
      'project-names-unique',
    ],
    section: /绩效/,
    text: true,
  },
  {
    id: 'C11',
    requirement: '用到的专业名词都有解释',
    checks: ['glossary-term-missing', 'glossary-term-unused', 'template-residue'],
    section: /名词解释/,
  },
  {
    id: 'C12',
    requirement: '说明政府购买服务',
    checks: ['headings-have-content'],
    section: /政府购买服务|其他说明|其他相关情况/,
    text: true,
  },
  { id: 'C13', requirement: '说明部门职责、机构设置和所属单位', checks: ['project-units-known'], section: /职责|职能/, text: true },
  { id: 'C14', requirement: '在批复后二十日内公开', checks: ['published-in-time', 'dates-fit-year'], about: first('批复日期', '公开日期') },
  { id: 'C15', requirement: '文件名规范，文件属性里有公开日期', checks: [] },
  { id: 'C16', requirement: '没有涉密内容和个人信息', checks: ['personal-data', 'secrecy-marks', 'secrecy-words'] },
];

export interface ChecklistInput {
  readonly checks: CheckReport;
  readonly document?: Document | undefined;
  readonly tables: readonly PublishedTable[];
  readonly pages?: ReadonlyMap<string, string> | undefined;
  /** Stated date of publication. */
  readonly published?: string | undefined;
}

/** The checklist line by line: met, not met, not applicable, or not checked. */
export function checklist(input: ChecklistInput): ChecklistLine[] {
  return REQUIREMENTS.map((one) => decide(one, input));
}

function decide(one: Requirement, input: ChecklistInput): ChecklistLine {
  const base = { id: one.id, requirement: one.requirement };
  if (one.id === 'C15') return { ...base, ...publicationDate(input) };
  const outcomes = one.checks.flatMap((code) => outcomesOf(code, input.checks).filter((outcome) => concerns(outcome, one)));
  const open = outcomes.filter((outcome) => outcome.verdict === '不符' && !isAcknowledged(outcome, input.checks));
  const section = one.section && findSection(one.section, input, one.text);
  const missing = one.section && input.document && !section ? [`没有找到这一部分的标题。`] : [];
  const evidence = [...open.map(outcomeText), ...missing];
  if (evidence.length > 0)
    return {
      ...base,
      verdict: missing.length > 0 || !open.every((outcome) => isReminder(outcome, input.checks)) ? '不符' : '待确认',
      evidence,
      ...(section?.page !== undefined && { page: section.page }),
    };
  const page = section?.page === undefined ? {} : { page: section.page };
  const unchecked = outcomes.filter((outcome) => outcome.verdict === '未能核对');
  if (unchecked.length > 0 || (one.section && !input.document))
    return { ...base, verdict: '未能核对', evidence: unchecked.length > 0 ? unchecked.map(outcomeText) : ['没有生成文件。'], ...page };
  if (outcomes.length === 0 && !section) return { ...base, verdict: '不适用', evidence: ['本年没有这一项内容。'] };
  const confirmed = outcomes.filter((outcome) => outcome.verdict === '不符').length;
  const texts = outcomes.flatMap((outcome) => (outcome.kind === 'clean' ? [outcome.message] : []));
  const compared = outcomes.filter((outcome) => outcome.kind === 'comparison').length;
  const done = [
    ...(section ? [`见“${section.title}”。`] : []),
    ...(compared > 0 ? [`${compared} 处金额核对相符。`] : []),
    ...texts,
    ...(confirmed > 0 ? [`${confirmed} 条提醒已经人工确认。`] : []),
  ];
  return { ...base, verdict: '符合', evidence: done, ...page };
}

function publicationDate({ document, published }: ChecklistInput): Pick<ChecklistLine, 'verdict' | 'evidence'> {
  if (!document) return { verdict: '未能核对', evidence: ['没有生成文件。'] };
  if (published === undefined) return { verdict: '未能核对', evidence: ['没有填写公开日期，文件属性里用的是年初的日期。'] };
  const fits = document.metadata.date === published;
  return fits
    ? { verdict: '符合', evidence: [`文件属性的日期是 ${published}，文件名由程序按固定规则生成。`] }
    : { verdict: '不符', evidence: [`文件属性的日期是 ${document.metadata.date}，公开日期是 ${published}。`] };
}

function outcomesOf(code: string, { outcomes }: CheckReport): Outcome[] {
  return outcomes.filter((one) => one.check.code === code).map((one) => one.outcome);
}

/** Outcomes without a place in the definition speak of the whole. */
function concerns(outcome: Outcome, { about }: Requirement): boolean {
  if (!about || outcome.verdict !== '不符') return true;
  const places =
    outcome.kind === 'comparison'
      ? [...outcome.left.places, ...outcome.right.places]
      : outcome.kind === 'finding' && outcome.place
        ? [outcome.place]
        : [];
  const paths = places.flatMap((place) => (place.kind === 'definition' ? [place.path] : []));
  return paths.length === 0 || paths.some(about);
}

function isReminder(outcome: Outcome, { checks }: CheckReport): boolean {
  return checks.some((one) => one.severity === '提醒' && one.outcomes.includes(outcome));
}

function isAcknowledged(outcome: Outcome, { acknowledged }: CheckReport): boolean {
  return outcome.kind === 'finding' && acknowledged.some((one) => one.diagnostic.message === outcome.message);
}

export function outcomeText(outcome: Outcome): string {
  if (outcome.kind !== 'comparison') return outcome.message;
  return outcome.message ?? `${outcome.left.label}与${outcome.right.label}不符。`;
}

function findSection(pattern: RegExp, { document, pages }: ChecklistInput, text?: true): { title: string; page?: string } | undefined {
  for (const block of document ? blocksOf(document) : []) {
    if (!isEntry(block) || (text && block.type !== 'heading')) continue;
    const title = entryTitle(block);
    if (!pattern.test(title)) continue;
    const page = pages?.get(block.id);
    return { title, ...(page !== undefined && { page }) };
  }
  return undefined;
}
