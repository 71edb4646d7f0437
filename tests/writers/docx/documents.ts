import type { Block, Document, Section, TableRow } from '../../../src/document/document.js';
import { heading, paragraph, row, sampleDocument, table, tableTitle } from '../../support/sample-document.js';

const WIDTHS = [60, 60, 200, 122];

/** Each group of four rows under one merged cell. */
function bodyRow(index: number): TableRow {
  const group = index % 4 === 0 ? [[0, `第${index / 4 + 1}组`, 'tableTextCentred', { rowSpan: 4 }] as const] : [];
  return row(WIDTHS, [
    ...group,
    [1, String(index + 1), 'tableText'],
    [2, `项目支出${index + 1}号“一网通办”平台运行维护经费`, 'tableText', { scope: 'row' }],
    [3, `${index + 1}.50`, 'tableAmount'],
  ]);
}

function grid(id: string, rows: number): Block {
  const header = row(WIDTHS, [
    [0, '编号', 'tableHeader', { columnSpan: 2 }],
    [2, '名称', 'tableHeader'],
    [3, '金额', 'tableHeader'],
  ]);
  return table(id, WIDTHS, 1, [header, ...Array.from({ length: rows }, (_, index) => bodyRow(index))]);
}

const front = (): Section[] => [...sampleDocument().sections.slice(0, 2)];

/** Two tables side by side, the second of them long. */
export function tablesOnly(rows: number): Document {
  const blocks: Block[] = [heading(1, 'part-1', '第一部分　报表'), tableTitle(1, '部门收支总表'), grid('short', 8), grid('long', rows)];
  return sampleDocument({ sections: [...front(), { orientation: 'portrait', pageNumbers: 1, blocks }] });
}

/** Parts of some three pages each: text, a table on a new page, text again. */
export function longDocument(pages: number): Document {
  const text =
    '2026年本部门预算收入1,262.80万元，比上年增加327.12万元，增长34.96%，主要原因是：一是人员工资正常晋级晋档；二是“一网通办”平台由试运行转为正式运行，新增运行维护费180.00万元。';
  const sections = Array.from({ length: Math.ceil(pages / 3) }, (_, index): Section => {
    const number = index + 1;
    const blocks: Block[] = [
      heading(1, `part-${number}`, `第${number}部分　情况说明`),
      ...Array.from({ length: 3 }, (_, at) => paragraph('body', `${at + 1}. ${text}`)),
      heading(2, `part-${number}-1`, '一、预算收支情况'),
      paragraph('body', text.repeat(2)),
      tableTitle(number, '部门收入总表'),
      grid(`table-${number}`, 36),
      heading(2, `part-${number}-2`, '二、其他说明'),
      paragraph('body', text.repeat(3)),
    ];
    return { orientation: index % 5 === 4 ? 'landscape' : 'portrait', pageNumbers: index === 0 ? 1 : 'continue', blocks };
  });
  return sampleDocument({ sections: [...front(), ...sections] });
}

const LONG_TEXT = '“三公”经费预算12.60万元，'.repeat(3200);

/** One paragraph longer than any that people write. */
export function fiftyThousandCharacters(): Document {
  const blocks = [heading(1, 'part-1', '第一部分'), paragraph('body', LONG_TEXT)];
  return sampleDocument({ sections: [...front(), { orientation: 'portrait', pageNumbers: 1, blocks }] });
}
