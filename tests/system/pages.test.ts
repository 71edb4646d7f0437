import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessibilityViolations, openFile, VIEWS, withBrowser } from '../support/browser.js';

describe('the browser that looks at our pages', () => {
  it('finds what is wrong with a page', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'pages-')), 'bad.html');
    writeFileSync(
      file,
      '<!doctype html><title>x</title><p style="color:#aaa;background:#fff">看不清的灰字</p><img src="none.png"><script>throw Error("x")</script>',
    );
    await withBrowser(async (browser) => {
      const { page, requests, errors } = await openFile(browser, file, VIEWS[0] as (typeof VIEWS)[number]);
      const found = await accessibilityViolations(page);
      for (const rule of ['color-contrast', 'image-alt', 'html-has-lang']) expect(found.join('\n')).toContain(`${rule}:`);
      expect(requests.map((one) => one.split('/').at(-1))).toEqual(['none.png']);
      expect(errors.join()).toContain('x');
    });
  });
});
