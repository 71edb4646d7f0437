// Opens every file of fonts.json with fontkit and prints coverage and advance widths.
// usage: node fonts/build/verify.mjs [folder]
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const entries = JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8'));
const sections = readFileSync(join(folder, 'charset.txt'), 'utf8').matchAll(/^# (.*)\n(.*)\n/gm);
const charset = [...sections].map(([, heading, characters]) => [heading, [...characters]]);
const punctuation = [...'，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％℃‰①㎡□☑'];
const names = [...'𠮷㛃䶮𬭎𫖯'];
const chain = new Set();

for (const entry of entries) {
  const bytes = readFileSync(join(folder, entry.file));
  const font = create(bytes);
  const em = font.unitsPerEm;
  const characters = new Set(font.characterSet.map((code) => String.fromCodePoint(code)));
  const width = (character) => font.glyphForCodePoint(character.codePointAt(0)).advanceWidth;
  const facts = [
    ['sha256', createHash('sha256').update(bytes).digest('hex') === entry.sha256],
    ['glyphs', font.numGlyphs === entry.glyphs, font.numGlyphs],
    ['postscript name', font.postscriptName === entry.postscriptName, font.postscriptName],
    ['metrics', font.ascent, font.descent, font.lineGap, 'fsType', JSON.stringify(font['OS/2'].fsType)],
    ['tables', Object.keys(font.directory.tables).join(' ')],
  ];
  if (entry.role !== '罕用字') {
    facts.push(['一', width('一') / em, 'em']);
    facts.push(['digits', [...'0123456789'].map(width).join(' '), 'space', width(' '), ', .', width(','), width('.')]);
    const uneven = punctuation.filter((character) => characters.has(character) && width(character) !== em);
    facts.push(['not 1 em', uneven.map((character) => `${character}=${width(character)}`).join(' ') || 'none']);
    facts.push(['absent', punctuation.filter((character) => !characters.has(character)).join('') || 'none']);
  } else {
    facts.push(['widths', [...new Set(font.characterSet.map((code) => font.glyphForCodePoint(code).advanceWidth))].join(' ')]);
  }
  facts.push(['names', names.filter((character) => characters.has(character)).join('')]);
  for (const [heading, wanted] of charset) {
    facts.push([heading, `${wanted.filter((character) => characters.has(character)).length}/${wanted.length}`]);
  }
  if (entry.role === '宋' || entry.role === '罕用字') for (const character of characters) chain.add(character);
  console.log(`\n${entry.file} (${entry.role})`);
  for (const fact of facts) console.log('  ', ...fact);
}

const lost = charset.flatMap(([, wanted]) => wanted).filter((character) => !chain.has(character));
console.log(`\n宋 and 罕用字 together lack: ${lost.join('') || 'nothing'}; names: ${names.filter((c) => !chain.has(c)).join('') || 'all there'}`);
process.exitCode = lost.length > 0 ? 1 : 0;
