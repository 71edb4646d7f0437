import type {
  Block,
  Chart,
  Document,
  Heading,
  Inline,
  List,
  Paragraph,
  Section,
  Table,
  TableCell,
  TableRow,
  TableTitle,
} from '../../src/document/document.js';
import type { StyleName } from '../../src/document/layout.js';
import { breakLines } from '../../src/typesetting/break-lines.js';
import { sampleLayout } from './sample-layout.js';

const DEPARTMENT = '平州市人民政府办公室';

export const text = (value: string): Inline[] => [{ type: 'text', text: value }];

export const paragraph = (style: StyleName, value: string): Paragraph => ({ type: 'paragraph', style, content: text(value) });

/** Items numbered «1.». */
export function list(items: readonly string[]): List {
  return { type: 'list', style: 'body', items: items.map((item, index) => ({ label: `${index + 1}. `, content: text(item) })) };
}

/** A heading that is in the TOC under its own text. */
export function heading(level: 1 | 2 | 3, id: string, value: string): Heading {
  return { type: 'heading', id, level, style: `heading${level}`, content: text(value), tocText: value };
}

export function tableTitle(number: number, title: string, more: Partial<TableTitle> = {}): TableTitle {
  return {
    type: 'tableTitle',
    id: `table-title-${number}`,
    level: 2,
    label: `预算公开表${number}`,
    title: text(`2026年${title}`),
    tocText: `预算公开表${number}：2026年${title}`,
    left: `部门名称：${DEPARTMENT}`,
    right: '单位：万元',
    pageBreakBefore: true,
    ...more,
  };
}

/** A cell as the tests write it: column, text, and what departs from the usual. */
export type CellInput = readonly [column: number, value: string, style: StyleName, more?: Partial<TableCell>];

function cellHeight(cell: TableCell, widths: readonly number[]): number {
  const { cellPadding } = sampleLayout.table;
  const style = sampleLayout.styles[cell.style];
  const outer = widths.slice(cell.column, cell.column + (cell.columnSpan ?? 1)).reduce((sum, width) => sum + width, 0);
  const setting = {
    width: outer - 2 * cellPadding - style.leftIndent * style.size,
    size: style.size,
    characterSpacing: style.characterSpacing,
    firstLineIndent: style.firstLineIndent * style.size,
  };
  const lines = breakLines(cell.content.map((inline) => inline.text).join(''), setting);
  return lines.length * style.linePitch + 6;
}

/** A row as high as its highest cell that spans no rows. */
export function row(widths: readonly number[], inputs: readonly CellInput[], least = 20): TableRow {
  const cells = inputs.map(([column, value, style, more]): TableCell => ({ column, style, content: text(value), ...more }));
  const single = cells.filter((cell) => (cell.rowSpan ?? 1) === 1);
  return { cells, height: Math.max(least, ...single.map((cell) => cellHeight(cell, widths))) };
}

export function table(id: string, columnWidths: readonly number[], headerRows: number, rows: readonly TableRow[]): Table {
  return { type: 'table', id, title: `表格${id}`, alternativeText: `表格${id}：各列依次列出科目和金额。`, columnWidths, headerRows, rows };
}

const amount = (index: number, factor: number): string =>
  `${((index * factor) % 9000) + 1},${String((index * 37) % 1000).padStart(3, '0')}.${String((index * 13) % 100).padStart(2, '0')}`;

