import { escapeMarkup } from '../plain/escape-markup.js';

/** HTML that is already escaped. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Html[];

/** A template whose values are escaped, unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index++) text += render(values[index] ?? '') + (strings[index + 1] ?? '');
  return { html: text };
}

function render(value: Value): string {
  if (typeof value === 'string') return escapeMarkup(value);
  if (typeof value === 'number') return String(value);
  if ('html' in value) return value.html;
  let text = '';
  for (const one of value) text += one.html;
  return text;
}

export const nothing: Html = { html: '' };

/** One self-contained page in Chinese: it runs no script and loads nothing. */
export function htmlPage(title: string, style: string, body: Html): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>${body}</body>
</html>
`.html;
}
