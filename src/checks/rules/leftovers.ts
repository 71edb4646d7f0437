import type { Replacement } from './replacement.js';

/**
 * What a template, a spreadsheet, a word processor or a program leaves behind. A profile adds its own in 核对.yaml: under
 * 模板残留 what no honest text reads like (an error), under 疑似残留 what may be meant (a reminder).
 */
interface Leftover {
  readonly 写法: string;
  readonly 说明: string;
}

const BLANK = '是没有填写的空白';
const SLOT = '是模板里等着换成名称的位置';
const INSTRUCTION = '是模板里的写作说明';
const SPREADSHEET = '是电子表格的错误值或公式';
const WORD = '是文字处理软件的域代码或错误提示';
const PROGRAM = '是程序里没有填入内容的标记';
const STATE = '说明这里还没有定';

const THINGS = '单位|部门|项目|机构|科室|股室|企业|公司|学校|乡镇|街道|文件|活动|课程|系统|平台|工程|设备|会议|地区|县区?|区县';
const UNITS = '年|月|日|个|人|项|次|辆|台|套|名|家|户|份|处|座|场|批|期|元|万元|亿元|%|％|公里|平方米';

const CERTAIN_WORDS: readonly Leftover[] = [
  { 写法: '/[○◯●□■◇◆△▲☆★]{2,}|(?<![一二三四五六七八九十百千〇0-9])〇{2,}/', 说明: BLANK },
  { 写法: '/(?<![A-Za-z0-9])[XxＸｘ×]{2,}(?![A-Za-z0-9])/', 说明: BLANK },
  { 写法: `/(?<![A-Za-z0-9Ａ-Ｚ＋+“"一二三四五六七八九十])[XxＸｘ×Nn](?=(?:${UNITS})(?!光|射线))/`, 说明: BLANK },
  { 写法: '/(?:19|20)(?:[XxＸｘ×*○〇□_]{1,2}|\\d[XxＸｘ×*○□_])年/', 说明: BLANK },
  { 写法: '/(?<![A-Za-z0-9_])[_＿]{2,}(?![A-Za-z0-9_])/', 说明: BLANK },
  { 写法: '/(?<![0-9A-Za-z*＊-])[*＊]{3,}(?![0-9A-Za-z])/', 说明: BLANK },
  { 写法: '/【\\s*】|（\\s*）|\\(\\s*\\)|《\\s*》|“\\s*”|〔\\s*〕|「\\s*」|（空）|\\(空\\)|【空】/', 说明: BLANK },
  { 写法: '/[〔[【（(]\\s*(?:19|20)\\d{2}\\s*[〕\\]】）)]\\s*第?\\s*号/', 说明: '是没有填写号数的文号' },
  { 写法: '/[?？]{2,}|\\ufffd/', 说明: '是没有填写的空白，或没有认出来的字' },
  { 写法: `/[（(【[［<＜](?:${THINGS})(?:名称|全称|简称)[)）】\\]］>＞]/`, 说明: SLOT },
  { 写法: '/\\{\\{|\\}\\}|\\$\\{|\\{[\\u4e00-\\u9fffA-Za-z_]{1,12}\\}|<[\\u4e00-\\u9fff]{2,10}>/', 说明: SLOT },
  { 写法: '/(?<!^[\\u4e00-\\u9fff])某某|某某(?!$)/', 说明: SLOT },
  { 写法: '/待填写?|待补充|待完善|TODO|TBD/', 说明: '是没有填写完的内容' },
  {
    写法: '/(?<![邀申聘提报敦恳宴延])请(?![示假教愿求]|第三方|专家)[^，。；：]{0,14}?(?:填写|填列|填入|补充|删除|删去|替换|勾选|自行)/',
    说明: INSTRUCTION,
  },
  {
    写法: '/[（(](?:增加|填写|补充|说明|请|如有|如无|若无|若有|根据|按照?|结合|参照)[^（）()]{0,20}(?:内容|填写|填列|修改|删除|补充|增减|删减)[）)]/',
    说明: INSTRUCTION,
  },
  {
    写法: '/以下为常见专业名词|部门应根据实际情况|根据实际情况(?:进行(?:解释|增减|修改)|填写|填列)|[按据]照?“?三定”?(?:方案|规定)填写/',
    说明: INSTRUCTION,
  },
  {
    写法: '/(?:此处|据实|逐项|自行)(?:填写|填列|补充)|仍?保留该?(?:表格式|表样|本表格式)|并?在本表下方|作下述说明|另附页|可(?:另行)?加行/',
    说明: INSTRUCTION,
  },
  {
    写法: '/不涉及的?(?:可|请|应)?(?:删除|删去|不填)|没有的?(?:请|可)?(?:删除|删去)|[（(](?:选填|必填|可选|二选一|多选|单选)[）)]|填[表写]说明/',
    说明: INSTRUCTION,
  },
  {
    写法: '/[#＃](?:REF|DIV\\/0|N\\/A|NAME|VALUE|NUM|NULL|SPILL|CALC|引用)[!！?？]?|[#＃]{3,}|\\d(?:\\.\\d+)?[Ee]\\+\\d{1,3}(?!\\d)/',
    说明: SPREADSHEET,
  },
  { 写法: '/=\\s*(?:SUM|SUMIF|IF|ROUND|VLOOKUP|INDEX|COUNT|TEXT)\\s*\\(|=\\s*[A-Z]{1,2}\\d+(?=[+*\\/-])/', 说明: SPREADSHEET },
  { 写法: '/错误[！!]\\s*(?:未|找不到|使用|超|不能|文档|链接|书签|没有|无效)|未找到引用源|未定义书签|Error!\\s*\\w+/', 说明: WORD },
  {
    写法: '/PAGEREF|_Toc\\d+|HYPERLINK|MERGEFORMAT|STYLEREF|FORMTEXT|(?:单击|点击)(?:或点击|或轻触)?此处|在此处?(?:键入|输入)/',
    说明: WORD,
  },
  {
    写法: '/(?<![A-Za-z0-9_])(?:null|NULL|Null|None|NONE|undefined|NaN|nan|Infinity|TRUE|FALSE|True|False)(?![A-Za-z0-9_])|\\[object \\w+\\]/',
    说明: PROGRAM,
  },
  { 写法: '/<\\/?[a-z]+\\s*\\/?>|&(?:nbsp|amp|lt|gt|quot|#\\d+);|(?<![0-9])%[sd](?![A-Za-z])|\\\\[nrt](?![A-Za-z])/', 说明: PROGRAM },
];

