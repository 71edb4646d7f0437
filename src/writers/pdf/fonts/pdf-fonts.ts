import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { FaceRole } from '../../../document/layout.js';
import type { Face, Glyph } from './face.js';

/** Which file serves a role, for the report of a run. */
export interface FaceUse {
  readonly role: FaceRole;
  readonly face: string;
  /** Absolute path. */
  readonly file: string;
  readonly sha256: string;
}

/** The faces of a process by role, each with its fallbacks. */
export class PdfFonts {
  private readonly known: Readonly<Record<FaceRole, Map<number, Glyph | undefined>>> = {
    宋: new Map(),
    小标宋: new Map(),
    黑: new Map(),
    仿宋: new Map(),
    楷: new Map(),
  };

  constructor(
    private readonly chains: Readonly<Record<FaceRole, readonly Face[]>>,
    /** Faces that were left out, each with the reason. */
    readonly findings: readonly Diagnostic[] = [],
  ) {}

  /** The glyph of the first face of the role's chain that has the character. */
  glyph(role: FaceRole, codePoint: number): Glyph | undefined {
    const known = this.known[role];
    const found = known.get(codePoint);
    if (found !== undefined || known.has(codePoint)) return found;
    const glyph = this.look(role, codePoint);
    known.set(codePoint, glyph);
    return glyph;
  }

  private look(role: FaceRole, codePoint: number): Glyph | undefined {
    for (const face of this.chains[role]) {
      const glyph = face.glyph(codePoint);
      if (glyph !== undefined) return glyph;
    }
    return undefined;
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
