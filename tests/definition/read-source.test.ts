import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/definition/limits.js';
import { readSource } from '../../src/definition/read-source.js';

// Random runs take as long as the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('readSource', () => {
  test('takes a byte order mark and CRLF for the same text', () => {
    const plain = readSource(utf8('甲: 1\n乙: 2\n'), 'a.yaml');
    const windows = readSource(utf8('\uFEFF甲: 1\r\n乙: 2\r\n'), 'a.yaml');
    expect(windows).toEqual(plain);
    expect(plain.text?.lines).toEqual(['甲: 1', '乙: 2', '']);
  });

  test('places the first bad byte by line and character', () => {
    const { text, diagnostics } = readSource(Uint8Array.from([...utf8('甲: 1\n𠮷乙'), 0xc3, 0x28]), 'a.yaml');
    expect(text).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: 'file-encoding', at: { line: 2, column: 3 } });
    expect(diagnostics[0]?.hint).toContain('请另存为 UTF-8');
  });

  test('takes a file of exactly the limit, not one byte more', () => {
    const bytes = new Uint8Array(MAX_FILE_BYTES + 1).fill(0x23);
    expect(readSource(bytes.subarray(1), 'a.yaml').diagnostics).toEqual([]);
    expect(readSource(bytes, 'a.yaml').diagnostics[0]?.code).toBe('file-too-large');
  });

  test('gives back any text and never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = readSource(utf8(`文${text}`), 'a.yaml');
        if (!text.includes('\0')) expect(read.text?.text).toBe(`文${text}`.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = readSource(bytes, 'a.yaml');
        expect(read.text === undefined).toBe(read.diagnostics.length === 1);
      }),
      { numRuns: 2000 },
    );
  });
});
