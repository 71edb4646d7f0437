import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium without a window, with a profile that ends with it. */
export async function browserForTests(): Promise<{ readonly browser: Browser; readonly end: () => Promise<void> }> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'browser-'));
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await puppeteer.launch({ executablePath, headless: true, args: FLAGS, userDataDir });
  const end = async () => {
    await browser.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  return { browser, end };
}

/** The same for one use. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { browser, end } = await browserForTests();
  return use(browser).finally(end);
}

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly script?: boolean;
}

/** Light and dark, on a phone and on a desk. */
export const VIEWS: readonly View[] = [390, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));

/** An open page, and what it asked for or complained of since. */
export interface OpenPage {
  readonly page: Page;
  /** Addresses of all requests but that of the page itself. */
  readonly requests: readonly string[];
  /** Errors, refusals of the content security policy among them. */
  readonly errors: readonly string[];
}

/** Opens a file as a double click would. */
export async function openFile(browser: Browser, file: string, { width, scheme, script = true }: View): Promise<OpenPage> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: width < 600 ? 844 : 800, isMobile: width < 600, hasTouch: width < 600 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const address = pathToFileURL(file).href;
  page.on('request', (request) => request.url() === address || requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address, { waitUntil: 'load' });
  return { page, requests, errors };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds, one line each: rule, and the element. The engine comes in by the debugger, so a page's policy does not keep it out. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Engine {
      run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    }
    const { axe } = globalThis as unknown as { axe: Engine };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    );
  });
}

/** Does the page scroll sideways? Nothing on it should ask a phone for that. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;