const SUBJECTS: ReadonlyArray<readonly [code: string, name: string]> = [
  ['201', '一般公共服务支出'],
  ['20103', '政府办公厅（室）及相关机构事务'],
  ['2010301', '行政运行'],
  ['2010302', '一般行政管理事务'],
  ['2010350', '事业运行'],
  ['208', '社会保障和就业支出'],
  ['20805', '行政事业单位养老支出'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['210', '卫生健康支出'],
  ['2101101', '行政单位医疗'],
  ['221', '住房保障支出'],
  ['2210201', '住房公积金'],
];

const CODE_WIDTHS = [72, 160, 70, 70, 70];

function incomeTable(): Table {
  const header = [
    row(CODE_WIDTHS, [
      [0, '功能分类科目', 'tableHeader', { columnSpan: 2, scope: 'column' }],
      [2, '合计', 'tableHeader', { rowSpan: 2, scope: 'column' }],
      [3, '其中', 'tableHeader', { columnSpan: 2, scope: 'column' }],
    ]),
    row(CODE_WIDTHS, [
      [0, '科目编码', 'tableHeader', { scope: 'column' }],
      [1, '科目名称', 'tableHeader', { scope: 'column' }],
      [3, '一般公共预算', 'tableHeader', { scope: 'column' }],
      [4, '政府性基金预算', 'tableHeader', { scope: 'column' }],
    ]),
  ];
  const body = Array.from({ length: 40 }, (_, index) => {
    const [code, name] = SUBJECTS[index % SUBJECTS.length] ?? ['', ''];
    const style: StyleName = code.length === 3 ? 'tableTextStrong' : code.length === 5 ? 'tableTextIndent1' : 'tableTextIndent2';
    const amounts: CellInput[] = [2, 3].map((column) => [column, amount(index + 1, 211), 'tableAmount']);
    return row(CODE_WIDTHS, [[0, code, 'tableText'], [1, name, style, { scope: 'row' }], ...amounts, [4, '', 'tableAmount']]);
  });
  const total = row(CODE_WIDTHS, [
    [0, '合计', 'tableTextCentred', { columnSpan: 2 }],
    [2, '1,262.80', 'tableAmountStrong'],
    [3, '1,262.80', 'tableAmountStrong'],
    [4, '', 'tableAmount'],
  ]);
  return table('table-2', CODE_WIDTHS, 2, [...header, ...body, total]);
}

const SUMMARY_WIDTHS = [140, 81, 140, 81];

function summaryTable(): Table {
  const header = row(SUMMARY_WIDTHS, [
    [0, '收　　入', 'tableHeader', { columnSpan: 2, scope: 'column' }],
    [2, '支　　出', 'tableHeader', { columnSpan: 2, scope: 'column' }],
  ]);
  const second = row(
    SUMMARY_WIDTHS,
    ['项目', '2026年预算数', '项目', '2026年预算数'].map((value, column) => [column, value, 'tableHeader', { scope: 'column' }]),
  );
  const left = [
    '一、一般公共预算拨款收入',
    '二、政府性基金预算拨款收入',
    '三、国有资本经营预算拨款收入',
    '四、财政专户管理资金收入',
    '五、事业收入',
    '六、其他收入',
  ];
  const right = ['一、一般公共服务支出', '二、社会保障和就业支出', '三、卫生健康支出', '四、住房保障支出', '', ''];
  const figures = ['1,164.24', '47.81', '16.44', '34.31', '', ''];
  const body = left.map((name, index) =>
    row(SUMMARY_WIDTHS, [
      [0, name, 'tableText', { scope: 'row' }],
      [1, index === 0 ? '1,262.80' : '', 'tableAmount'],
      [2, right[index] ?? '', 'tableText'],
      [3, figures[index] ?? '', 'tableAmount'],
    ]),
  );
  const total = row(SUMMARY_WIDTHS, [
    [0, '收入总计', 'tableTextStrong'],
    [1, '1,262.80', 'tableAmountStrong'],
    [2, '支出总计', 'tableTextStrong'],
    [3, '1,262.80', 'tableAmountStrong'],
  ]);
  return table('table-1', SUMMARY_WIDTHS, 2, [header, second, ...body, total]);
}

const PROJECT_WIDTHS = [36, 170, 76, 76, 76, 76, 126];

function projectTable(): Table {
  const names = ['序号', '项目名称', '合计', '一般公共预算', '政府性基金预算', '上年结转', '绩效目标'];
  const header = row(
    PROJECT_WIDTHS,
    names.map((value, column) => [column, value, 'tableHeader', { scope: 'column' }]),
  );
  const body = Array.from({ length: 14 }, (_, index) =>
    row(PROJECT_WIDTHS, [
      [0, String(index + 1), 'tableTextCentred'],
      [
        1,
        index % 3 === 0 ? '政务服务“一网通办”平台运行维护及“12345”热线服务外包经费' : '机关办公用房维修改造项目',
        'tableText',
        { scope: 'row' },
      ],
      [2, amount(index + 3, 97), 'tableAmount'],
      [3, amount(index + 3, 97), 'tableAmount'],
      [4, '', 'tableAmount'],
      [5, '0.00', 'tableAmount'],
      [6, '保障平台全年稳定运行，群众满意度≥97%', 'tableText'],
    ]),
  );
  return table('table-3', PROJECT_WIDTHS, 1, [header, ...body]);
}

const FORM_WIDTHS = [30, 62, 82, 168, 100];

function performanceForm(): Table {
  const line = (inputs: readonly CellInput[]): TableRow => row(FORM_WIDTHS, inputs);
  const indicators = Array.from({ length: 24 }, (_, index) => {
    const span: CellInput[] = [];
    if (index === 0) span.push([0, '绩效指标', 'formTextCentred', { rowSpan: 24, scope: 'row' }]);
    if (index % 8 === 0)
      span.push([1, ['产出指标', '效益指标', '满意度指标'][index / 8] ?? '', 'formTextCentred', { rowSpan: 8, scope: 'row' }]);
    if (index % 4 === 0)
      span.push([
        2,
        ['数量指标', '质量指标', '时效指标', '成本指标', '社会效益指标', '服务对象满意度指标'][index / 4] ?? '',
        'formTextCentred',
        { rowSpan: 4, scope: 'row' },
      ]);
    return line([
      ...span,
      [3, `第${index + 1}项：按时办结公文、会务和督查事项的比例`, 'formText'],
      [4, index % 2 === 0 ? '≥97%' : '1,262.80万元', 'formTextCentred'],
    ]);
  });
  return table('form-1', FORM_WIDTHS, 0, [
    line([
      [0, '项目名称', 'formHeader', { columnSpan: 2 }],
      [2, '政务服务“一网通办”平台运行维护经费', 'formText', { columnSpan: 3 }],
    ]),
    line([
      [0, '预算金额', 'formHeader', { columnSpan: 2 }],
      [2, '1,262.80', 'formAmount', { columnSpan: 3 }],
    ]),
    line([
      [0, '总体目标', 'formHeader', { columnSpan: 2 }],
      [
        2,
        '保障政务服务“一网通办”平台全年不间断运行，办理事项不少于12,000件，按期办结率不低于99%，群众满意度不低于97%。',
        'formText',
        { columnSpan: 3 },
      ],
    ]),
    line([
      [0, '', 'formHeader'],
      [1, '一级指标', 'formHeader'],
      [2, '二级指标', 'formHeader'],
      [3, '三级指标', 'formHeader'],
      [4, '指标值', 'formHeader'],
    ]),
    ...indicators,
  ]);
}

const slice = (label: string, value: string, share: string): Chart['slices'][number] => ({
  label,
  amount: { type: 'figure', figure: label, unit: 'yuan', value: `${value.replace(',', '')}`, text: `${value}万元` },
  share: { type: 'figure', figure: label, unit: 'ratio', value: `0.${share.replace('.', '').padStart(4, '0')}`, text: `${share}%` },
});

export const sampleChart: Chart = {
  type: 'chart',
  shape: 'pie',
  id: 'chart-1',
  title: '2026年支出预算构成图',
  alternativeText:
    '饼图：一般公共服务支出1,164.24万元，占92.20%；社会保障和就业支出47.81万元，占3.79%；住房保障支出34.31万元，占2.72%；卫生健康支出16.44万元，占1.30%。',
  slices: [
    slice('一般公共服务支出', '1,164.24', '92.20'),
    slice('社会保障和就业支出', '47.81', '3.79'),
    slice('住房保障支出', '34.31', '2.72'),
    slice('卫生健康支出', '16.44', '1.30'),
  ],
  width: 420,
  height: 210,
};

const DUTIES = [
  '负责市人民政府会议的准备和组织工作，协助市人民政府领导同志组织实施会议决定事项。',
  '协助市人民政府领导同志审核或组织起草以市人民政府、市人民政府办公室名义发布的公文；研究市人民政府各部门和各县（区）人民政府请示市人民政府的事项，提出审核意见，报市人民政府领导同志审批。',
  '督促检查市人民政府各部门和各县（区）人民政府对国务院、省人民政府和市人民政府决定事项及领导同志批示、指示的贯彻落实情况，推进“互联网+督查”工作，全年督查事项不少于240件。',
  '负责市人民政府值班工作，及时报告重要情况，传达和督促落实市人民政府领导同志指示；指导全市政务公开、政府信息公开和12345政务服务便民热线工作。',
];

function overview(): Block[] {
  return [
    heading(1, 'part-1', '第一部分　概况'),
    heading(2, 'part-1-1', '一、本部门职责'),
    list(DUTIES),
    heading(2, 'part-1-2', '二、机构设置情况'),
    heading(3, 'part-1-2-1', '（一）内设机构'),
    paragraph(
      'body',
      `${DEPARTMENT}内设机构6个，分别是：秘书一科、秘书二科、督查室、信息科、行政科、人事科。现有在职人员86人，离退休人员34人；办公用房面积540平方米，公务用车3辆。`,
    ),
    heading(3, 'part-1-2-2', '（二）所属单位'),
    paragraph('body', '纳入2026年部门预算编制范围的所属预算单位共2个：平州市政务信息中心、平州市人民政府机关服务中心。'),
  ];
}

function explanation(): Block[] {
  const change =
    '2026年本部门预算收入1,262.80万元，比上年增加327.12万元，增长34.96%，主要原因是：一是人员工资正常晋级晋档；二是“一网通办”平台由试运行转为正式运行，新增运行维护费180.00万元；三是政府性基金预算拨款0万元，与上年持平。';
  return [
    heading(1, 'part-3', '第三部分　2026年度部门预算情况说明'),
    heading(2, 'part-3-1', '一、部门预算收支数据变动情况及原因'),
    ...Array.from({ length: 5 }, () => paragraph('body', change)),
    heading(2, 'part-3-2', '二、支出预算情况说明'),
    paragraph('body', '2026年支出预算1,262.80万元，按功能分类构成如下图所示。'),
    sampleChart,
    heading(2, 'part-3-3', '三、“三公”经费预算情况说明及机关运行经费、政府采购、国有资产占有使用和预算绩效管理等其他重要事项的情况说明'),
    ...Array.from({ length: 3 }, () =>
      paragraph(
        'body',
        '2026年“三公”经费预算12.60万元，比上年减少1.40万元，下降10.00%。其中：因公出国（境）费0万元；公务用车购置及运行维护费9.60万元（购置费0万元，运行维护费9.60万元）；公务接待费3.00万元。',
      ),
    ),
  ];
}

function glossary(): Block[] {
  const terms = [
    '一般公共预算拨款收入：指市级财政当年拨付的一般公共预算资金。',
    '基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。',
    '“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。',
    '机关运行经费：指为保障行政单位（含参照公务员法管理的事业单位）运行用于购买货物和服务的各项资金。',
  ];
  return [heading(1, 'part-4', '第四部分　名词解释'), list(terms)];
}

function sections(): Section[] {
  const portrait = (blocks: readonly Block[], pageNumbers: Section['pageNumbers'] = 'continue'): Section => ({
    orientation: 'portrait',
    pageNumbers,
    blocks,
  });
  return [
    portrait(
      [
        {
          type: 'cover',
          offset: 150,
          lines: [
            paragraph('coverDepartment', DEPARTMENT),
            paragraph('coverTitle', '2026年度部门预算公开'),
            paragraph('coverNote', '二〇二六年二月'),
          ],
        },
      ],
      'none',
    ),
    portrait([{ type: 'toc', title: '目　录' }], 'none'),
    portrait(overview(), 1),
    portrait([
      heading(1, 'part-2', '第二部分　2026年部门预算报表'),
      tableTitle(1, '部门收支总表', { pageBreakBefore: false }),
      summaryTable(),
      paragraph('tableNote', '注：本表反映部门全部收支情况，含上年结转。'),
      tableTitle(2, '部门收入总表'),
      incomeTable(),
    ]),
    { orientation: 'landscape', pageNumbers: 'continue', blocks: [tableTitle(3, '项目支出预算表（本年预算）'), projectTable()] },
    portrait([tableTitle(4, '项目支出绩效目标表'), performanceForm()]),
    portrait(explanation()),
    portrait(glossary()),
  ];
}

/** A document with one of everything, for the tests of the writers. */
export function sampleDocument(more: Partial<Document> = {}): Document {
  return {
    metadata: {
      title: `${DEPARTMENT}2026年度部门预算公开`,
      subject: '部门预算公开',
      author: DEPARTMENT,
      keywords: ['部门预算', '2026'],
      language: 'zh-CN',
      date: '2026-02-10',
      published: '2026-02-10',
    },
    layout: sampleLayout,
    sections: sections(),
    figures: {},
    ...more,
  };
}
