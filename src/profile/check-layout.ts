import type { Located } from '../definition/load-definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { STYLE_NAMES, type StyleName } from '../document/layout.js';
import { textArea } from '../document/sheet.js';
import { resolveLayout } from './layout.js';
import type { LayoutSpec } from './profile-schema.js';

/** Less than this, in points, is no page to read. */
const LEAST_TEXT = 150;

/** What numbers within their ranges still come to: margins that leave no page, lines over one another, styles that stand on themselves. */
export function checkLayout(layout: Located<LayoutSpec>): Diagnostic[] {
  return [...narrowPages(layout), ...styleSlips(layout)];
}

function narrowPages({ value, locate }: Located<LayoutSpec>): Diagnostic[] {
  const { page } = resolveLayout(value).layout;
  return (['portrait', 'landscape'] as const).flatMap((orientation): Diagnostic[] => {
    const { width, height } = textArea(page, { orientation });
    if (width >= LEAST_TEXT && height >= LEAST_TEXT) return [];
    const key = orientation === 'portrait' ? '页边距' : '横向页边距';
    const hint = '减小页边距，或换大一些的纸张。';
    return [
      { code: 'number-invalid', severity: 'error', message: `“${key}”之间剩下的地方太小，排不了文字。`, at: locate([key], 'key'), hint },
    ];
  });
}

function styleSlips({ value, locate }: Located<LayoutSpec>): Diagnostic[] {
  const { styles } = resolveLayout(value).layout;
  return STYLE_NAMES.flatMap((name): Diagnostic[] => {
    const own = value.样式[name];
    if (own?.基于 !== undefined && isCircle(name, value)) {
      const message = `样式“${name}”绕了一圈又基于自己。`;
      return [
        { code: 'value-invalid', severity: 'error', message, at: locate(['样式', name, '基于']), hint: '改成基于别的样式，或删去“基于”。' },
      ];
    }
    const { size, linePitch } = styles[name];
    if (linePitch >= size || (own?.字号 === undefined && own?.行距 === undefined)) return [];
    const message = `样式“${name}”的字号 ${size} 磅比行距 ${linePitch} 磅大，上下两行会叠在一起。`;
    return [
      {
        code: 'number-invalid',
        severity: 'error',
        message,
        at: locate(['样式', name, own.行距 === undefined ? '字号' : '行距']),
        hint: '行距不小于字号，单位都是磅。',
      },
    ];
  });
}

function isCircle(start: StyleName, { 样式: styles }: LayoutSpec): boolean {
  const seen = new Set<StyleName>();
  for (let at: StyleName | undefined = start; at !== undefined; at = styles[at]?.基于) {
    if (seen.has(at)) return at === start;
    seen.add(at);
  }
  return false;
}
