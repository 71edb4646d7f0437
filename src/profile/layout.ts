import type { Located } from '../definition/load-definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type FaceRole, type Layout, STYLE_NAMES, type StyleName, type TextStyle } from '../document/layout.js';
import { textArea } from '../document/sheet.js';
import { forEachKey } from '../plain/objects.js';
import type { Profile } from './profile.js';
import type { LayoutSpec, StyleSpec } from './profile-schema.js';

const POINTS_PER_MILLIMETRE = 72 / 25.4;
const ALIGNMENTS = { 左: 'left', 中: 'centre', 右: 'right', 两端: 'justify' } as const;

const PLAIN: TextStyle = {
  face: '宋' satisfies FaceRole,
  size: 10.5,
  linePitch: 14,
  characterSpacing: 0,
  align: 'left',
  firstLineIndent: 0,
  leftIndent: 0,
  spaceBefore: 0,
  spaceAfter: 0,
  keepWithNext: false,
};

/** The looks of a profile in points, every style resolved along its 基于. */
export function resolveLayout(spec: LayoutSpec): Pick<Profile, 'layout' | 'cover' | 'chart' | 'maximumRowHeight'> {
  const layout: Layout = {
    page: {
      width: points(spec.纸张.宽),
      height: points(spec.纸张.高),
      margins: margins(spec.页边距),
      landscapeMargins: margins(spec.横向页边距),
      pageNumberOffset: points(spec.页码距页底),
    },
    styles: forEachKey(STYLE_NAMES, (name) => resolveStyle(name, spec)),
    table: {
      border: spec.表格.线宽,
      cellPadding: spec.表格.左右边距,
      formPadding: spec.表格.绩效目标表左右边距 ?? spec.表格.左右边距,
      ...(spec.表格.表头底色 !== undefined && { headerFill: spec.表格.表头底色 }),
    },
  };
  const chart = { width: spec.图.宽, height: spec.图.高 };
  return { layout, cover: { offset: spec.封面上空 }, chart, maximumRowHeight: spec.表格.最大行高 };
}

/** Millimetres in points, to a hundredth, so that both writers see the same number. */
function points(millimetres: number): number {
  return Math.round(millimetres * POINTS_PER_MILLIMETRE * 100) / 100; // ok: a length
}

function margins({ 上, 右, 下, 左 }: LayoutSpec['页边距']): Layout['page']['margins'] {
  return { top: points(上), right: points(右), bottom: points(下), left: points(左) };
}

function resolveStyle(name: StyleName, spec: LayoutSpec, seen: readonly StyleName[] = []): TextStyle {
  const own: StyleSpec = spec.样式[name] ?? {};
  const parent = own.基于;
  const base = parent && !seen.includes(parent) ? resolveStyle(parent, spec, [...seen, name]) : PLAIN;
  return {
    face: own.字体 ?? base.face,
    size: own.字号 ?? base.size,
    linePitch: own.行距 ?? base.linePitch,
    characterSpacing: own.字距 ?? base.characterSpacing,
    align: own.对齐 ? ALIGNMENTS[own.对齐] : base.align,
    firstLineIndent: own.首行缩进 ?? base.firstLineIndent,
    leftIndent: own.左缩进 ?? base.leftIndent,
    spaceBefore: own.段前 ?? base.spaceBefore,
    spaceAfter: own.段后 ?? base.spaceAfter,
    keepWithNext: own.与下段同页 ?? base.keepWithNext,
  };
}

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
