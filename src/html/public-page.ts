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
