import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RenderOptions } from '../../src/writers/pdf/index.js';
import { sampleDocument } from '../support/sample-document.js';
import { layout } from '../writers/pdf/support.js';

const folder = mkdtempSync(join(tmpdir(), 'pdf-'));

async function write(name: string, options?: RenderOptions): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await layout(sampleDocument({ watermark: '草稿' })).render(options));
  return path;
}

const run = (program: string, ...options: readonly string[]): string =>
  execFileSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 28 });

let path: string;
beforeAll(async () => {
  path = await write('sample.pdf');
});

describe('other programs', () => {
  it('qpdf finds nothing wrong', () => {
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  });

  it('Poppler has every font embedded, as a subset, with its characters', () => {
    const lines = run('pdffonts', path).trim().split('\n').slice(2);
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/ yes yes yes /);
  });

  it('Poppler and MuPDF extract the same text', () => {
    const clean = (text: string): string => text.replace(/[\s\f.]/g, '');
    expect(clean(run('pdftotext', '-raw', path, '-'))).toContain('2080505机关事业单位基本养老保险缴费支出');
    const drawn = spawnSync('mutool', ['draw', '-q', '-F', 'txt', path], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
    expect(clean(drawn)).toContain('机关事业单位基本养老保险');
  });

  it('MuPDF draws no .notdef', () => {
    const trace = spawnSync('mutool', ['draw', '-q', '-F', 'trace', path], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
    expect(trace).toContain('<g unicode');
    expect(trace).not.toMatch(/glyph="(0|\.notdef)"/);
  });
});

/** PDFBox 2 of Debian: libpdfbox2-java with what it needs at run time. */
function preflight(file: string): string {
  const jars = '/usr/share/java';
  const wanted = /^(preflight|pdfbox2|fontbox2|xmpbox|commons-logging|commons-io|javax\.activation|jaxb-api)\.jar$/;
  const classes = readdirSync(jars)
    .filter((name) => wanted.test(name))
    .map((name) => join(jars, name));
  const said = spawnSync('java', ['-cp', classes.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file], { encoding: 'utf8' });
  return said.stdout + said.stderr;
}

describe('PDFBox Preflight', () => {
  it.each([['PDF/A-1b'], ['PDF/A-1a']] as const)('accepts the document at level %s', async (conformance) => {
    expect(preflight(await write(`${conformance.slice(-2)}.pdf`, { conformance }))).toContain('is a valid PDF/A-1b file');
  });
});
