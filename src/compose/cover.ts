import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Cover, inlineText } from '../document/document.js';
import { textArea } from '../document/sheet.js';
import { type FillValues, fill } from '../profile/fill.js';
import type { Profile } from '../profile/profile.js';
import { paragraphLines } from '../typesetting/line-setting.js';
import { total } from './table-geometry.js';

interface CoverParts {
  readonly profile: Profile;
  readonly values: FillValues;
}

/** The cover fills one page: what does not fit on it would stand alone on the next. */
export function tallCover({ profile, values }: CoverParts): readonly Diagnostic[] {
  const { lines, offset } = coverOf({ profile, values });
  const { width, height } = textArea(profile.layout.page, { orientation: 'portrait' });
  const heights = lines.map(({ style, content }) => {
    const { [style]: looks } = profile.layout.styles;
    return looks.spaceBefore + paragraphLines(inlineText(content), looks, width).length * looks.linePitch + looks.spaceAfter;
  });
  const bottom = (index: number) => offset + total(heights.slice(0, index + 1));
  const first = lines.findIndex(({ style }, index) => bottom(index) - profile.layout.styles[style].spaceAfter > height);
  if (first === -1) return [];
  const message = `封面一页放不下：“${inlineText(lines[first]?.content ?? [])}”会印到第 2 页。`;
  const hint = '减少“封面”的行，或在版式.yaml 里改小“封面上空”和封面各样式的“段前”“段后”。';
  return [{ code: 'cover-too-tall', severity: 'error', message, at: profile.locate('方案.yaml', ['封面', first], 'value'), hint }];
}

/** The lines of the cover, filled in. */
export function coverOf({ profile, values }: CoverParts): Cover {
  const lines = profile.spec.封面.map((line) => ({
    type: 'paragraph' as const,
    style: line.样式,
    content: [{ type: 'text' as const, text: fill(line.文字, values) }],
  }));
  return { type: 'cover', lines, offset: profile.cover.offset };
}
