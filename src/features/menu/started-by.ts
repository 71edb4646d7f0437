/** What a double click, or files dropped on the starter, come to. */
export interface DoubleClick {
  readonly files: readonly string[];
}

/**
 * From the line by which Windows' Explorer runs a .cmd: `cmd.exe /c ""C:\…\生成.cmd" C:\a&b\x.yaml "C:\c d\y.yaml""`. It quotes a
 * dropped name only where that has a blank, and cmd breaks an unquoted one at its `&`: so the arguments are no use.
 */
export function doubleClicked(line: string | undefined, starter: string | undefined): DoubleClick | undefined {
  const [, typed] = /\s\/c\s+"(.*)"\s*$/i.exec(line ?? '') ?? [];
  const words = [...(typed ?? '').matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);
  const [program = '', ...files] = words;
  return starter !== undefined && program.endsWith(starter) ? { files } : undefined;
}
