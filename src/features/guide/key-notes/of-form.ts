import { type KeyNotes, NEEDED } from './key-note.js';

interface FormWords {
  readonly title: string;
  readonly over: string;
  readonly from: string;
  readonly field: string;
  readonly expansion: string;
}

const FORM = ({ title, over, from, field, expansion }: FormWords): KeyNotes => ({
  标题: ['表格的标题', '没有标题', `标题: ${title}`],
  单位: ['表格里金额的单位', NEEDED, '单位: 元'],
  纸张: ['这张表的纸', '同“版式.yaml”', '纸张: A3'],
  字号: ['各格的字号，磅；行距照比例', '同“版式.yaml”', '字号: 8'],
  方向: ['纸的方向；横向的，前后的文字各自另起一页', '纵向', '方向: 横向'],
  指标: ['一级指标和它的二级指标，按印出的次序；部门只能填写这里有的', '部门自己写', '指标: {产出指标: [数量指标]}'],
  列宽: ['各栏的相对宽度，有几栏写几个', NEEDED, '列宽: [20, 30, 50]'],
  行: ['表格的各行；每行的格要占满全部栏', NEEDED, `行: [{格: [{文字: ${field}}, {取: ${field}, 跨列: 2}]}]`],
  '行[].展开': [over, '只有一行', `展开: ${expansion}`],
  '行[].格': ['这一行的格，从左到右', NEEDED, `格: [{取: ${field}}]`],
  '行[].格[].文字': ['照印的文字', '空白', `文字: ${field}`],
  '行[].格[].取': [from, '不取', `取: ${field}`],
  '行[].格[].跨列': ['占几栏', '1', '跨列: 3'],
  '行[].格[].跨行': ['占几行', '1', '跨行: 2'],
  '行[].格[].跨展开': ['向下占到后面展开的末行', '不跨', `跨展开: ${expansion}`],
  '行[].格[].样式': ['标签、文字、居中或金额', '文字', '样式: 标签'],
});

/** 绩效目标表.yaml */
export const FORM_NOTES: KeyNotes = {
  资金来源: ['“展开: 资金来源”的各行印成什么名称，只写要改的', '部门填写的名称', '资金来源: {省级财政资金: 市级财政资金}'],
  ...FORM({
    title: '项目支出绩效目标表',
    over: '这一行按资金来源或指标重复',
    from: '从项目里取什么；所在的行展开什么，就取什么（见“绩效目标表的‘取’”）',
    field: '项目名称',
    expansion: '指标',
  }),
};

/** 整体绩效目标表.yaml */
export const WHOLE_FORM_NOTES = FORM({
  title: '部门整体支出绩效目标表',
  over: '这一行按主要任务或指标重复',
  from: '从部门里取什么；所在的行展开什么，就取什么（见“绩效目标表的‘取’”）',
  field: '年度总体目标',
  expansion: '主要任务',
});
