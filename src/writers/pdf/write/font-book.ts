import type { Face } from '../fonts/face.js';
import { EmbeddedFont } from './embedded-font.js';
import type { PdfFile } from './pdf-file.js';

/** The faces of one file, in the order of their first use. */
export class FontBook {
  private readonly fonts = new Map<Face, EmbeddedFont>();

  constructor(private readonly file: PdfFile) {}

  fontOf(face: Face): EmbeddedFont {
    const known = this.fonts.get(face);
    if (known !== undefined) return known;
    const font = new EmbeddedFont(this.file, face, `F${this.fonts.size + 1}`);
    this.fonts.set(face, font);
    return font;
  }

  end(withCidSet: boolean): void {
    [...this.fonts.values()].forEach((font, index) => font.end(index, withCidSet));
  }
}
