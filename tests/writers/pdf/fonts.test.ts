import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FaceRole } from '../../../src/document/layout.js';
import { Face, PdfFonts } from '../../../src/writers/pdf/fonts/pdf-fonts.js';
import { bytesOfFile } from '../../../src/writers/pdf/fonts/sfnt-tables.js';
import { TrueTypeFile } from '../../../src/writers/pdf/fonts/true-type-file.js';
import { layoutPdf } from '../../../src/writers/pdf/index.js';
import { builtCase } from '../../support/cases.js';
import { flatten, PdfStructure } from '../../support/pdf-structure.js';
import { paragraph, sampleDocument } from '../../support/sample-document.js';
import { documentOf, fonts, layout } from './support.js';

const ROLES: readonly FaceRole[] = ['宋', '小标宋', '黑', '仿宋', '楷'];
const FOLDER = fileURLToPath(new URL('../../../fonts', import.meta.url));
const NAMES = '王堃 李喆 镕玥 㛃䶮 𠮷 吴𬭎 郑𫖯';

/** One file for every role: as unlike the shipped set as there is here. */
function oneFace(file: string): PdfFonts {
  const path = join(FOLDER, file);
  const face = new Face(file, path, () => new TrueTypeFile(bytesOfFile(path)));
  return new PdfFonts(Object.fromEntries(ROLES.map((role) => [role, [face]])) as Record<FaceRole, Face[]>);
}

describe('rare characters', () => {
  it.each(ROLES.map((role) => [role]))('of names are set in %s', async (role) => {
    const document = documentOf([paragraph('body', NAMES)]);
    const body = { ...document.layout.styles.body, face: role };
    const pdf = layout({ ...document, layout: { ...document.layout, styles: { ...document.layout.styles, body } } });
    expect(pdf.findings).toEqual([]);
    const structure = new PdfStructure(await pdf.render());
    expect(flatten(structure.root).at(-1)?.text).toBe(NAMES);
  });

  it('that no face has are said with their sentence, and still copy out', async () => {
    const pdf = layout(documentOf([paragraph('body', '请在方框内打勾\u{1F5F9}后提交。')]));
    expect(pdf.findings).toMatchObject([{ code: 'glyph-missing', severity: 'error' }]);
    expect(pdf.findings[0]?.message).toBe('“请在方框内打勾🗹后提交。”中的“🗹”（U+1F5F9）没有任何字体可印。');
    expect(flatten(new PdfStructure(await pdf.render()).root).at(-1)?.text).toBe('请在方框内打勾🗹后提交。');
  });
});

describe('pagination', () => {
  it.each(['样例', '原件', '四百个项目'])('of %s is the same with other faces', (name) => {
    const document = name === '样例' ? sampleDocument() : builtCase(name).document;
    const shipped = layoutPdf(document, fonts);
    for (const file of ['NotoSansSC-Medium.subset.ttf', 'FandolKai-Regular.subset.ttf']) {
      const other = layoutPdf(document, oneFace(file));
      expect([...other.pageLabels]).toEqual([...shipped.pageLabels]);
      expect(other.pageCount).toBe(shipped.pageCount);
    }
  });
});

describe('the font report', () => {
  it('has the fingerprint that the manifest states, and that is of the file', () => {
    const manifest = JSON.parse(readFileSync(join(FOLDER, 'fonts.json'), 'utf8')) as { file: string; sha256: string }[];
    for (const { file, sha256 } of manifest) {
      expect(sha256, file).toBe(
        createHash('sha256')
          .update(readFileSync(join(FOLDER, file)))
          .digest('hex'),
      );
      expect(fonts.faces.find((face) => face.path.endsWith(file))?.sha256, file).toBe(sha256);
    }
  });

  it('names the face of each role', () => {
    expect(fonts.uses.map((use) => [use.role, use.face])).toEqual([
      ['宋', 'NotoSerifSC-Regular'],
      ['小标宋', 'NotoSerifSC-Bold'],
      ['黑', 'NotoSansSC-Medium'],
      ['仿宋', 'FandolFang-Regular'],
      ['楷', 'FandolKai-Regular'],
    ]);
  });
});
