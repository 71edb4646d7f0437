import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { FontkitFont } from '../../../src/writers/pdf/fonts/fontkit-file.js';
import { roleOf } from '../../../src/writers/pdf/fonts/load-fonts.js';
import { layoutPdf, loadFonts } from '../../../src/writers/pdf/index.js';
import { collection, postScriptFont, renamed } from '../../support/font-files.js';
import { flatten, PdfStructure } from '../../support/pdf-structure.js';
import { ReadPdf } from '../../support/read-pdf.js';
import { paragraph } from '../../support/sample-document.js';
import { documentOf } from './support.js';

const SHIPPED = fileURLToPath(new URL('../../../fonts', import.meta.url));
const REGULAR = readFileSync(join(SHIPPED, 'NotoSerifSC-Regular.subset.ttf'));
const KAI = readFileSync(join(SHIPPED, 'FandolKai-Regular.subset.ttf'));

/** A fonts folder with one shipped face and some of an office's own. */
function folder(local: Readonly<Record<string, Buffer>>): string {
  const path = mkdtempSync(join(tmpdir(), 'fonts-'));
  writeFileSync(join(path, 'fonts.json'), JSON.stringify([{ file: 'song.ttf', postscriptName: 'NotoSerifSC-Regular', role: '宋' }]));
  writeFileSync(join(path, 'song.ttf'), REGULAR);
  mkdirSync(join(path, 'local'));
  for (const [name, data] of Object.entries(local)) writeFileSync(join(path, 'local', name), data);
  return path;
}

/** The same font with other licence bits. */
function withLicence(data: Buffer, fsType: number): Buffer {
  const copy = Buffer.from(data);
  for (let at = 12; ; at += 16) {
    if (copy.toString('latin1', at, at + 4) !== 'OS/2') continue;
    copy.writeUInt16BE(fsType, copy.readUInt32BE(at + 8) + 8);
    return copy;
  }
}

const named = (name: string): FontkitFont => ({ name: { records: { fontFamily: { zh: name } } } }) as unknown as FontkitFont;

describe('the role of a face', () => {
  it.each([
    ['方正小标宋简体', '小标宋'],
    ['FZXiaoBiaoSong-B05S', '小标宋'],
    ['仿宋_GB2312', '仿宋'],
    ['FangSong', '仿宋'],
    ['朱雀仿宋（预览测试版）', '仿宋'],
    ['楷体_GB2312', '楷'],
    ['KaiTi', '楷'],
    ['黑体', '黑'],
    ['SimHei', '黑'],
    ['宋体', '宋'],
    ['SimSun', '宋'],
    ['华文宋体', '宋'],
  ])('%s is %s', (name, role) => {
    expect(roleOf(named(name))).toBe(role);
  });

  it('is none where the name says nothing', () => {
    expect(roleOf(named('Arial'))).toBeUndefined();
  });
});

describe('faces of an office', () => {
  it('go before the shipped ones, which stand in for what they lack', async () => {
    const fonts = loadFonts(folder({ 'kai.ttf': KAI }));
    expect(fonts.uses.find((use) => use.role === '楷')?.face).toBe('FandolKai-Regular');
    expect(fonts.findings).toEqual([]);
    const pdf = layoutPdf(documentOf([paragraph('coverNote', '楷体㎡啰')]), fonts);
    expect(pdf.findings).toEqual([]);
    const text = new ReadPdf(await pdf.render()).text;
    expect(text).toContain('+FandolKai-Regular');
    expect(text).toContain('+NotoSerifSC-Regular');
  });

  it.each([
    [0x0002, '没有采用字体文件“kai.ttf”：字体的许可不允许嵌入文件。'],
    [0x0100, '没有采用字体文件“kai.ttf”：字体的许可不允许只嵌入用到的字。'],
  ])('are refused where their licence forbids it (%d)', (fsType, message) => {
    const fonts = loadFonts(folder({ 'kai.ttf': withLicence(KAI, fsType) }));
    expect(fonts.findings).toMatchObject([{ code: 'font-refused', severity: 'warning', message }]);
    expect(fonts.uses.find((use) => use.role === '楷')?.face).toBe('NotoSerifSC-Regular');
  });

  it('are passed over with a word where they are no fonts', () => {
    const fonts = loadFonts(folder({ 'broken.ttf': KAI.subarray(0, 100), 'readme.txt': Buffer.from('x') }));
    expect(fonts.findings.map((finding) => finding.message)).toEqual([
      '没有采用字体文件“broken.ttf”：文件不是完好的TrueType或OpenType字体。',
    ]);
  });
});

