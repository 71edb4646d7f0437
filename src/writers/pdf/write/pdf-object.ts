const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

/**
 * A value as it stands in the file, one character a byte. As with pdfkit, plain strings are names and text is wrapped; what
 * has a way of its own to be written, such as a reference or a number tree of pdfkit's, is asked for it.
 */
export function pdfObject(value: unknown): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  if (value instanceof String) return `(${escaped(textBytes(value.valueOf()))})`;
  if (value instanceof Date) return `(D:${value.toISOString().replace(/\.\d+|[-T:]/g, '')})`;
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`;
  if (Array.isArray(value)) return `[${value.map(pdfObject).join(' ')}]`;
  return isDictionary(value) ? dictionary(value) : String(value);
}

const isDictionary = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && value.toString === Object.prototype.toString;

/** Written as a loop: a large document has a hundred thousand of them. */
function dictionary(entries: Readonly<Record<string, unknown>>): string {
  let text = '<<';
  for (const key in entries) text += `/${key} ${pdfObject(entries[key])}`;
  return `${text}>>`;
}

/** UTF-16 with its mark, where there is more than ASCII. */
function textBytes(text: string): string {
  const isAscii = Buffer.byteLength(text) === text.length;
  return isAscii ? text : Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
}

const escaped = (bytes: string): string => bytes.replace(/[\n\r\t\b\f()\\]/g, (character) => ESCAPES[character] ?? `\\${character}`);

/** A finished object: its number and what it says; a stream also has its content, packed as `data.Filter` says. */
export type FileObject =
  | { readonly id: number; readonly text: string }
  | { readonly id: number; readonly data: Readonly<Record<string, unknown>>; readonly content: Uint8Array };

export interface Trailer {
  /** One more than the highest number of an object. */
  readonly Size: number;
  readonly [entry: string]: unknown;
}

/** The bytes of a file as they are put together, and where in them its objects begin. */
export class FileBytes {
  /** By an object's number. */
  readonly offsets = new Map<number, number>();
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  constructor(version: string) {
    // The comment of high bytes tells programs that this is no text file.
    this.add(`%PDF-${version}\n%\xff\xff\xff\xff\n`);
  }

  get offset(): number {
    return this.length;
  }

  /** Text is one character a byte. */
  add(data: string | Uint8Array): void {
    const chunk = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  addObject(object: FileObject): void {
    this.offsets.set(object.id, this.length);
    if ('text' in object) return this.add(`${object.id} 0 obj\n${object.text}\nendobj\n`);
    const { id, data, content } = object;
    this.add(`${id} 0 obj\n${pdfObject({ ...data, Length: content.length })}\nstream\n`);
    this.add(content);
    this.add('\nendstream\nendobj\n');
  }

  /** `start` is where the cross-reference begins. */
  end(start: number): Uint8Array {
    this.add(`startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(this.chunks);
  }
}
