/** What has functional codes of its own: a 用途 of another of them names what it does not pay. */
export interface Purpose {
  readonly 写法: string;
  /** Codes, or what they begin with; none: what an office runs on, which may stand under any code that has no purpose of its own. */
  readonly 科目: readonly string[];
}

/** The program's own; a profile adds its own under 专用科目. */
export const PURPOSES: readonly Purpose[] = [
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
