/** Excel's own limit, in UTF-16 units. */
const LONGEST = 31;

/** Names that Excel takes, each once: without the characters that it refuses, cut where they are too long. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((one) => {
    const plain = one.replace(/[[\]:*?/\\]/g, '-').replace(/^'+|'+$/g, '') || '表';
    let name = cut(plain, '');
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = cut(plain, `（${count}）`);
    taken.add(name.toLowerCase());
    return name;
  });
}

function cut(text: string, ending: string): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length + ending.length > LONGEST) break;
    kept += character;
  }
  return `${kept}${ending}`;
}
