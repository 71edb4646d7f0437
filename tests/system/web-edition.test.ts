/// <reference lib="dom" />
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { documentToHtml } from '../../src/writers/html/index.js';
import { accessibilityViolations, browserForTests, openFile, overflow, VIEWS } from '../support/browser.js';
import { builtCase } from '../support/cases.js';
import { squeeze, textsOf } from '../support/document-text.js';
import { everywhere } from '../writers/docx/hostile-documents.js';

const folder = mkdtempSync(join(tmpdir(), 'web-edition-'));
const fileOf = (name: string, document: Document): string => {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, documentToHtml(document, { downloads: [{ called: 'Word', name: 'x.docx' }] }));
  return path;
};
const { document } = builtCase('五类资金');
const file = fileOf('五类资金', document);
const DESK = { width: 1280, scheme: 'light' } as const;

let browser: Browser;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ browser, end } = await browserForTests());
});
afterAll(() => end());

/** The text of the one card, empty where none is open. */
const cardText = (page: Page) => page.$eval('#card', (card) => ((card as HTMLElement).hidden ? '' : (card.textContent ?? '')));
const focused = (page: Page) => page.evaluate(() => globalThis.document.activeElement?.textContent ?? '');

describe.each(VIEWS)('at $width px, $scheme', (view) => {
  it('has no fault that axe-core finds, loads nothing and does not scroll sideways, also with an open card and a search', async () => {
    const { page, requests, errors } = await openFile(browser, file, view);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.$eval('main p a[href^="#y"]', (link) => (link as HTMLElement).click());
    expect(await cardText(page)).not.toBe('');
    await page.$eval('nav details', (details) => details.setAttribute('open', ''));
    await page.type('#query', '合计');
    await page.waitForSelector('#hits li');
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect([requests, errors]).toEqual([[], []]);
    await page.close();
  });
});

describe('without a mouse', () => {
  it('the keyboard alone comes to the origin of every figure', async () => {
    const { page } = await openFile(browser, file, DESK);
    const count = await page.$$eval('main a[href^="#y"]', (links) => links.length);
    await page.$eval('#main', (main) => (main as HTMLElement).focus());
    let seen = 0;
    const wrong: string[] = [];
    for (let pressed = 0; seen < count && pressed < count * 2; pressed++) {
      await page.keyboard.press('Tab');
      const [figure, name, card] = await page.evaluate(() => {
        const link = globalThis.document.activeElement as HTMLAnchorElement;
        const entry = link.hash?.startsWith('#y') ? globalThis.document.querySelector(link.hash) : undefined;
        const open = globalThis.document.querySelector('#card') as HTMLElement;
        return [Boolean(entry), entry?.textContent?.trim() ?? '', open.hidden ? '' : (open.textContent ?? '')] as const;
      });
      if (!figure) continue;
      seen += 1;
      if (!card.startsWith(name)) wrong.push(`${name} | ${card}`);
    }
    expect(seen).toBe(count);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('Enter goes into the card, its links lead to the places, and Escape leads back', async () => {
    const { page } = await openFile(browser, file, DESK);
    await page.$eval('main p a[href^="#y"]', (link) => (link as HTMLElement).focus());
    const figure = await focused(page);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => globalThis.document.activeElement?.id)).toBe('card');
    await page.keyboard.press('Escape');
    expect([await focused(page), await cardText(page)]).toEqual([figure, '']);
    await page.keyboard.press('Enter');
    await page.$eval('#card a[href^="#p"]', (link) => (link as HTMLElement).click());
    await page.waitForFunction(() => globalThis.document.activeElement?.id.startsWith('p'));
    const exact = (text: string) => text.replace(/,/g, '');
    expect(exact(await focused(page))).toBe(exact(figure));
    await page.close();
  });
});

describe('the search', () => {
  it.each([
    ['a code', '2070101', '2070101'],
    ['a figure, with or without separators', '629.60', '629.60'],
    ['words', '政府采购 万元', '政府采购'],
  ])('finds %s, and leads there', async (_, query, expected) => {
    const { page } = await openFile(browser, file, DESK);
    await page.type('#query', query);
    await page.waitForSelector('#hits li');
    const hits = await page.$$eval('#hits a', (links) => links.map((link) => link.textContent ?? ''));
    expect(hits.filter((hit) => !hit.includes(expected))).toEqual([]);
    await page.click('#hits a');
    const [text, top] = await page.evaluate(() => {
      const target = globalThis.document.querySelector(':target');
      return [target?.textContent ?? '', target?.getBoundingClientRect().top ?? -1] as const;
    });
    expect(text).toContain(expected);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(800);
    await page.close();
  });

  it('says that there is nothing', async () => {
    const { page } = await openFile(browser, file, DESK);
    await page.type('#query', '没有这样的字');
    await page.waitForFunction(() => globalThis.document.querySelector('#found')?.textContent === '没有找到');
    await page.close();
  });
});

it('the contents show the current place', async () => {
  const { page } = await openFile(browser, file, DESK);
  await page.evaluate(() => globalThis.document.getElementById('table-3')?.scrollIntoView({ behavior: 'instant' }));
  await page.waitForFunction(() => globalThis.document.querySelector('.toc [aria-current]')?.textContent?.startsWith('表三'));
  await page.close();
});

it('without its script every text is there to be read', async () => {
  const { page, errors } = await openFile(browser, file, { ...DESK, script: false });
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown is the question
  const shown = squeeze((await page.$eval('body', (body) => (body as HTMLElement).innerText)) ?? '');
  const missing = textsOf(document).filter(({ text }) => !shown.includes(squeeze(text)));
  expect(missing).toEqual([]);
  expect(shown).toContain('数字的由来');
  expect(errors).toEqual([]);
  await page.close();
});

describe('hostile texts', () => {
  const attack = `"><script>window.attacked=1</script><img src=x onerror="window.attacked=1"><a href="javascript:window.attacked=1">x</a>'</style><style>*{display:none}`;

  it('run nothing and load nothing', async () => {
    const { page, requests } = await openFile(browser, fileOf('hostile', everywhere(attack)), DESK);
    expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
    expect(await page.$eval('main', (main) => getComputedStyle(main).display)).not.toBe('none');
    expect(requests).toEqual([]);
    await page.close();
  });

  it('would run nothing even if they became markup: the policy of the page refuses them', async () => {
    const { page, errors } = await openFile(browser, file, DESK);
    await page.evaluate(() => {
      const script = globalThis.document.createElement('script');
      script.textContent = 'window.attacked = 1';
      globalThis.document.body.append(script);
      globalThis.document.body.insertAdjacentHTML('beforeend', '<img src="x.png" onerror="window.attacked=1"><p style="color:red">x</p>');
    });
    await new Promise((done) => setTimeout(done, 200));
    expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
    expect(errors.filter((one) => one.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3);
    await page.close();
  });
});
