import type { ListItem } from '../document/document.js';

/** Ways of numbering, each with its first number: a label that stands at a line's beginning with any white after it. */
const NUMBERINGS: ReadonlyArray<readonly [label: RegExp, first: RegExp]> = [
  [/^（[一二三四五六七八九十百]{1,4}）\s*/, /^（一）/],
  [/^[一二三四五六七八九十百]{1,4}、\s*/, /^一、/],
  [/^（[0-9]{1,3}）\s*/, /^（1）/],
  // Not «1.5倍».
  [/^[0-9]{1,3}[.．、](?![0-9])\s*/, /^1[.．、]/],
  [/^[●•·◆■]\s*/, /^$/],
];

/** The label with which a line begins, or nothing. */
export function takeLabel(line: string): string {
  for (const [label] of NUMBERINGS) {
    const found = label.exec(line);
    if (found !== null) return found[0];
  }
  return '';
}

/** True where the items go on with the same numbering; its first number begins a new list. */
export function continuesList(before: readonly ListItem[], after: readonly ListItem[]): boolean {
  const [last, next] = [before.at(-1)?.label ?? '', after[0]?.label ?? ''];
  const numbering = NUMBERINGS.find(([label]) => label.test(last));
  return numbering?.[0].test(next) === true && !numbering[1].test(next);
}
