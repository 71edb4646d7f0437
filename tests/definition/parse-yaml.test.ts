import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { type ParsedYaml, parseYaml } from '../../src/definition/parse-yaml.js';
import { sourceText } from '../../src/diagnostics/source-text.js';

// Random runs take as long as the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const parse = (text: string): ParsedYaml => parseYaml(sourceText('a.yaml', text));
const valueOf = (text: string) => JSON.parse(JSON.stringify(parse(text).tree?.value)) as unknown;

describe('values', () => {
  test('every scalar stays the text as typed', () => {
    const typed = ['NO', 'on', 'yes', 'true', '0301', '1262.80', '9007199254740993', '1e3', '-0', '.inf', '0x10', '2026-02-05'];
    for (const text of typed) expect(valueOf(`a: ${text}`)).toEqual({ a: text });
  });

  test('nothing, ~ and null are absent; in quotes they are texts', () => {
    expect(valueOf('a:\nb: ~\nc: null\nd: Null # nothing\ne: "null"\nf: "~"\ng: ""\n')).toEqual({ e: 'null', f: '~', g: '' });
    expect(parse('a: [1, ~]').tree?.value).toMatchObject({ a: ['1', undefined] });
  });

  test('objects have no prototype', () => {
    const value = parse('constructor: 1\ntoString: 2\n').tree?.value as object;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['constructor', 'toString']);
  });

  test('a block text keeps its lines', () => {
    expect(valueOf('a: |\n  一\n  二\n')).toEqual({ a: '一\n二\n' });
  });

  test('%YAML 1.2, --- and ... are taken', () => {
    expect(valueOf('%YAML 1.2\n---\na: 1\n...\n')).toEqual({ a: '1' });
  });
});

describe('places', () => {
  const tree = parse('部门:\n  名称: 办公室\n支出:\n  - 科目: 1\n    金额:\n𠮷: [一, 二]\n').tree;
  const at = (path: (string | number)[], part?: 'key' | 'value') => {
    const place = tree?.locate(path, part);
    return `${place?.line}:${place?.column}`;
  };

  test('of a value and of its key', () => {
    expect(at(['部门', '名称'])).toBe('2:7');
    expect(at(['部门', '名称'], 'key')).toBe('2:3');
    expect(at(['支出', 0])).toBe('4:5');
    expect(at(['𠮷', 1])).toBe('6:8');
  });

  test('of a missing key are those of its nearest parent', () => {
    expect(at(['部门', '代码'])).toBe('1:1');
    expect(at(['支出', 0, '名称'])).toBe('4:5');
    expect(at(['没有', '的', 3])).toBe('1:1');
    expect(at([])).toBe('1:1');
  });

  test('of a key without value', () => {
    expect(at(['支出', 0, '金额'], 'key')).toBe('5:5');
    expect(at(['支出', 0, '金额'])).toMatch(/^5:/);
  });
});

describe('mistakes', () => {
  const found = (text: string) => parse(text).diagnostics.map(({ code, at }) => `${at?.line}:${at?.column} ${code}`);

  test('are all reported at once, in the order of the text', () => {
    expect(found('a: *x\nb: !t 1\nc：1\nd: "a" b\ne: 1\n')).toEqual([
      '1:4 yaml-anchor',
      '2:4 yaml-tag',
      '3:2 yaml-full-width-colon',
      '4:8 yaml-quote',
    ]);
  });

  test('a key may stand in two maps, not twice in one', () => {
    expect(found('a: { x: 1 }\nb: { x: 1 }\n')).toEqual([]);
    expect(parse('a: 1\nb: 2\na: 3\n').diagnostics[0]).toMatchObject({ at: { line: 3 }, related: [{ at: { line: 1 } }] });
  });

  test('a full-width colon or space within a text is content', () => {
    expect(found('a: 注：一\nb: 见　表\nc: |\n  　　段落：一\n')).toEqual([]);
  });

  test('a comment apart from the text is one; close to a word it is warned of', () => {
    expect(found('a: 甲 # 注\nb: 12 #注\nc: 乙\n  #丙: 例子\n')).toEqual([]);
    expect(parse('a: 甲 #1\n')).toMatchObject({ diagnostics: [{ code: 'yaml-comment-dropped', severity: 'warning' }] });
  });
});

describe('hostile files', () => {
  const within = (seconds: number, text: string) => {
    const start = performance.now();
    const { diagnostics } = parse(text);
    expect((performance.now() - start) / 1000).toBeLessThan(seconds);
    return diagnostics.map((diagnostic) => diagnostic.code);
  };

  test('50,000 keys are read in time', () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `键${index}: ${index}`).join('\n');
    expect(within(10, keys)).toEqual([]);
  });

  test('an alias bomb is refused at once', () => {
    const line = (name: string, before: string) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
    const bomb = ['a: &a [x]', ...'bcdefghi'.split('').map((name, index) => line(name, 'abcdefgh'.charAt(index)))].join('\n');
    expect(new Set(within(2, bomb))).toEqual(new Set(['yaml-anchor']));
  });

  test.each([
    ['10,000 nested lists', '['.repeat(10_000), 'yaml-too-deep'],
    ['10,000 nested items', '- '.repeat(10_000), 'yaml-too-deep'],
    ['1,000 levels of keys', Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'), 'yaml-too-deep'],
    ['a line of 4 MB', `a: ${'x'.repeat(4_000_000)}`, 'file-line-too-long'],
    ['4 million lines', '\n'.repeat(4_000_000), 'yaml-too-complex'],
  ])('%s', (_name, text, code) => {
    expect(within(10, text)).toEqual([code]);
  });
});

describe('properties', () => {
  const PIECES = [
    ...['部门:', '名称: ', '支出:', '  ', '\n', '\n  ', '- ', 'a', '"', "'", '[', ']', '{', '}', ',', '：', '\t', '　', '#', ' #'],
    ...['&x', '*x', '!t', '%YAML 1.1\n', '---\n', '...\n', '|\n', '>\n', '? ', ': ', ':', '~', 'null', '@', '`', '\\', '1.5', '<<'],
    ...['__proto__', '😀', '\uD800', '，', '＃', '－', '|abc\n', '>+2\n', '!!str ', '*a : ', '{? '],
  ];

  test('any mixture of syntax gives a tree or errors with places, in Chinese', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const { tree, diagnostics } = parse(pieces.join(''));
        const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
        expect(tree === undefined).toBe(errors.length > 0);
        for (const { message, at } of diagnostics) {
          expect(at).toBeDefined();
          expect(message.replace(/“[^”]*”|YAML|Tab|U\+\w+/g, '')).not.toMatch(/[A-Za-z]{2}/);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('what a YAML writer writes is read back', () => {
    const name = fc.stringMatching(/^[一-龥a-z]{1,8}$/);
    const leaf = fc.stringMatching(/^[一-龥 -~，。：“”]{1,40}$/);
    const data = fc.dictionary(name, fc.oneof(leaf, fc.array(leaf, { minLength: 1 }), fc.dictionary(name, leaf, { minKeys: 1 })), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(data, (value) => {
        const text = stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 });
        expect(valueOf(text)).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });
});
