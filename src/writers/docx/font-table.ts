import type { IXmlableObject } from 'docx';
import { type Face, type Faces, LATIN_FACE } from './faces.js';
import { val, xml } from './xml.js';
import { xmlPart } from './xml-text.js';

/** Character set 134 is GB 2312. */
function chineseFont({ name, alternative, panose, family }: Face): IXmlableObject {
  return xml(
    'w:font',
    { 'w:name': name },
    val('w:altName', alternative),
    val('w:panose1', panose),
    val('w:charset', '86'),
    val('w:family', family),
    val('w:pitch', 'default'),
  );
}

const latinFont = (): IXmlableObject =>
  xml(
    'w:font',
    { 'w:name': LATIN_FACE },
    val('w:panose1', '02020603050405020304'),
    val('w:charset', '00'),
    val('w:family', 'roman'),
    val('w:pitch', 'variable'),
  );

/** `word/fontTable.xml`: the alternate names tell Word which face to take where the official one is not installed. */
export function fontTableXml(faces: Faces): string {
  const root = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };
  return xmlPart(xml('w:fonts', root, latinFont(), ...Object.values(faces).map(chineseFont)));
}
