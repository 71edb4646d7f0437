import { createHash } from 'node:crypto';
import { type Html, html, nothing } from './html.js';

/** A page that the public reads. */
export interface PublicPage {
  readonly title: string;
  readonly style: string;
  /** Only comfort: the page is whole without it. */
  readonly script: string;
  readonly author?: string;
  readonly keywords?: readonly string[];
  /** Printed across the page. */
  readonly watermark?: string | undefined;
  readonly body: Html;
}

/** One file that loads nothing; its policy lets nothing run but its own style and script, whose hashes it names. */
export function publicPage({ title, style, script, author, keywords = [], watermark, body }: PublicPage): string {
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${
  author === undefined
    ? nothing
    : html`<meta name="author" content="${author}">
`
}${
  keywords.length === 0
    ? nothing
    : html`<meta name="keywords" content="${keywords.join('，')}">
`
}<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body${watermark === undefined ? nothing : html` data-watermark="${watermark}"`}>
${body}
<script>${{ html: script }}</script>
</body>
</html>
`.html;
}

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The looks of all that the public reads: the web edition, and the index of a district. A calm annual report; nothing is loaded. */

/** Dark blue, gold and dark red are the chart's in the printed files; greys are warm. Each pair that carries text has a contrast of 4.5. */
export const LIGHT = `--ink:#1d2731;--soft:#59636e;--line:#cfc9bc;--hair:#e6e1d6;--paper:#faf8f3;--card:#fff;--tint:#f7f4ec;--band:#f0ece2;--deep:#1f4e79;--gold:#d9a441;--rust:#8e2f2f;--mark:#fdf0cf`;
const DARK = `--ink:#e4e6e8;--soft:#a7b0ba;--line:#46515d;--hair:#2c3641;--paper:#12181f;--card:#1a222b;--tint:#1f2832;--band:#212b36;--deep:#a3c8ea;--gold:#d9a441;--rust:#f0a3a3;--mark:#4b3d16`;

/** Texts in the sans faces of each system, titles in its serif: the report's two voices. */
const SANS = `"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif`;
export const SERIF = `"Noto Serif SC","Source Han Serif SC","Noto Serif CJK SC","Songti SC","STSong","SimSun",serif`;

const PAGE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.9 ${SANS};text-rendering:optimizeLegibility;overflow-wrap:anywhere}
h1,h2,h3,.tableTitle,.cover p,figcaption,.formTitle{font-family:${SERIF};text-wrap:balance}
a{color:var(--deep)}
:focus-visible{outline:3px solid var(--gold);outline-offset:2px;border-radius:2px}
:target{background:var(--mark);box-shadow:0 0 0 .3em var(--mark);border-radius:2px}
main:target{background:none;box-shadow:none}
main:focus{outline:0}
.skip{position:absolute;left:1rem;top:-4rem;z-index:30;padding:.4rem 1rem;background:var(--card);border-radius:0 0 .4rem .4rem}
.skip:focus{top:0}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;

const COVER = `
.cover{padding:clamp(3.5rem,14vh,9rem) max(1.25rem,calc((100vw - 78rem)/2)) clamp(2.5rem,8vh,4.5rem);background:#17395a;background:radial-gradient(120% 160% at 85% -20%,#2b6396 0,#1f4e79 38%,#122d47 100%);color:#fff;border-bottom:6px solid #d9a441}
.cover p{margin:0;font-size:clamp(1.15rem,3vw,1.7rem);letter-spacing:.08em;color:#f4e6c8}
.cover h1{margin:.35em 0 0;font-size:clamp(2rem,6.4vw,4.2rem);line-height:1.22;letter-spacing:.03em;font-weight:700}
.cover .coverNote{margin-top:2.2rem;font-size:1.05rem}
.headline{display:flex;flex-wrap:wrap;gap:1rem clamp(1.6rem,4vw,3.6rem);margin:clamp(1.8rem,6vh,3.4rem) 0 0}
.headline dt{font-size:.95rem;color:#f4e6c8}
.headline dd{margin:0;font-size:.95rem}
.headline a{margin-right:.25em;color:#fff;font-size:clamp(1.5rem,3.6vw,2.3rem);font-weight:600;line-height:1.3;text-decoration:none;font-variant-numeric:tabular-nums lining-nums}
.headline a:hover{text-decoration:underline dotted #d9a441 2px;text-underline-offset:.2em}
.files{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1rem;margin-top:clamp(2rem,7vh,4rem);font-family:${SANS}}
.files p{font-size:.9rem;letter-spacing:.2em;font-family:inherit}
.files ul{display:flex;flex-wrap:wrap;gap:.6rem;margin:0;padding:0;list-style:none}
.files a{display:inline-block;padding:.3rem 1.2rem;border:1px solid #d9a441;border-radius:2rem;color:#fff;font-size:.95rem;text-decoration:none}
.files a:hover{background:#d9a441;color:#12293f}
`;

/** Ground, letters, links, and a cover over the full width. */
export const PUBLIC_LOOK = PAGE + COVER;
