/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startPreview } from '../../src/features/preview/command.js';
import { OFFICE_YAML, type TestProject, testEnvironment, testProject } from '../cli/command-line.js';
import { accessibilityViolations, browserForTests } from '../support/browser.js';
import { ROOT } from '../support/build-case.js';

let browser: Browser;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ browser, end } = await browserForTests());
});
afterAll(() => end());

async function previewed(): Promise<{ project: TestProject; address: string; page: Page; errors: string[] }> {
  const project = testProject();
  const environment = testEnvironment(project, { clock: () => performance.now() });
  const machine = { ...environment.machine, program: join(ROOT, 'dist/bundle') };
  const { address, close } = await startPreview(project.path(OFFICE_YAML), { ...environment, machine });
  onTestFinished(close);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address);
  await page.waitForFunction(() => document.body.dataset['shown'] === '1');
  return { project, address, page, errors };
}

const pageText = (page: Page) => page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.textContent ?? '');
const until = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('iframe')?.contentDocument?.body.textContent?.includes(wanted), {}, text);

const BROKEN: readonly (readonly [change: (text: string) => string, says: string])[] = [
  [(text) => text.replace('  名称: 朔州市', '  名稱: 朔州市'), '名稱'],
  [(text) => text.replace('部门:\n', '部门：\n'), '错误'],
  [(text) => `${text}\n支出: [`, '错误'],
  [(text) => text.replace('2232000', '2232000元'), '2232000元'],
  [() => '', '错误'],
];

/** Twenty things that people do to a file; a broken one ends with the words that stand on top then. */
const EDITS: readonly (readonly [change: (text: string) => string, broken?: string])[] = Array.from({ length: 10 }).flatMap((_, index) => [
  [(text: string) => text.replace(/内务股\d*/, `内务股${index}`)] as const,
  [BROKEN[index % 5]?.[0] ?? ((text: string) => text), BROKEN[index % 5]?.[1] ?? ''] as const,
]);

