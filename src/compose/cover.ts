import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Block, type Cover, type HeadlineItem, type Inline, inlineText, type Section } from '../document/document.js';
import type { FigureRecord } from '../document/figure.js';
import { textArea } from '../document/sheet.js';
import { total } from '../plain/objects.js';
import { type FillValues, fill } from '../profile/fill.js';
import type { Profile } from '../profile/profile.js';
import { paragraphLines } from '../typesetting/line-setting.js';

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
  const bottom = (index: number) => offset + total(heights, 0, index + 1);
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

/** What a citizen asks first, by the labels that the budget gives to figures (tests/compose/headline.test.ts holds them). */
const ASKED: readonly (readonly [label: string, called: string])[] = [
  ['收入总计', '收入总计'],
  ['支出总计', '支出总计'],
  ['支出（基本支出）', '基本支出'],
  ['支出（项目支出）', '项目支出'],
  ['三公经费（本年）', '“三公”经费'],
];

/** The figures of the sentences that answer it, each with its unit; what no sentence says is not said here either. */
export function headlineOf(sections: readonly Section[], figures: Readonly<Record<string, FigureRecord>>): readonly HeadlineItem[] {
  const said = new Map<string, readonly Inline[]>();
  for (const content of sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf))) {
    for (const [index, inline] of content.entries()) {
      const label = inline.type === 'figure' ? figures[inline.figure]?.label : undefined;
      const unit = /^(?:万元|元)/.exec(content[index + 1]?.text ?? '')?.[0];
      if (label === undefined || unit === undefined || said.has(label)) continue;
      said.set(label, [inline, { type: 'text', text: unit }]);
    }
  }
  return ASKED.flatMap(([label, called]) => {
    const content = said.get(label);
    return content ? [{ called, content }] : [];
  });
}

function sentencesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.type === 'paragraph') return [block.content];
  return block.type === 'list' ? block.items.map(({ content }) => content) : [];
}
