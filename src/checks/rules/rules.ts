import { Decimal } from '../../money/decimal.js';
import { defined, oncePer } from '../../plain/objects.js';
import type { CheckRulesSpec } from '../../profile/check-rules-schema.js';
import type { Measure } from '../../profile/table-schema.js';
import { patternOf } from '../../profile/word-pattern.js';
import { DOUBTFUL, LEFTOVERS, type Replacement } from './leftovers.js';
import { type Magnitude, resolveMagnitude } from './magnitude.js';
import { EMPTY_PHRASES, GLOSSARY_TERMS, MISTAKES, OUTDATED_NAMES, SECRECY_WORDS } from './words.js';

/** `basic` for daily work, `strict` before publishing. */
export type Strictness = 'basic' | 'strict';

export type CellReference = NonNullable<CheckRulesSpec['表间关系']>[number]['一'];

/** Two cells that print one figure; where `onlyIfZero` is given, only while that cell is zero. */
export interface CrossTableRelation {
  readonly id: string;
  readonly first: CellReference;
  readonly second: CellReference;
  readonly onlyIfZero?: CellReference;
}

/** A column of a table whose row of every code is the code's figure in the budget. */
export interface RowRelation {
  readonly id: string;
  readonly table: string;
  readonly column: string;
  readonly level: '类' | '款' | '项';
  readonly measure: Measure;
}

/** What a requirement looks for in the document. */
export interface LookedFor {
  /** Of a line that is the district's own. */
  readonly sentence?: string;
  readonly basis?: string;
  /** Each with its alternatives: text has to stand under them. */
  readonly headings: readonly (readonly string[])[];
  readonly words: readonly (readonly string[])[];
  readonly tables: readonly string[];
  /** Variables of the templates. */
  readonly figures: readonly string[];
}

/** Words after «没有» with the money that would contradict them. */
export interface DenialRule {
  readonly matter: string;
  /** Source of the expression that finds the words. */
  readonly words: string;
  readonly now: Measure;
  readonly before?: Measure;
}

/** Words of a 用途 with the codes that pay for it. */
export interface PurposeRule {
  readonly pattern: RegExp;
  readonly codes: readonly string[];
}

/** What the checks go by: the program's own rules and words, with those that the profile adds. */
export interface Rules {
  readonly strictness: Strictness;
  readonly severities: Readonly<Record<Strictness, Readonly<Record<string, string>>>>;
  /** A change needs a reason above this rate and this amount (元). */
  readonly reasonAbove: { readonly rate: Decimal; readonly yuan: Decimal };
  readonly magnitude: Magnitude;
  readonly crossTable: readonly CrossTableRelation[];
  readonly byRow: readonly RowRelation[];
  readonly requiredTables: readonly { readonly required: string; readonly table: string }[];
  /** What each requirement looks for in the document, by its id. */
  readonly lookedFor: ReadonlyMap<string, LookedFor>;
  /** Least share of the projects whose forms are published, in percent. */
  readonly formsShare: { readonly count?: Decimal; readonly money?: Decimal };
  readonly allowedDigits: readonly string[];
  readonly mistakes: readonly Replacement[];
  readonly outdatedNames: readonly Replacement[];
  readonly leftovers: readonly Replacement[];
  readonly doubtfulLeftovers: readonly Replacement[];
  readonly denials: readonly DenialRule[];
  readonly purposes: readonly PurposeRule[];
  readonly emptyPhrases: readonly string[];
  readonly secrecyWords: readonly string[];
  readonly glossaryTerms: readonly string[];
}

/** Once a profile: its wordings are compiled for all departments. */
export const resolveRules = (spec: CheckRulesSpec = NO_RULES): Rules => rulesOf(spec);

const NO_RULES = {} as CheckRulesSpec;

