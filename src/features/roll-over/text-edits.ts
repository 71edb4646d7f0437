/** Puts `text` in place of what stands from `start` to before `end`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes edits that do not overlap; every other character stays as it is. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let done = 0;
  for (const { start, end, text } of ordered) {
    if (start < done) throw new Error(`edits overlap at ${start}`);
    result += source.slice(done, start) + text;
    done = end;
  }
  return result + source.slice(done);
}