describe('the preview', () => {
  it('follows twenty edits, good and broken', async () => {
    const { project, page, errors } = await previewed();
    const good = readFileSync(project.path(OFFICE_YAML), 'utf8');
    const times: number[] = [];
    for (const [index, [change, broken]] of EDITS.entries()) {
      const before = Number(await page.evaluate(() => document.body.dataset['shown']));
      const started = performance.now();
      project.write(OFFICE_YAML, change(good));
      await page.waitForFunction((version) => Number(document.body.dataset['shown']) > version, { polling: 5 }, before);
      times.push(Math.round(performance.now() - started));
      if (broken === undefined) await until(page, change(good).match(/内务股\d*/)?.[0] ?? 'x');
      expect([index, await page.evaluate(() => document.body.classList.contains('stale'))]).toEqual([index, broken !== undefined]);
      expect(await pageText(page)).toContain('第一部分');
      if (broken !== undefined) expect(await page.$eval('#findings', (one) => one.textContent)).toContain(broken);
    }
    process.stdout.write(`save to picture, ms: ${times.join(' ')}\n`);
    expect(errors).toEqual([]);
  });

  it('keeps the place and the selection, and shows findings at their places', async () => {
    const { project, page } = await previewed();
    const top = await page.evaluate(() => {
      const inner = document.querySelector('iframe')?.contentDocument as Document;
      inner.getElementById('heading-3-3')?.scrollIntoView();
      const [text] = inner.querySelector('#heading-3-3 + p')?.childNodes ?? [];
      inner.getSelection()?.setBaseAndExtent(text as Node, 0, text as Node, 4);
      return inner.getElementById('heading-3-3')?.getBoundingClientRect().top;
    });
    project.edit(OFFICE_YAML, (text) =>
      text.replace('  名称: 朔州市', '  # 注\n  名称: 朔州市').replace('内务股', '内务股，名称改得很长以后上面的页面也变长了一些'),
    );
    await until(page, '名称改得很长');
    const after = await page.evaluate(() => {
      const inner = document.querySelector('iframe')?.contentDocument as Document;
      return { top: inner.getElementById('heading-3-3')?.getBoundingClientRect().top, selected: inner.getSelection()?.toString() };
    });
    expect(after).toEqual({ top, selected: '2026' });
    expect(await page.$$eval('#findings button', (buttons) => buttons.map(({ textContent }) => textContent))).toContainEqual(
      expect.stringMatching(/^data\/2026\/003-.*\.yaml:\d+:\d+$/),
    );
  });

  it('follows templates and lists', async () => {
    const { project, page } = await previewed();
    project.write('data/2026/方案/说明/12-其他说明.hbs', '## 其他说明\n\n模板也会跟着变。\n');
    await until(page, '模板也会跟着变。');
  });

  it('has no fault that axe-core finds, also with the editor', async () => {
    const { page } = await previewed();
    await page.click('#edit');
    await page.waitForSelector('.cm-content');
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await accessibilityViolations(page)).toEqual([]);
    }
  });

  it('shows the printed pages themselves', async () => {
    const { page, address } = await previewed();
    await page.click('#pdf-tab');
    expect(await page.$eval('iframe[title="印出的页"]', (frame) => new URL(frame.src).pathname.split('/').at(-1))).toBe('pdf');
    const bytes = Buffer.from(await (await fetch(`${address}pdf`)).arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the editor', () => {
  it('opens where a finding is, saves, and the page follows', async () => {
    const { project, page } = await previewed();
    await page.click('#findings button');
    await page.waitForSelector('.cm-content');
    await page.click('#reload');
    await page.waitForFunction(() => !(document.querySelector('#text') as HTMLElement).inert);
    await page.focus('.cm-content');
    await page.keyboard.down('Control');
    await page.keyboard.press('Home');
    await page.keyboard.up('Control');
    await page.keyboard.type('# 在这里写的\n');
    await page.keyboard.down('Control');
    await page.keyboard.press('s');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => Number(document.body.dataset['shown']) > 1);
    expect(readFileSync(project.path(OFFICE_YAML), 'utf8')).toMatch(/^# 在这里写的\n/);
    expect(await page.$eval('#notice', ({ textContent }) => textContent)).toBe('');
  });

  it('refuses to save over what another program has saved', async () => {
    const { project, page } = await previewed();
    await page.click('#edit');
    await page.waitForSelector('.cm-content');
    await page.focus('.cm-content');
    await page.keyboard.type('# 我的\n');
    project.edit(OFFICE_YAML, (text) => `# 别人的\n${text}`);
    await page.waitForFunction(() => document.querySelector('#notice')?.textContent?.includes('改过'));
    await page.click('#save');
    await page.waitForFunction(() => document.querySelector('#notice')?.textContent?.includes('没有保存。'));
    expect(readFileSync(project.path(OFFICE_YAML), 'utf8')).toMatch(/^# 别人的\n/);
  });

  it('leads from a figure to the line where it is typed, and completes keys from the schema', async () => {
    const { page } = await previewed();
    await page.evaluate(() => {
      const inner = document.querySelector('iframe')?.contentDocument as Document;
      inner.querySelector<HTMLElement>('#table-3-grid tbody tr:nth-child(4) a')?.click();
      inner.querySelector<HTMLElement>('#card .typed button')?.click();
    });
    await page.waitForSelector('.cm-content');
    await page.waitForFunction(() => /2232000/.test(document.querySelector('.cm-activeLine')?.textContent ?? ''));
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type('\n三公');
    await page.waitForSelector('.cm-tooltip-autocomplete');
    expect(await page.$eval('.cm-tooltip-autocomplete', ({ textContent }) => textContent)).toContain('三公经费');
  });
});

describe('others', () => {
  const status = (address: string, { path, headers }: { path: string; headers?: Record<string, string> }) =>
    new Promise<number | undefined>((done, fail) => {
      const { hostname, port } = new URL(address);
      request({ hostname, port, path, headers }, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on('error', fail)
        .end();
    });

  it('a second host, a foreign origin, a way up and an address without its word are refused', async () => {
    const { address } = await previewed();
    const { pathname } = new URL(address);
    expect(await status(address, { path: `${pathname}page` })).toBe(200);
    expect(await status(address, { path: `${pathname}page`, headers: { host: 'evil.example' } })).toBe(403);
    expect(await status(address, { path: `${pathname}page`, headers: { origin: 'http://evil.example' } })).toBe(403);
    expect(await status(address, { path: `${pathname}../../etc/passwd` })).toBe(400);
    expect(await status(address, { path: `${pathname}file?name=${encodeURIComponent('../../etc/passwd')}` })).toBe(404);
    expect(await status(address, { path: '/page' })).toBe(404);
  });
});
