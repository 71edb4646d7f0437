import type { Document } from '../../document/document.js';
import { placedTexts } from '../../document/walk.js';
import { type Html, html, nothing } from '../../html/html.js';
import type { Context } from './context.js';

/** What a citizen asks first, by the names that the budget gives to figures; said on the cover as the text says it. */
const ASKED: readonly (readonly [label: string, called: string])[] = [
  ['收入总计', '收入总计'],
  ['支出总计', '支出总计'],
  ['支出（基本支出）', '基本支出'],
  ['支出（项目支出）', '项目支出'],
  ['三公经费（本年）', '“三公”经费'],
];

/** The figures of the sentences that answer it, each with its unit; what no sentence says is not said here either. */
export function headlineToHtml({ document, origins }: Context): Html {
  const said = figuresOfSentences(document);
  const items = ASKED.flatMap(([label, called]) => {
    const found = said.get(label);
    const entry = found && origins.entryOf(found.figure);
    return found && entry !== undefined
      ? [html`<div><dt>${called}</dt><dd><a href="#${entry}">${found.text}</a>${found.unit}</dd></div>`]
      : [];
  });
  return items.length === 0 ? nothing : html`<dl class="own headline">${items}</dl>`;
}

interface Said {
  readonly figure: string;
  readonly text: string;
  readonly unit: string;
}

function figuresOfSentences(document: Document): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const { block, content } of placedTexts(document)) {
    if (block.type !== 'paragraph' && block.type !== 'list') continue;
    for (const [index, inline] of content.entries()) {
      const label = inline.type === 'figure' ? document.figures[inline.figure]?.label : undefined;
      if (inline.type !== 'figure' || label === undefined || said.has(label)) continue;
      said.set(label, { figure: inline.figure, text: inline.text, unit: /^(?:万元|元)/.exec(content[index + 1]?.text ?? '')?.[0] ?? '' });
    }
  }
  return said;
}