const DOUBTFUL_WORDS: readonly Leftover[] = [
  {
    写法: '/待(?:定|核实|确定|明确|批复|核定|落实后|研究确定|商定|续)(?![点向性位资人岗后时])|暂(?:定|缺|无数据)|未定(?!义|期)/',
    说明: STATE,
  },
  {
    写法: '/[（(](?:略|待[^（）()]{0,8}|暂[^（）()]{0,6}|草稿|初稿|示例|样例|样表|模板|范例|如有|如无)[）)]|^(?:略|待定|同上|见上)$/',
    说明: STATE,
  },
  { 写法: '/某(?:单位|部门|项目|公司|企业|年|月|日|科室|股室|街道)/', 说明: '可能是没有换成真名的说法' },
  { 写法: '/(?<![\\d*＊-])[*＊]{2}(?![\\d*＊])|[□☐](?![□☑])/', 说明: '可能是没有填写的空白' },
  {
    写法: '/(?:按照?|根据|依据|结合|对照|如实)[^，。；：、]{0,12}填(?:写|列)|填表人|(?<![邀申聘提报敦恳宴延])请(?![示假教愿求])[^，。；：]{0,8}(?:修改|说明|注明|核实|核对)/',
    说明: '可能是模板里的写作说明',
  },
  // A sign of comparison or of a unit says what it says.
  { 写法: '/^(?![≥≤＞＜><=＝%％‰℃㎡±]$)[\\s\\p{P}\\p{S}]+$/', 说明: '没有一个字' },
  { 写法: '/^(?:测试|试验|示例|样例|test|Test|TEST|[aA]{2,}|[1]{3,}|123+|abc)$/', 说明: '可能是试着填的内容' },
];

/** The program's own are trusted with any text: they are compiled as they stand. */
const compiled = ({ 写法, 说明 }: Leftover): Replacement => ({ pattern: new RegExp(写法.slice(1, -1), 'gu'), written: 写法, note: 说明 });

export const LEFTOVERS: readonly Replacement[] = CERTAIN_WORDS.map(compiled);
export const DOUBTFUL: readonly Replacement[] = DOUBTFUL_WORDS.map(compiled);
