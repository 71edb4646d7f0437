import { describe, expect, test } from 'vitest';
import { batchReport } from '../../src/features/batch/page/batch-report.js';
import { publicIndex } from '../../src/features/batch/page/public-index.js';
import { descendants, type HtmlNode, parseHtml, textOf } from '../support/html-body.js';
import { entry, finding } from './entries.js';

const files = (stem: string, ...endings: string[]) => endings.map((ending) => ({ label: ending, path: [stem, `${stem}.${ending}`] }));
const report = { label: '核对报告', path: ['001-第001局', '核对报告.html'], isReport: true };
const items = (amount: string) => [{ code: '2010301', name: '行政运行', amount }];
const ENTRIES = [
  entry(
    { code: '001', total: '10000', previous: '8000', items: items('10000') },
    { downloads: [...files('001-第001局', 'docx', 'html'), report], findings: [finding('reason-given')] },
  ),
  entry({ code: '002', total: '20000.5', previous: '30000', items: items('20000.5') }),
  entry({ code: '002001', name: '附属一站', partOf: '第002局', total: '5', items: items('5') }),
  entry({ code: '003', total: '7777', items: items('7777') }, { state: 'blocked', findings: [finding('unknown-key', 'error')] }),
  entry({ code: '004', name: '<b>局</b>', total: '1', previous: '0' }),
];
const page = publicIndex(batchReport('2026', false, ENTRIES));
const root = parseHtml(page);
const cells = (row: HtmlNode) => row.children.filter(({ tag }) => tag === 'td' || tag === 'th').map((cell) => textOf(cell).trim());
const rows = (part: number): string[][] => {
  const section = descendants(root, ({ tag }) => tag === 'section')[part];
  return section ? descendants(section, ({ tag }) => tag === 'tr').map(cells) : [];
};

describe('the index for the public', () => {
  test('lists what is published, compared with last year; units count no second time', () => {
    expect(rows(0)).toEqual([
      ['代码', '部门', '2026年支出总计', '上年', '增减', '增减率', '文件'],
      ['001', '第001局', '1.00', '0.80', '0.20', '+25.00%', 'docx html'],
      ['002', '第002局', '2.00', '3.00', '-1.00', '-33.33%', 'Word'],
      ['002001', '附属一站 第002局所属单位', '0.00', '0.00', '0.00', '+0.00%', 'Word'],
      ['004', '<b>局</b>', '0.00', '', '', '', 'Word'],
      ['', '合计', '3.00', '', '', '', ''],
    ]);
  });

  test('lists the departments by code', () => {
    expect(rows(1)).toEqual([
      ['科目编码', '科目名称', '支出', '部门'],
      ['2010301', '行政运行', '3.00', '第001局 1.00第002局 2.00'],
    ]);
  });

  test('says nothing of findings, reports and departments that are not published', () => {
    expect(page).not.toMatch(/核对|提醒|错误|reason-given|unknown-key|003|7777/);
    expect(page).toContain(`href="001-${encodeURIComponent('第001局')}/001-${encodeURIComponent('第001局')}.html"`);
  });

  test('loads nothing, and the same input gives the same bytes', () => {
    expect(page).not.toMatch(/<link|<img|<iframe|https?:\/\/|@import|url\(/);
    expect(publicIndex(batchReport('2026', false, [...ENTRIES]))).toBe(page);
  });
});
