import type { Path } from './place.js';

/** What a disclosure has to fulfil. Checks name the ones that they serve; the report, README.md and the tests derive from these. */
export interface Requirement {
  /** 公开要求: a line of the report's checklist. 勾稽关系: one of the relations that a line of its own sums up. */
  readonly kind: '公开要求' | '勾稽关系';
  readonly sentence: string;
  /** Notice and article. */
  readonly basis: string;
  /** Keys of the definition that it speaks of: a finding at one of them concerns this one of a check's requirements. */
  readonly about?: readonly string[];
  /** What is said where a disclosure has nothing that it is about. */
  readonly absent?: string;
}

const ACCURATE = '财预〔2016〕143号：内容准确';
const EXPLAINED = '财预〔2021〕29号：部门预算公开的内容';
const THREE_PUBLIC = ['三公经费', '因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行维护费'];

const line = (sentence: string, basis: string, about?: readonly string[], absent?: string) =>
  ({ kind: '公开要求', sentence, basis, ...(about && { about }), ...(absent !== undefined && { absent }) }) as const satisfies Requirement;
const relation = (sentence: string, basis: string = ACCURATE) => ({ kind: '勾稽关系', sentence, basis }) as const satisfies Requirement;

/** Ids are permanent: retire, never rename. What each line looks for in a form stands in its 核对.yaml under 公开要求. */
export const REQUIREMENTS = {
  C01: line('要求公开的报表齐全，依次编号，目录与表上名称一致', '财预〔2016〕143号：部门预算公开的八张报表'),
  C02: line('没有数据的报表也印出，并说明是哪一项没有', '财预〔2016〕143号：没有数据的表格应列出空表并说明'),
  C03: line('支出按功能分类公开到项', '预算法实施条例第六条第三款', ['支出']),
  C04: line('一般公共预算基本支出按经济分类公开到款', '预算法实施条例第六条第三款', ['一般公共预算基本支出']),
  C05: line('“三公”经费分项公开，每项的增减都有原因', '财预〔2016〕143号：一般公共预算“三公”经费支出情况表', THREE_PUBLIC),
  C06: line('说明收入和支出的增减变化及原因', EXPLAINED, ['收入', '支出', '上年预算', '一般公共预算支出']),
  C07: line('说明机关运行经费的安排、增减和原因', '预算法第十四条；机关事务管理条例第九条', ['机关运行经费']),
  C08: line('说明政府采购总额和货物、工程、服务', '预算法第十四条第三款；政府采购法第二条', ['政府采购']),
  C09: line('说明国有资产占用情况：车辆、房屋、大型设备和截至日期', EXPLAINED, ['国有资产']),
  C10: line('说明预算绩效：项目数、金额、公开的绩效目标表', '财预〔2021〕29号：预算绩效情况', [
    '项目',
    '绩效目标表',
    '整体绩效目标',
    '整体绩效目标表',
    '编报绩效目标',
  ]),
  C11: line('用到的专业名词都有解释', '财预〔2021〕29号：对专业性较强的名词进行解释', ['名词解释']),
  C12: line('说明政府购买服务', EXPLAINED, ['政府购买服务']),
  C13: line('说明部门职责、机构设置和所属单位', '财预〔2021〕29号：部门职责和机构设置；预算法第八条', [
    '职责',
    '机构设置',
    '部门',
    '所属单位',
  ]),
  C14: line(
    '在批复后二十日内公开',
    '部门：预算法第十四条；所属单位（部门批复后）：预算法实施条例第六条第四款；财政预决算领域基层政务公开标准目录',
    ['批复日期', '公开日期'],
  ),
  C15: line('文件名规范，文件属性里有公开日期', '财预〔2016〕143号：形式规范'),
  C16: line('没有涉密内容和个人信息', '保守国家秘密法第三十五条；政府信息公开条例第十四条、第十五条；个人信息保护法第二十五条'),
  C17: line(
    '每个所属单位都有自己的公开文件',
    '财预〔2021〕29号：各部门所属单位公开预算；预算法实施条例第六条第四款',
    ['所属单位'],
    '没有所属单位。',
  ),
  C18: line('公开之前经过保密审查', '政府信息公开条例第十七条；保守国家秘密法第三十五条', ['保密审查']),
  C19: line(
    '公开绩效目标的项目达到本地要求的比例',
    '财预〔2021〕29号：公开项目绩效目标；本地的规定',
    ['绩效目标表'],
    '方案没有写本地要求的比例。',
  ),
  C20: line('内容齐全、文字规范：用语、标点、数字、单位', '财预〔2016〕143号：形式规范'),
  C21: line('各表、各数之间的勾稽关系相符', ACCURATE),
  C22: line('填写、方案和成品没有别的问题', '财预〔2016〕143号：内容准确、形式规范'),
  'T1-1': relation('收入总计＝支出总计'),
  'T1-2': relation('本年收入合计＝各项收入之和，收入总计＝本年收入合计＋上年结转'),
  'T1-3': relation('本年支出合计＝各类支出之和，支出总计＝本年支出合计＋年终结转'),
  'T1-4': relation('上年结转＝上年结转安排的支出＋其中的年终结转'),
  'T2-1': relation('收入总表每一行＝各来源之和'),
  'T2-2': relation('收入总表合计＝收支总表的收入'),
  'T3-1': relation('支出总表每一行＝基本支出＋项目支出，合计＝收支总表的支出'),
  'T4-1': relation('财政拨款收入总计＝支出总计，小计＝三种资金之和'),
  'T4-2': relation('收支总表－财政拨款收支总表＝财政专户管理资金＋单位资金'),
  'T4-3': relation('财政拨款收支总表的各种资金＝各资金自己的表'),
  'T5-1': relation('一般公共预算支出表＝支出总表中一般公共预算当年的支出'),
  'T6-1': relation('基本支出表合计＝一般公共预算支出表的基本支出'),
  'T6-2': relation('基本支出表每一行＝人员经费＋公用经费，类＝各款之和'),
  'T6-3': relation('社会保险缴费按经济科目＝按功能科目', '本程序的推断'),
  'T6-4': relation('政府预算经济科目与单位性质相合', '财政部《支出经济分类科目改革方案》'),
  'T7-1': relation('政府性基金收入＋结转＝政府性基金支出'),
  'T10-1': relation('“三公”经费合计＝各项之和'),
  'T10-2': relation('“三公”经费各项≥基本支出中的同名经济科目'),
  'T11-1': relation('机关运行经费的部门合计＝各单位之和'),
  'T11-2': relation('机关运行经费＝行政、参公单位的公用经费', '机关事务管理条例第九条'),
  'T12-1': relation('项目支出表合计＝全部项目之和＝项目支出'),
  'T12-2': relation('同一单位的项目不重名，单位小计＝它的项目之和'),
  H: relation('上级科目＝下级科目之和'),
  'N-1': relation('文中的数＝表中的数'),
  'N-2': relation('增减额＝本年－上年，增减率以上年为分母，用词与正负相合'),
  'N-3': relation('各部分的增减之和＝总的增减'),
  'N-4': relation('各部分的比重之和为百分之百'),
  'N-5': relation('上年数＝上年公开的数'),
  'N-6': relation('文中逐项列出的＝表中的各行'),
  'P-1': relation('政府采购＝货物＋工程＋服务'),
  'X-1': relation('绩效管理的项目数和金额与项目支出相合'),
  'X-2': relation('绩效目标表的金额与项目的资金相合'),
  'A-1': relation('实有车辆＝各类之和，不超过编制；有车才有运行费'),
  'U-1': relation('金额的大小与金额单位相合'),
  'Y-1': relation('提到的年份是预算年度'),
} as const satisfies Readonly<Record<string, Requirement>>;

export type RequirementId = keyof typeof REQUIREMENTS;

export const REQUIREMENT_IDS = Object.keys(REQUIREMENTS) as RequirementId[];

export const requirementOf = (id: RequirementId): Requirement => REQUIREMENTS[id];

/**
 * Those of the lines that speak of one of the paths, with all relations: one missing figure does not turn five lines red.
 * All of them where none does, or where nothing is said of a place.
 */
export function requirementsAbout(ids: readonly RequirementId[], paths: readonly Path[]): readonly RequirementId[] {
  const lines = ids.filter((id) => requirementOf(id).kind === '公开要求');
  const concerned = lines.filter((id) => requirementOf(id).about?.some((key) => paths.some((path) => path.includes(key))));
  return concerned.length === 0 ? ids : ids.filter((id) => !lines.includes(id) || concerned.includes(id));
}
