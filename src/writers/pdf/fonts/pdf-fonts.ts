import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { FaceRole } from '../../../document/layout.js';

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

/** What a file says of a font as a whole. Lengths in units of the em square. */
export interface FontMetrics {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly weight: number;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

/** Glyphs of a font collected for one document; glyph 0 is among them from the start. */
export interface FontSubset {
  /** Adds a glyph and gives its number in the subset. */
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/** An opened font file. */
export interface FontFile {
  readonly metrics: FontMetrics;
  /** Outlines are PostScript's, not TrueType's. */
  readonly isCff: boolean;
  /** The glyph of a character; undefined where there is none. */
  glyphId(codePoint: number): number | undefined;
  /** In units of the em square. */
  advance(glyphId: number): number;
  createSubset(): FontSubset;
}

/** Which file serves a role, for the report of a run. */
export interface FaceUse {
  readonly role: FaceRole;
  readonly face: string;
  /** Absolute path. */
  readonly file: string;
  readonly sha256: string;
}

/** The glyphs of a role: each of the first face of its chain that has the character. */
export class RoleGlyphs {
  private readonly known = new Map<number, Glyph | undefined>();

  constructor(private readonly chain: readonly Face[]) {}

  of(codePoint: number): Glyph | undefined {
    const found = this.known.get(codePoint);
    if (found !== undefined || this.known.has(codePoint)) return found;
    const glyph = this.look(codePoint);
    this.known.set(codePoint, glyph);
    return glyph;
  }

  private look(codePoint: number): Glyph | undefined {
    for (const face of this.chain) {
      const glyph = face.glyph(codePoint);
      if (glyph !== undefined) return glyph;
    }
    return undefined;
  }
}

/** The faces of a process by role, each with its fallbacks. */
export class PdfFonts {
  private readonly glyphs = new Map<FaceRole, RoleGlyphs>();

  constructor(
    private readonly chains: Readonly<Record<FaceRole, readonly Face[]>>,
    /** Faces that were left out, each with the reason. */
    readonly findings: readonly Diagnostic[] = [],
  ) {}

  glyphsOf(role: FaceRole): RoleGlyphs {
    const known = this.glyphs.get(role) ?? new RoleGlyphs(this.chains[role]);
    this.glyphs.set(role, known);
    return known;
  }

  /** Every face, fallbacks too. */
  get faces(): readonly Face[] {
    return [...new Set(Object.values(this.chains).flat())];
  }

  /** The face that each role got. */
  get uses(): readonly FaceUse[] {
    const roles = Object.keys(this.chains) as FaceRole[];
    return roles.flatMap((role) => {
      const face = this.chains[role][0];
      return face === undefined ? [] : [{ role, face: face.name, file: face.path, sha256: face.sha256 }];
    });
  }
}
