import { type FaceRole, type Layout, STYLE_NAMES, type StyleName, type TextStyle } from '../document/layout.js';
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
    styles: Object.fromEntries(STYLE_NAMES.map((name) => [name, resolveStyle(name, spec)])) as Record<StyleName, TextStyle>,
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
