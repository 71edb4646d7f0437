import { describe, expect, test } from 'vitest';
import { batchReport } from '../../src/features/batch/page/batch-report.js';
import { indexPage } from '../../src/features/batch/page/index-page.js';
import { entry, finding } from './entries.js';

const good = entry({ code: '001', total: '10000' });
const reminded = entry({ code: '002', total: '20000' }, { findings: [finding('reason-says-something'), finding('reason-says-something')] });
const blocked = entry({ code: '003', total: '5' }, { state: 'blocked', findings: [finding('unknown-key', 'error')], downloads: [] });
const { summary: _, pages: __, ...bare } = entry({ code: '004' });
const failed = { ...bare, state: 'failed', downloads: [], failure: 'out of <memory>' } as const;
const ENTRIES = [good, reminded, blocked, failed];
const page = indexPage(batchReport('2026', false, ENTRIES));

test('leads to the comparison with the year before, where there is one', () => {
  expect(page).not.toContain('对比.html');
  const compared = indexPage(batchReport('2026', false, ENTRIES), '对比/2026年与2025年对比.html');
  expect(compared).toContain(`href="../${encodeURIComponent('对比')}/${encodeURIComponent('2026年与2025年对比.html')}"`);
});
const text = page
  .replace(/<style>[\s\S]*?<\/style>/, '')
  .replace(/<[^>]+>/g, ' ')
  .replace(/\s+/g, ' ');

describe('the page over all departments', () => {
  test('counts the four states', () => {
    expect(text).toContain('4 个部门，其中 2 个还不能公开');
    expect(text).toContain('1 可以公开 1 有提醒 1 有错误 1 没有生成');
  });

  test('links to the files, each part of the way encoded', () => {
    expect(page).toContain(`href="001-${encodeURIComponent('第001局')}/001-${encodeURIComponent('第001局')}.docx"`);
    expect(page.match(/href="00/g)).toHaveLength(2);
  });

  test('prints errors in full, warnings by kind only', () => {
    expect(text).toContain('unknown-key的话。');
    expect(text).not.toContain('reason-says-something的话。');
    expect(text).toContain('增减原因要说明具体的事由，不能只有套话。 reason-says-something 2 002 第002局');
  });

  test('adds up what was made, and says what is not in it', () => {
    expect(text).toContain('合计 3.00 3.00 0.00 0.00 0.00 0.00 3.00 3.00 0.00 0.00 0.00');
    expect(text).toContain('没有列入： 003 第003局 、 004-第004局 。');
    expect(text).toContain('30,000.00 30,000.00 相等');
  });

  test('needs nothing from elsewhere, and texts are texts', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|https?:\/\/|@import|url\(/);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('out of &lt;memory&gt;');
  });

  test('the same input gives the same bytes', () => {
    expect(indexPage(batchReport('2026', false, [...ENTRIES]))).toBe(page);
  });

  test('says that it is about drafts', () => {
    expect(indexPage(batchReport('2026', true, ENTRIES))).toContain('<title>某区2026年部门预算公开（草稿）</title>');
  });
});

test('one department, nothing found', () => {
  const one = indexPage(batchReport('2026', false, [good]));
  expect(one).toContain('1 个部门都已生成');
  expect(one).toContain('有“三公”经费的部门只有 0 个，不作比较。');
});
