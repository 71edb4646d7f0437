import type { StyleName } from '../../document/layout.js';

/** How a style of the layout is called in the Word file. */
export interface WordStyle {
  readonly id: string;
  /** Built-in styles keep Word's English name, which Word and WPS show as 标题 1, 目录 1 and so on. */
  readonly name: string;
  readonly builtIn: boolean;
  /** Outline level from 1, for the navigation pane. */
  readonly outline?: 1 | 2 | 3;
}

const own = (id: string, name: string): WordStyle => ({ id, name, builtIn: false });
const builtIn = (id: string, name: string): WordStyle => ({ id, name, builtIn: true });

export const WORD_STYLES: Readonly<Record<StyleName, WordStyle>> = {
  coverDepartment: own('CoverDepartment', '封面单位'),
  coverTitle: builtIn('Title', 'Title'),
  coverNote: own('CoverNote', '封面附注'),
  tocTitle: builtIn('TOCHeading', 'TOC Heading'),
  toc1: builtIn('TOC1', 'toc 1'),
  toc2: builtIn('TOC2', 'toc 2'),
  toc3: builtIn('TOC3', 'toc 3'),
  heading1: { ...builtIn('Heading1', 'heading 1'), outline: 1 },
  heading2: { ...builtIn('Heading2', 'heading 2'), outline: 2 },
  heading3: { ...builtIn('Heading3', 'heading 3'), outline: 3 },
  body: builtIn('BodyText', 'Body Text'),
  chartTitle: own('ChartTitle', '图题'),
  tableLabel: own('TableLabel', '公开表编号'),
  tableTitle: own('TableTitle', '表题'),
  tableInfo: own('TableInfo', '表题说明'),
  tableHeader: own('TableHeader', '表头文字'),
  tableText: own('TableText', '表格文字'),
  tableTextIndent1: own('TableTextIndent1', '表格文字缩进一级'),
  tableTextIndent2: own('TableTextIndent2', '表格文字缩进二级'),
  tableTextCentred: own('TableTextCentred', '表格文字居中'),
  tableTextStrong: own('TableTextStrong', '表格文字加重'),
  tableAmount: own('TableAmount', '表格金额'),
  tableAmountStrong: own('TableAmountStrong', '表格金额加重'),
  tableHeaderSmall: own('TableHeaderSmall', '表头文字（小号）'),
  tableTextSmall: own('TableTextSmall', '表格文字（小号）'),
  tableTextIndent1Small: own('TableTextIndent1Small', '表格文字缩进一级（小号）'),
  tableTextIndent2Small: own('TableTextIndent2Small', '表格文字缩进二级（小号）'),
  tableTextCentredSmall: own('TableTextCentredSmall', '表格文字居中（小号）'),
  tableTextStrongSmall: own('TableTextStrongSmall', '表格文字加重（小号）'),
  tableAmountSmall: own('TableAmountSmall', '表格金额（小号）'),
  tableAmountStrongSmall: own('TableAmountStrongSmall', '表格金额加重（小号）'),
  tableNote: own('TableNote', '表注'),
  formTitle: own('FormTitle', '申报表标题'),
  formHeader: own('FormHeader', '申报表表头'),
  formText: own('FormText', '申报表文字'),
  formTextCentred: own('FormTextCentred', '申报表文字居中'),
  formAmount: own('FormAmount', '申报表金额'),
  pageNumber: builtIn('Footer', 'footer'),
};

/** Styles that the layout does not know, because only Word needs them. */
export const HELPER_STYLES = {
  table: { id: 'BudgetTable', name: '预算表格' },
  form: { id: 'FormTable', name: '绩效目标表格' },
  chart: { id: 'ChartParagraph', name: '图' },
  chartFrame: { id: 'ChartFrame', name: '图框' },
  legend: { id: 'ChartLegend', name: '图例' },
  legendFigure: { id: 'ChartLegendFigure', name: '图例金额' },
  legendTable: { id: 'LegendTable', name: '图例表' },
  spacer: { id: 'Spacer', name: '分隔' },
  coverFirst: { id: 'CoverFirst', name: '封面首行' },
  listedTitle: { id: 'ListedTableTitle', name: '公开表标题' },
  listItem: { id: 'ListItem', name: '编号段落' },
  landscapeInfo: { id: 'TableInfoLandscape', name: '表题说明（横页）' },
  evenPage: { id: 'FooterEven', name: '页脚（双页）' },
  header: { id: 'Header', name: 'header' },
  tocMark: { id: 'TocMark', name: '目录项标记' },
} as const;

export const styleId = (name: StyleName): string => WORD_STYLES[name].id;
