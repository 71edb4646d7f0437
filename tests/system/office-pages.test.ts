import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, DISTRICT_YAML, OFFICE_YAML, type TestProject } from '../cli/command-line.js';
import { accessibilityViolations, browserForTests, openFile, overflow, VIEWS } from '../support/browser.js';
import { DEPARTMENT, unitsProject, unitYaml } from '../units/support.js';

// The pages of the office and the bureau, as the program writes them: a department with units of which one has a mistake,
// one that may be published with reminders, and one without any unit; two years of them held against each other.
const SAMPLE = readFileSync(new URL(`../../${OFFICE_YAML}`, import.meta.url), 'utf8');

async function twoYears(): Promise<TestProject> {
  const project = unitsProject('shanxi');
  project.write(OFFICE_YAML, SAMPLE);
  cpSync(project.path('data/classifications/2026'), project.path('data/classifications/2025'), { recursive: true });
  cpSync(project.path('data/2026'), project.path('data/2025'), { recursive: true });
  project.edit(DISTRICT_YAML.replace('2026', '2025'), (text) => text.replace('年度: 2026', '年度: 2025'));
  project.edit(OFFICE_YAML.replace('/2026/', '/2025/'), (text) =>
    text.replace('服务: 600000', '服务: 500000').replaceAll('2026-02', '2025-02'),
  );
  project.edit(unitYaml('文化馆.yaml'), (text) => text.replace('一般公共预算: 100.580808', '一般公共预算: 100.580809'));
  await commandLine(project, ['compare', '2026', '2025']);
  await commandLine(project, ['build-doc', '--force']);
  return project;
}

let browser: Browser;
let end: () => Promise<void>;
const folder = mkdtempSync(join(tmpdir(), 'office-pages-'));
beforeAll(async () => {
  ({ browser, end } = await browserForTests());
});
afterAll(() => end());

const PAGES = [
  ['the report of a department that may be published', 'out/2026/003-朔州市平鲁区人民政府办公室/核对报告.html'],
  ['the report of one with errors', `out/2026/207001-${DEPARTMENT}/核对报告.html`],
  ['the report of a unit', 'out/2026/207003-虚构市示例区图书馆/核对报告.html'],
  ['the bureau’s index', 'out/2026/index.html'],
  ['the comparison of two years', 'out/对比/2026年与2025年对比.html'],
] as const;

it('are written', async () => {
  cpSync((await twoYears()).path('out'), join(folder, 'out'), { recursive: true });
}, 120_000);

describe.each(PAGES)('%s', (_, path) => {
  it.each(VIEWS)('at $width px, $scheme: no fault that axe-core finds, nothing loaded, no scrolling sideways', async (view) => {
    const { page, requests, errors } = await openFile(browser, join(folder, path), view);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect([requests, errors]).toEqual([[], []]);
    const pictures = process.env['PICTURES'];
    if (pictures !== undefined && view.scheme === 'light')
      await page.screenshot({ path: `${pictures}/${path.replaceAll('/', '-')}-${view.width}.png`, fullPage: true });
    await page.close();
  });
});
