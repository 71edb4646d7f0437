import { pdfObject } from './pdf-object.js';

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
