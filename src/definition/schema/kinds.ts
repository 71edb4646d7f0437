export const EXPENSE_KINDS = ['人员经费', '公用经费'] as const;
/** What expenditure may be, by its nature; most departments have the first two alone. */
export const EXPENDITURE_NATURES = ['基本支出', '项目支出', '上缴上级支出', '事业单位经营支出', '对附属单位补助支出'] as const;
export type ExpenditureNature = (typeof EXPENDITURE_NATURES)[number];
export const UNIT_KINDS = ['行政', '参公', '事业'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What 国有资产 counts beside vehicles and equipment, with the word that each is counted by. */
export const OTHER_ASSETS: Readonly<Record<string, string>> = { 车辆编制: '辆', 办公用房面积: '平方米' };

/** The four items of “三公”经费 that are stated; 公务用车购置及运行费 is their sum. */
export const THREE_PUBLIC_ITEMS = ['因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行维护费'] as const;
/** Kinds of vehicles that editors offer; which ones there are is for the form to say (资产 of its 方案.yaml). */
export const VEHICLE_KINDS = [
  '领导用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '事业单位业务用车',
  '其他公务用车',
] as const;
export const PROCUREMENT_KINDS = ['货物', '工程', '服务'] as const;
/** Parts of 政府采购 reserved for smaller enterprises; the second lies within the first. */
export const PROCUREMENT_RESERVES = ['中小企业', '小微企业'] as const;
/** Large equipment that may stand beside 设备, as files of before have it. */
export const EQUIPMENT_KINDS = ['五十万元以上通用设备', '一百万元以上通用设备'] as const;
/** Beside the kinds of equipment, what the budget of the year may buy. */
export const PLANNED_VEHICLES = '车辆';
/** What assets the budget of the year will buy, as editors offer it: vehicles, and the kinds of equipment that the form has. */
export const PLANNED_PURCHASES = ['车辆', ...EQUIPMENT_KINDS] as const;

/** Totals that every approval states, by the names that editors offer; any other figure may be stated by its name in templates. */
export const CONTROL_TOTALS = [
  '收入总计',
  '支出总计',
  '基本支出',
  '项目支出',
  '一般公共预算支出',
  '人员经费',
  '公用经费',
  '三公经费合计',
  '机关运行经费合计',
  '政府采购合计',
] as const;

/** Both items of official vehicles together: a line of its own in the published table, with its own change and reason. */
export const VEHICLE_TOTAL = '公务用车购置及运行费';

/** Changes that may be given a reason in words, each in the sentence that prints it; which of them need one is for the checks to say. */
export const REASONS = [
  '收入',
  '财政拨款收入',
  '事业收入',
  '事业单位经营收入',
  '其他收入',
  '支出',
  '财政拨款支出',
  '一般公共预算支出',
  '政府性基金预算支出',
  '国有资本经营预算支出',
  '三公经费',
  ...THREE_PUBLIC_ITEMS,
  VEHICLE_TOTAL,
  '机关运行经费',
] as const;
