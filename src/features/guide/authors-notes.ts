import type { StyleName } from '../../document/layout.js';
import type { Shape } from '../../narrative/shape.js';
import type { FILL_NAMES } from '../../profile/fill.js';

/** The words of the author's guide for each thing that a profile may name; the types keep them complete. */
type Notes<K extends string> = Readonly<Record<K, string>>;

export const KIND_WORDS: Notes<Shape['kind']> = { figure: '数', text: '文字', flag: '是否', record: '一组', list: '列表' };

export const FILL_NOTES: Notes<(typeof FILL_NAMES)[number]> = {
  年度: '预算年度，如 2026',
  上年度: '上一年，如 2025',
  部门: '部门名称',
  地区: '区县名称',
  级次: '如 区级',
  序号: '表或部分的序号，1、2、3',
  中文序号: '表或部分的序号，一、二、三',
  单位: '这张表的金额单位',
  名称: '这张表的名称；在“部分编号”里是部分的标题',
};

export const FAMILY_NOTES: ReadonlyArray<readonly [written: string, prints: string]> = [
  ['`{{称谓.某某}}`', '方案的“称谓”里的词'],
  ['`{{报表号.某某}}`', '名称为某某的报表的号，和表上印的一样，如 表五（标签和标题编号里不能用）'],
  ['`{{自有数据.某某}}`', '部门按方案的“自有数据”填写的文字（标题编号里不能用）'],
];

export const COLUMN_NOTES = {
  名称: '行的名称，按层级缩进',
  编码: '整个科目编码',
  类: '科目编码的前 3 位',
  款: '科目编码的第 4、5 位；类一级的行空着',
  项: '科目编码的第 6、7 位；类、款两级的行空着',
  政府科目: '对应的政府预算支出经济分类科目名称；同一科目对应几个时分行',
  金额: '按“取数”得出的数；另写“比”和“算”的，是两个数的增减额、增减率或占比',
  其他: '行给出的文字：展开所给的（见下表），或没有展开的行在“文字”里写的，如 备注',
};

export const STYLE_NOTES: Notes<StyleName> = {
  coverDepartment: '封面上的部门名称',
  coverTitle: '封面上的标题',
  coverNote: '封面下方的一行',
  tocTitle: '“目录”二字',
  toc1: '目录的部分',
  toc2: '目录的二级标题和报表',
  toc3: '目录的三级标题',
  heading1: '部分的标题',
  heading2: '二级标题（模板里的 ##）',
  heading3: '三级标题（模板里的 ###）',
  body: '正文',
  chartTitle: '图的标题',
  tableLabel: '报表左上角的表号',
  tableTitle: '报表标题',
  tableInfo: '报表标题下面一行：部门名称和单位',
  tableHeader: '表头',
  tableText: '报表里的文字',
  tableTextIndent1: '缩进一级的文字',
  tableTextIndent2: '缩进两级的文字',
  tableTextCentred: '居中的文字，如栏次、分列的科目编码',
  tableTextStrong: '合计行的文字',
  tableAmount: '金额',
  tableAmountStrong: '合计行的金额',
  tableHeaderSmall: '小一号的表头',
  tableTextSmall: '小一号的文字',
  tableTextIndent1Small: '小一号、缩进一级的文字',
  tableTextIndent2Small: '小一号、缩进两级的文字',
  tableTextCentredSmall: '小一号、居中的文字',
  tableTextStrongSmall: '小一号的合计行文字',
  tableAmountSmall: '小一号的金额',
  tableAmountStrongSmall: '小一号的合计行金额',
  tableNote: '报表下面的注',
  formTitle: '绩效目标表的标题',
  formHeader: '绩效目标表的标签',
  formText: '绩效目标表的文字',
  formTextCentred: '绩效目标表里居中的文字',
  formAmount: '绩效目标表的金额',
  pageNumber: '页码',
};

/** What a template's lines become. */
export const MARKUP_NOTES: ReadonlyArray<readonly [written: string, becomes: string]> = [
  ['## 标题', '二级标题，编号由程序加'],
  ['### 标题', '三级标题，编号由程序加'],
  ['空一行，或者另起一行', '另起一段'],
  [
    '（一）…… 、（1）…… 、一、…… 、1.…… 、●……',
    '列表的一项：由模板写的编号开头的段落，编号照印，版面和正文段落一样；接着写的各项是同一个列表，编号又从头起的是另一个列表。编号一般用“序数”“编号”来写，如 （{{序数 @index}}）{{this}}',
  ],
];
