export const SAVE_AS_UTF8 = '请另存为 UTF-8：用记事本打开，“文件”→“另存为”，编码选“UTF-8”，再保存。';

export type DecodedUtf8 =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly hint: string; readonly line: number; readonly column: number };

/** Strict decoding: a byte that is not UTF-8 is refused with its place instead of becoming U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refuse(bytes);
  }
}

function refuse(bytes: Uint8Array): DecodedUtf8 {
  const bad = firstBadByte(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad), { stream: true });
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return { ok: false, ...reason(bytes, bad), line, column: [...before.slice(lineStart)].length + 1 };
}

/** Bisects for the longest beginning that is good UTF-8; streaming forgives a character cut at the end. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (startsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function startsWell(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function reason(bytes: Uint8Array, bad: number): { message: string; hint: string } {
  if (bad >= bytes.length) return { message: '文件在最后一个字中间断开。', hint: '可能没有复制或下载完整，请重新取得文件。' };
  const byte = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const kind = looksLikeGbk(bytes) ? '文件像是 GBK（GB18030、ANSI）编码，不是 UTF-8' : '文件不是 UTF-8 编码，或已经损坏';
  return { message: `${kind}：第 ${bad + 1} 个字节（${byte}）不符合 UTF-8。`, hint: SAVE_AS_UTF8 };
}

function looksLikeGbk(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /[\u4E00-\u9FFF]{2}/u.test(text);
  } catch {
    return false;
  }
}
