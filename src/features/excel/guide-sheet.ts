import type { Sheet, SheetRow } from '../../writers/xlsx/workbook.js';
import { LOOK } from './looks.js';

/** By which a form is known when it comes back. */
export const GUIDE_SHEET = '说明';
export const FORM_TITLE = '部门预算填报表';

/** What the form says of itself. */
export const FACTS = { year: '年度', code: '部门代码', name: '部门名称', unit: '写出本表时的金额单位' } as const;

interface About {
  readonly year: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
}

const GUIDE = [
  '一、只填浅黄色的格子；灰色的是项目和合计，不用填，也改不了。选中一格，旁边会说明怎样填。变红的格子，是例子还没有改，或者科目还没有金额。',
  '二、金额只写数，不写单位。本表金额的单位见“基本信息”里的“金额单位”；改了单位（那一格变红），各表的金额要一并改。',
  '三、有清单的格子可以选，也可以自己写；清单里没有的，会问一声，确认没有写错就选“是”。科目写编码，后面的名称只是提示。',
  '四、没有的内容空着；要由单位写明“没有”的，写“无”。空着的列为“未填”，不会替单位说。',
  '五、行不够就在表的中间插入行；删去一行就是删去那一项（也可以清空那一行）。各表上方的“【…】”和表头不要改。少用的栏（基金等的上年结转、单位资金的来源）已经隐藏，要用时选中整表，取消隐藏列。',
  '六、“收支平衡”里的差额都是零，再交回来导入。',
  '七、填好保存，在菜单里选“导入 Excel”（或运行 import 命令）：先列出改动，确认后写入。批注、表格以外的备注、自己加的工作表不会读入。',
];

/** What the form is, how it is filled in, and which sheets there are. */
export function guideSheet({ year, code, name, unit }: About, sheets: readonly Sheet[]): Sheet {
  const line = (text: string, style: SheetRow['cells'][number]['style'] = LOOK.plain, height = 34): SheetRow => ({
    height,
    cells: [{ column: 0, columnSpan: 2, value: { text }, style }],
  });
  const facts = [
    [FACTS.year, year],
    [FACTS.code, code],
    [FACTS.name, name],
    [FACTS.unit, unit],
  ].map(
    ([label = '', text = '']): SheetRow => ({
      height: 20,
      cells: [
        { column: 0, value: { text: label }, style: LOOK.label },
        { column: 1, value: { text }, style: { ...LOOK.label, format: '@' } },
      ],
    }),
  );
  return {
    name: GUIDE_SHEET,
    columns: [{ width: 150 }, { width: 500 }],
    rows: [
      line(FORM_TITLE, LOOK.title, 30),
      ...facts,
      ...GUIDE.map((text) => line(text)),
      line(`工作表：${sheets.map((one) => one.name).join('、')}。`),
    ],
    isProtected: true,
    print: { orientation: 'portrait' },
  };
}