describe('PostScript outlines (.otf)', () => {
  const CHARACTERS = ['政', '务', '公'];
  const fonts = loadFonts(folder({ 'fang.otf': postScriptFont('FZFangSong-Test', CHARACTERS) }));
  const pdf = layoutPdf(documentOf([paragraph('body', '政务公开啰𠮷，2026年')]), fonts);

  it('are taken by their name', () => {
    expect(fonts.findings).toEqual([]);
    expect(fonts.uses.find((use) => use.role === '仿宋')).toMatchObject({ face: 'FZFangSong-Test' });
  });

  it('are embedded as such; what they lack comes from the shipped faces, character by character', async () => {
    expect(pdf.findings.map((finding) => finding.message)).toEqual(['“政务公开啰𠮷，2026年”中的“𠮷”（U+20BB7）没有任何字体可印。']);
    const bytes = await pdf.render();
    const file = new ReadPdf(bytes);
    expect(file.text).toMatch(/\/BaseFont \/[A-Z]{6}\+FZFangSong-Test/);
    expect(file.text).toContain('/Subtype /CIDFontType0C');
    expect(file.text).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSerifSC-Regular/);
    expect(flatten(new PdfStructure(bytes).root).at(-1)?.text).toBe('政务公开啰𠮷，2026年');
  });

  it('are read by another program, each character where it belongs', async () => {
    const read = await getDocument({ data: new Uint8Array(await pdf.render()), verbosity: 0 }).promise;
    const page = await read.getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    const shown = argsArray.flatMap((args, index) => (fnArray[index] === OPS.showText ? (args[0] as { unicode?: string }[]) : []));
    const text = shown.map((glyph) => glyph.unicode ?? '').join('');
    expect(text.startsWith('政务公开')).toBe(true);
  });
});

describe('collections (.ttc)', () => {
  it('give the face with a role', async () => {
    const fonts = loadFonts(folder({ 'many.ttc': collection([renamed(REGULAR, 'Arial'), renamed(KAI, '楷体_GB2312')]) }));
    expect(fonts.findings).toEqual([]);
    expect(fonts.uses.find((use) => use.role === '楷')?.face).toBe('楷体_GB2312');
    const pdf = layoutPdf(documentOf([paragraph('coverNote', '楷体公开')]), fonts);
    const bytes = await pdf.render();
    expect(pdf.findings).toEqual([]);
    expect(flatten(new PdfStructure(bytes).root).at(-1)?.text).toBe('楷体公开');
    expect(new ReadPdf(bytes).text).toContain('/FontFile2');
  });

  it('give the simplified Chinese face of a design for several countries', () => {
    const many = collection(['NotoSerifCJKjp-Regular', 'NotoSerifCJKsc-Regular', 'NotoSerifCJK-SC'].map((name) => renamed(KAI, name)));
    const fonts = loadFonts(folder({ 'cjk.ttc': many }));
    expect(fonts.uses.find((use) => use.role === '宋')?.face).toBe('NotoSerifCJKsc-Regular');
  });

  it('without any role are passed over with a word', () => {
    const fonts = loadFonts(folder({ 'latin.ttc': collection([renamed(KAI, 'Arial'), renamed(KAI, 'Georgia')]) }));
    expect(fonts.findings.map((finding) => finding.message)).toEqual([
      '没有采用字体文件“latin.ttc”：从字体名称看不出是宋、小标宋、黑、仿宋、楷中的哪一种。',
    ]);
  });
});

describe('the shipped folder', () => {
  it('loads alike from a copy', async () => {
    const path = mkdtempSync(join(tmpdir(), 'fonts-'));
    cpSync(SHIPPED, path, { recursive: true });
    const document = documentOf([paragraph('body', '政务公开')]);
    const bytes = await layoutPdf(document, loadFonts(path)).render();
    expect(Buffer.from(bytes).equals(Buffer.from(await layoutPdf(document, loadFonts(SHIPPED)).render()))).toBe(true);
    expect(flatten(new PdfStructure(bytes).root).at(-1)?.text).toBe('政务公开');
  });
});