const rulesOf = oncePer(
  (spec: CheckRulesSpec): Rules => ({
    strictness: spec.级别 === '严格' ? 'strict' : 'basic',
    severities: { basic: { ...spec.基本 }, strict: { ...spec.基本, ...spec.严格 } },
    reasonAbove: { rate: new Decimal(spec.增减原因?.比率 ?? 0), yuan: new Decimal(spec.增减原因?.金额 ?? 0) },
    magnitude: resolveMagnitude(spec.金额大小),
    crossTable: (spec.表间关系 ?? []).map(({ 编号, 一, 二, 仅当为零 }) => ({
      id: 编号,
      first: 一,
      second: 二,
      ...(仅当为零 && { onlyIfZero: 仅当为零 }),
    })),
    byRow: (spec.逐行关系 ?? []).map(({ 编号, 表, 栏, 层级, 等于 }) => ({ id: 编号, table: 表, column: 栏, level: 层级, measure: 等于 })),
    requiredTables: (spec.必备报表 ?? []).map(({ 要求, 表 }) => ({ required: 要求, table: 表 })),
    lookedFor: new Map(Object.entries(spec.公开要求 ?? {}).map(([id, one]) => [id, lookedFor(one)])),
    formsShare: {
      ...(spec.绩效目标公开比例?.个数 !== undefined && { count: new Decimal(spec.绩效目标公开比例.个数) }),
      ...(spec.绩效目标公开比例?.金额 !== undefined && { money: new Decimal(spec.绩效目标公开比例.金额) }),
    },
    allowedDigits: spec.模板中的数字 ?? [],
    mistakes: [...MISTAKES, ...(spec.易错写法 ?? [])].map(replacement),
    outdatedNames: [...OUTDATED_NAMES, ...(spec.过时名称 ?? [])].map(replacement),
    leftovers: [...LEFTOVERS, ...(spec.模板残留 ?? []).map(replacement)],
    doubtfulLeftovers: [...DOUBTFUL, ...(spec.疑似残留 ?? []).map(replacement)],
    denials: [...DENIALS, ...(spec.没有的说法 ?? [])].map(({ 事项, 写法, 取数, 上年取数 }) => ({
      matter: 事项,
      words: patternOf(写法).source,
      now: 取数,
      ...(上年取数 && { before: 上年取数 }),
    })),
    purposes: [...PURPOSES, ...(spec.专用科目 ?? [])].map(({ 写法, 科目 }) => ({ pattern: patternOf(写法), codes: 科目 })),
    emptyPhrases: [...EMPTY_PHRASES, ...(spec.套话 ?? [])],
    secrecyWords: [...SECRECY_WORDS, ...(spec.涉密用语 ?? [])],
    glossaryTerms: [...GLOSSARY_TERMS, ...(spec.专业名词 ?? [])],
  }),
);

function lookedFor(spec: NonNullable<CheckRulesSpec['公开要求']>[string]): LookedFor {
  return {
    ...defined({ sentence: spec.要求, basis: spec.依据 }),
    headings: (spec.标题 ?? []).map((names) => names.split('|')),
    words: (spec.词句 ?? []).map((words) => words.split('|')),
    tables: spec.报表 ?? [],
    figures: spec.数据 ?? [],
  };
}

type Word = { readonly 写法: string; readonly 应为?: string | undefined; readonly 说明?: string | undefined };

function replacement({ 写法, 应为, 说明 }: Word): Replacement {
  return {
    pattern: patternOf(写法),
    written: 写法,
    ...defined({ instead: 应为, note: 说明 }),
  };
}

/** What has functional codes of its own: a 用途 of another of them names what it does not pay. */
interface Purpose {
  readonly 写法: string;
  /** Codes, or what they begin with; none: what an office runs on, which may stand under any code that has no purpose of its own. */
  readonly 科目: readonly string[];
}

