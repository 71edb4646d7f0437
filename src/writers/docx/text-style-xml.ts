import type { TextStyle } from '../../document/layout.js';
import { type Faces, LATIN_FACE } from '../official-faces.js';
import { characterUnits, halfPoints, twips } from './geometry.js';
import { type Markup, val, type XmlChild, xml } from './xml.js';

const ALIGNMENTS = { left: 'left', centre: 'center', right: 'right', justify: 'both' } as const;

function some(name: string, attributes: Readonly<Record<string, string | number | undefined>>): XmlChild {
  return Object.values(attributes).every((value) => value === undefined) ? undefined : xml(name, attributes);
}

/** An indent in characters is as wide as the type is large, so it changes with either. */
function sameIndent(key: 'leftIndent' | 'firstLineIndent', style: TextStyle, base: TextStyle | undefined): boolean {
  return (base?.[key] ?? 0) * (base?.size ?? 0) === style[key] * style.size;
}

function spacingXml(style: TextStyle, base: TextStyle | undefined): XmlChild {
  return some('w:spacing', {
    'w:before': base?.spaceBefore === style.spaceBefore ? undefined : twips(style.spaceBefore),
    'w:after': base?.spaceAfter === style.spaceAfter ? undefined : twips(style.spaceAfter),
    'w:line': base?.linePitch === style.linePitch ? undefined : twips(style.linePitch),
    'w:lineRule': base?.linePitch === style.linePitch ? undefined : 'exact',
  });
}

function indentXml(style: TextStyle, base: TextStyle | undefined): XmlChild {
  const left = sameIndent('leftIndent', style, base) ? undefined : style.leftIndent;
  const first = sameIndent('firstLineIndent', style, base) ? undefined : style.firstLineIndent;
  return some('w:ind', {
    'w:leftChars': left === undefined ? undefined : characterUnits(left),
    'w:left': left === undefined ? undefined : twips(left * style.size),
    'w:firstLineChars': first === undefined ? undefined : characterUnits(first),
    'w:firstLine': first === undefined ? undefined : twips(first * style.size),
  });
}

/**
 * Paragraph properties of a style, less what its base says already: Word inherits the rest, attribute by attribute.
 * `tabs` are written between, where the schema wants them.
 */
export function styleParagraphProperties(style: TextStyle, base: TextStyle | undefined, tabs?: Markup): XmlChild[] {
  const keepNext = (base?.keepWithNext ?? false) === style.keepWithNext ? undefined : val('w:keepNext', style.keepWithNext ? 1 : 0);
  const align = base?.align === style.align ? undefined : val('w:jc', ALIGNMENTS[style.align]);
  return [keepNext, tabs, spacingXml(style, base), indentXml(style, base), align];
}

/** The East Asian face of the style, Times New Roman for letters and digits. */
function fontsXml(style: TextStyle, faces: Faces): Markup {
  const name = faces[style.face].name;
  return xml('w:rFonts', { 'w:hint': 'eastAsia', 'w:ascii': LATIN_FACE, 'w:hAnsi': LATIN_FACE, 'w:eastAsia': name, 'w:cs': LATIN_FACE });
}

/** Run properties of a style, less what its base says already. */
export function styleRunProperties(style: TextStyle, base: TextStyle | undefined, faces: Faces): XmlChild[] {
  const sized = base?.size !== style.size;
  return [
    base?.face === style.face ? undefined : fontsXml(style, faces),
    (base?.characterSpacing ?? 0) === style.characterSpacing ? undefined : val('w:spacing', twips(style.characterSpacing)),
    sized ? val('w:sz', halfPoints(style.size)) : undefined,
    sized ? val('w:szCs', halfPoints(style.size)) : undefined,
  ];
}
