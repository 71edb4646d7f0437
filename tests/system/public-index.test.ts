/// <reference lib="dom" />
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { batchReport } from '../../src/features/batch/page/batch-report.js';
import { publicIndex } from '../../src/features/batch/page/public-index.js';
import { entry } from '../batch/entries.js';
import { accessibilityViolations, browserForTests, openFile, overflow, VIEWS } from '../support/browser.js';

const attack = '<img src=x onerror=alert(1)>局';
const ENTRIES = ['001', '002', '003'].map((code) =>
  entry({
    code,
    name: code === '003' ? attack : `第${code}局`,
    total: '10000',
    items: [{ code: `2${code}301`, name: '行政运行', amount: '10000' }],
  }),
);
const file = join(mkdtempSync(join(tmpdir(), 'public-index-')), '目录.html');
writeFileSync(file, publicIndex(batchReport('2026', false, ENTRIES)));

let browser: Browser;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ browser, end } = await browserForTests());
});
afterAll(() => end());

it.each(VIEWS)('the index of a district at $width px, $scheme: no fault, nothing loaded, no scrolling sideways', async (view) => {
  const { page, requests, errors } = await openFile(browser, file, view);
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect([requests, errors]).toEqual([[], []]);
  await page.close();
});

it.each([
  ['第002局', 2],
  ['2002301', 1],
  ['行政运行', 3],
  ['没有', 0],
] as const)('its search finds %s in %i rows', async (query, count) => {
  const { page } = await openFile(browser, file, { width: 1280, scheme: 'light' });
  await page.type('#query', query);
  expect(await page.$$eval('.searched tr', (rows) => rows.filter((row) => !(row as HTMLElement).hidden).length)).toBe(count);
  await page.close();
});
