import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FontFile } from './font-file.js';

/** A glyph of a face: its number there and its advance in thousandths of an em. */
export interface Glyph {
  readonly face: Face;
  readonly id: number;
  readonly advance: number;
  readonly codePoint: number;
}

/** One font file, shared by all documents of the process and opened when a character first asks for it. */
export class Face {
  private readonly glyphs = new Map<number, Glyph | undefined>();
  private opened: FontFile | undefined;

  constructor(
    readonly name: string,
    readonly path: string,
    private readonly open: () => FontFile,
    /** Of a shipped file, as `fonts.json` states it: to hash the faces would take a tenth of a run. `doctor` and a test compare. */
    private digest?: string,
  ) {}

  get file(): FontFile {
    this.opened ??= this.open();
    return this.opened;
  }

  /** Of the file; where it is not stated, read only when a report asks. */
  get sha256(): string {
    this.digest ??= createHash('sha256').update(readFileSync(this.path)).digest('hex');
    return this.digest;
  }

  glyph(codePoint: number): Glyph | undefined {
    const known = this.glyphs.get(codePoint);
    if (known !== undefined || this.glyphs.has(codePoint)) return known;
    const id = this.file.glyphId(codePoint);
    const glyph = id === undefined ? undefined : { face: this, id, advance: this.thousandths(this.file.advance(id)), codePoint };
    this.glyphs.set(codePoint, glyph);
    return glyph;
  }

  /** Units of the em square as thousandths of an em. */
  thousandths(units: number): number {
    return (units * 1000) / this.file.metrics.unitsPerEm;
  }
}
