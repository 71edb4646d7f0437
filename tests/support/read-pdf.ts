import { inflateSync } from 'node:zlib';

/** A name object: `/H1`. */
export class Name {
  constructor(readonly value: string) {}
}

export class Reference {
  constructor(readonly id: number) {}
}

export type Dictionary = Readonly<Record<string, Value>>;
export type Value = number | string | boolean | null | Name | Reference | readonly Value[] | { readonly [key: string]: Value };

/** A marked sequence or artifact of a page, with the codes shown in it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Value[];
}

/**
 * Reads the files that our own writer makes. Enough to check what no library lets one see: marks, structure and raw
 * operators. Whether the cross-reference is right is for the programs that need it: qpdf, pdf.js.
 */
export class ReadPdf {
  private readonly objects = new Map<number, { readonly value: Value; readonly stream?: Buffer }>();
  readonly catalog: Dictionary;
  /** The file, and at its end the objects that are packed in streams of it, each as it would stand by itself. */
  readonly text: string;

  constructor(bytes: Uint8Array) {
    this.text = withPackedObjects(bytes);
    const pattern = /(?:^|\n)(\d+) 0 obj\n/g;
    for (let found = pattern.exec(this.text); found !== null; found = pattern.exec(this.text)) {
      const parser = new Parser(this.text, pattern.lastIndex);
      const value = parser.value();
      const length = isDictionary(value) ? value['Length'] : undefined;
      const begin = /\s*stream\n/y;
      begin.lastIndex = parser.at;
      if (typeof length === 'number' && begin.test(this.text)) {
        const start = begin.lastIndex;
        this.objects.set(Number(found[1]), { value, stream: Buffer.from(bytes.subarray(start, start + length)) });
        pattern.lastIndex = start + length;
      } else this.objects.set(Number(found[1]), { value });
    }
    this.catalog = this.dictionary(new Reference(Number(/\/Root (\d+) 0 R/.exec(this.text)?.[1])));
  }

  get(value: Value | undefined): Value | undefined {
    return value instanceof Reference ? this.objects.get(value.id)?.value : value;
  }

  dictionary(value: Value | undefined): Dictionary {
    const got = this.get(value);
    if (!isDictionary(got)) throw new Error(`no dictionary: ${JSON.stringify(got)}`);
    return got;
  }

  array(value: Value | undefined): readonly Value[] {
    const got = this.get(value);
    return Array.isArray(got) ? (got as readonly Value[]) : value === undefined ? [] : [value];
  }

  stream(value: Value | undefined): Buffer {
    const object = value instanceof Reference ? this.objects.get(value.id) : undefined;
    if (object?.stream === undefined) throw new Error('no stream');
    const filter = isDictionary(object.value) ? object.value['Filter'] : undefined;
    return filter === undefined ? object.stream : inflateSync(object.stream);
  }

  /** References of the pages, in order. */
  get pages(): readonly Reference[] {
    return this.array(this.dictionary(this.catalog['Pages'])['Kids']) as Reference[];
  }

  operations(page: Reference): Operation[] {
    const parser = new Parser(this.stream(this.dictionary(page)['Contents']).toString('latin1'), 0);
    const operations: Operation[] = [];
    let operands: Value[] = [];
    for (let token = parser.token(); token !== undefined; token = parser.token()) {
      if (token instanceof Operator) {
        operations.push({ operator: token.name, operands });
        operands = [];
      } else operands.push(token);
    }
    return operations;
  }
}

/** Streams of objects begin with pairs: the number of an object, and where it begins after all pairs. */
function withPackedObjects(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  let text = file;
  for (const found of file.matchAll(/\/Type \/ObjStm\/N (\d+)\/First (\d+)[^>]*?\/Length (\d+)>>\nstream\n/g)) {
    const [count = 0, first = 0, length = 0] = found.slice(1).map(Number);
    const start = found.index + found[0].length;
    const unpacked = inflateSync(bytes.subarray(start, start + length)).toString('latin1');
    const pairs = unpacked.slice(0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index < count; index++) {
      const [id = 0, begin = 0, , end] = pairs.slice(index * 2, index * 2 + 4);
      text += `\n${id} 0 obj\n${unpacked.slice(first + begin, end === undefined ? undefined : first + end)}\nendobj`;
    }
  }
  return text;
}

export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Name) && !(value instanceof Reference);

export const nameOf = (value: Value | undefined): string => (value instanceof Name ? value.value : '');

class Operator {
  constructor(readonly name: string) {}
}

class Parser {
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  value(): Value {
    const token = this.token();
    if (token === undefined || token instanceof Operator) throw new Error(`no value at ${this.at}`);
    return token;
  }

  token(): Value | Operator | undefined {
    this.skip();
    const rest = this.text[this.at];
    if (rest === undefined) return undefined;
    if (this.text.startsWith('<<', this.at)) return this.dictionary();
    if (rest === '[') return this.array();
    if (rest === '(') return this.string();
    if (rest === '<') return this.take(/<([0-9a-fA-F\s]*)>/y)[1] ?? '';
    if (rest === '/') return new Name(this.take(/\/([^\s/<>[\]()]*)/y)[1] ?? '');
    const reference = this.match(/(\d+) 0 R\b/y);
    if (reference) return new Reference(Number(reference[1]));
    const number = this.match(/[-+]?(?:\d+\.?\d*|\.\d+)/y);
    if (number) return Number(number[0]);
    const word = this.take(/[A-Za-z'"*0-9]+/y)[0];
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : new Operator(word);
  }

  private skip(): void {
    this.match(/\s+/y);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private take(pattern: RegExp): RegExpExecArray {
    const found = this.match(pattern);
    if (!found) throw new Error(`unexpected ${this.text.slice(this.at, this.at + 20)}`);
    return found;
  }

  private dictionary(): Value {
    const entries: Record<string, Value> = {};
    this.at += 2;
    for (this.skip(); !this.text.startsWith('>>', this.at); this.skip()) {
      const key = this.value();
      entries[nameOf(key)] = this.value();
    }
    this.at += 2;
    return entries;
  }

  private array(): Value {
    const values: Value[] = [];
    this.at += 1;
    for (this.skip(); this.text[this.at] !== ']'; this.skip()) values.push(this.value());
    this.at += 1;
    return values;
  }

  private string(): string {
    let bytes = '';
    let depth = 1;
    for (this.at += 1; depth > 0 && this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at] ?? '';
      if (character === '\\') {
        this.at += 1;
        const escaped = this.text[this.at] ?? '';
        bytes += ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' } as Record<string, string>)[escaped] ?? escaped;
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth > 0) bytes += character;
    }
    return decode(bytes);
  }
}

/** A text string: UTF-16 with its mark, or Latin. */
function decode(bytes: string): string {
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}
