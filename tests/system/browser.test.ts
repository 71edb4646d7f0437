import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { accessibilityViolations, browserForTests, openFile } from '../support/browser.js';

it('the browser that looks at our pages finds what is wrong with one', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pages-')), 'bad.html');
  const body = '<p style="color:#aaa;background:#fff">看不清的灰字</p><img src="none.png"><script>throw Error("x")</script>';
  writeFileSync(file, `<!doctype html><title>x</title>${body}`);
  const { browser, end } = await browserForTests();
  const { page, requests, errors } = await openFile(browser, file, { width: 390, scheme: 'light' });
  const found = (await accessibilityViolations(page)).join('\n');
  for (const rule of ['color-contrast', 'image-alt', 'html-has-lang']) expect(found).toContain(`${rule}:`);
  expect(requests.map((one) => one.split('/').at(-1))).toEqual(['none.png']);
  expect(errors.join()).toContain('x');
  await end();
});