/** The program's own; a profile adds its own under 专用科目. */
const PURPOSES: readonly Purpose[] = [
  { 写法: '/(?:住房)?公积金/', 科目: ['2210201', '2210302'] },
  { 写法: '提租补贴', 科目: ['2210202'] },
  { 写法: '/购房补贴|住房补贴/', 科目: ['2210203'] },
  { 写法: '/医疗保险|医保|医疗补助|医疗费|公费医疗/', 科目: ['21011', '21012', '21013'] },
  { 写法: '养老保险', 科目: ['2080505', '2080507', '20826'] },
  { 写法: '职业年金', 科目: ['2080506', '2080508'] },
  { 写法: '/离退休|退休人员|退休费|离休/', 科目: ['2080501', '2080502', '2080503', '2080599'] },
  { 写法: '失业保险', 科目: ['20899', '2080705'] },
  { 写法: '工伤保险', 科目: ['20899'] },
  { 写法: '/抚恤|丧葬/', 科目: ['20808'] },
  {
    写法: '/(?:在职|发放|支付)(?:人员|职工|干部|干部职工)?(?:的)?(?:工资|津贴|奖金)|^(?:人员|职工)?(?:基本)?工资(?:、?津贴补贴)?$|日常公用|办公(?:费|经费|设备)|公务用车|公务接待|购车|会议费|差旅费/',
    科目: [],
  },
];

/** What a text may say there is none of, and the money that would contradict it: of this year, and of last year where it is stated. */
interface Denial {
  readonly 事项: string;
  readonly 写法: string;
  readonly 取数: Measure;
  readonly 上年取数?: Measure | undefined;
}

const item = (name: string, words: string): Denial => ({
  事项: name,
  写法: `/${words}/`,
  取数: { 表: '三公经费', 三公项目: name, 年份: '本年' },
  上年取数: { 表: '三公经费', 三公项目: name, 年份: '上年' },
});

const fund = (name: string, words: string): Denial => ({ 事项: name, 写法: `/${words}/`, 取数: { 表: '收入', 资金: name } });

/** The program's own; a profile adds its own under 没有的说法. */
const DENIALS: readonly Denial[] = [
  item('公务用车购置费', '(?:公务用?车|车辆|公车)(?:的)?(?:购置|更新)|购(?:置|买)?(?:公务用?车|车辆|公车|新车)|购车'),
  item('公务用车运行维护费', '公务用?车运行维护|公车运行|车辆运行维护'),
  item('公务接待费', '公务接待|接待(?:任务|安排|计划|费用?|活动)'),
  item('因公出国（境）费', '(?:因公)?出国(?:（境）|\\(境\\))?(?:任务|安排|计划|费用?|团组|活动)?|因公出[国境]'),
  { 事项: '政府采购', 写法: '/政府采购(?:预算|安排|支出)?(?!项目)/', 取数: { 表: '政府采购' } },
  { 事项: '项目支出', 写法: '/项目支出(?:预算|安排)?/', 取数: { 表: '支出', 性质: '项目支出' } },
  { 事项: '机关运行经费', 写法: '/机关运行经费(?:预算|安排|支出)?/', 取数: { 表: '机关运行经费', 年份: '本年' } },
  { 事项: '上年结转', 写法: '/上年结转(?:结余|资金|收入|支出)?/', 取数: { 表: '收入', 时段: '上年结转' } },
  { 事项: '结转下年', 写法: '/(?:结转下年|年终结转)(?:资金|支出)?/', 取数: { 表: '年终结转' } },
  { 事项: '公务用车', 写法: '/公务用?车(?!辆?(?:购置|更新|运行|改革))|公车(?!购置|更新|运行|改革)/', 取数: { 表: '车辆' } },
  { 事项: '办公用房', 写法: '/办公用?房(?!维修|出租|租赁|建设|购置)/', 取数: { 表: '资产', 种类: '办公用房面积' } },
  fund('政府性基金预算', '政府性基金(?:预算)?(?:拨款)?(?:收入|支出|安排)?'),
  fund('国有资本经营预算', '国有资本经营预算(?:拨款)?(?:收入|支出|安排)?'),
  fund('财政专户管理资金', '财政专户管理资金(?:收入|支出|安排)?'),
  fund('单位资金', '(?<!其他)单位资金(?:收入|支出|安排)?'),
];
