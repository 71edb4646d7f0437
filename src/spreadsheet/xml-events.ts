import sax from 'sax';
import { tooLarge, Unreadable } from './unzip.js';

/** What a reader of a part is told; names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Characters that are parsed at a time. */
const CHUNK = 1 << 16;
/** Elements of one part: a sheet of 3,000 rows and 60 columns has some half a million. */
const MOST_ELEMENTS = 3_000_000;

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Goes through a part of a package. A document type is refused: no program writes one, and entities of it may grow without end. */
export function parseXml(part: Buffer, listener: XmlListener): void {
  const parser = sax.parser(true, { position: false });
  let elements = 0;
  parser.onopentag = ({ name, attributes }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS) throw tooLarge();
    listener.open?.(bare(name), attributes as Record<string, string>);
  };
  parser.onclosetag = (name) => listener.close?.(bare(name));
  parser.ontext = (text) => listener.text?.(text);
  parser.oncdata = (text) => listener.text?.(text);
  parser.ondoctype = () => {
    throw broken();
  };
  parser.onerror = () => {
    throw broken();
  };
  const source = part.toString(part[0] === 0xff && part[1] === 0xfe ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
  for (let at = 0; at < source.length; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
  parser.close();
}

const broken = (): Unreadable => new Unreadable('文件里的内容已损坏', '用 Excel 或 WPS 打开，另存为 .xlsx 再导入。');
