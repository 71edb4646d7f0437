import type { FaceRole } from '../../../document/layout.js';
import type { PdfFonts } from '../fonts/pdf-fonts.js';
import type { Findings } from './findings.js';
import type { LaidPage, TextItem } from './page.js';

/** Characters around a missing one that the finding shows. */
const AROUND = 15;

/** A character that no face has would print as a box: said with the sentence it stands in. */
export function checkGlyphs(pages: readonly LaidPage[], fonts: PdfFonts, findings: Findings): void {
  for (const page of pages) for (const item of page.items) if (item.kind === 'text') checkText(item, fonts, findings);
}

function checkText(item: TextItem, fonts: PdfFonts, findings: Findings): void {
  for (const character of item.text) {
    if (hasGlyph(fonts, item.face, character)) continue;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const whole = item.source?.text ?? item.text;
    const at = whole.indexOf(character);
    const sentence = whole.slice(Math.max(0, at - AROUND), at + character.length + AROUND);
    findings.add(
      'glyph-missing',
      `“${sentence}”中的“${character}”（U+${code}）没有任何字体可印。`,
      '换用常用字，或者在fonts/local/放入含有这个字的字体。',
      'error',
      { character, around: sentence },
    );
  }
}

function hasGlyph(fonts: PdfFonts, role: FaceRole, character: string): boolean {
  return character === '\u3000' || fonts.glyph(role, character.codePointAt(0) ?? 0) !== undefined;
}
