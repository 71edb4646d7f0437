import { describe, expect, test } from 'vitest';
import type { ErrorCode } from 'yaml';
import { translateError } from '../../src/definition/yaml/syntax-findings.js';

/** Every code with the library's own words, so that a new version's other words are noticed. */
const ERRORS: Readonly<Record<ErrorCode, readonly string[]>> = {
  ALIAS_PROPS: ['An alias node must not specify any properties'],
  BAD_ALIAS: ['Alias cannot be an empty string'],
  BAD_COLLECTION_TYPE: ['!!set used for seq collection, but expects map'],
  BAD_DIRECTIVE: ['Unknown directive %FOO'],
  BAD_DQ_ESCAPE: ['Invalid escape sequence \\q'],
  BAD_INDENT: ['All mapping items must start at the same column', 'Flow map in block collection must be sufficiently indented'],
  BAD_PROP_ORDER: ['Anchors and tags must be after the - indicator'],
  BAD_SCALAR_START: ['Plain value cannot start with reserved character @'],
  BLOCK_AS_IMPLICIT_KEY: ['Nested mappings are not allowed in compact mappings'],
  BLOCK_IN_FLOW: ['Block collections are not allowed within flow collections'],
  DUPLICATE_KEY: ['Map keys must be unique'],
  IMPOSSIBLE: ['Map comment with trailing content'],
  KEY_OVER_1024_CHARS: ['The : indicator must be at most 1024 chars after the start of an implicit block mapping key'],
  MISSING_CHAR: [
    'Missing closing "quote',
    'Implicit map keys need to be followed by map values',
    'Comments must be separated from other tokens by white space characters',
    'Missing space after : in flow map',
    'Sequence item without - indicator',
    'Missing , between flow sequence items',
    'Something new',
  ],
  MULTILINE_IMPLICIT_KEY: ['Implicit keys need to be on a single line'],
  MULTIPLE_ANCHORS: ['A node can have at most one anchor'],
  MULTIPLE_DOCS: ['Source contains multiple documents'],
  MULTIPLE_TAGS: ['A node can have at most one tag'],
  NON_STRING_KEY: ['With stringKeys, all keys must be strings'],
  RESOURCE_EXHAUSTION: ['Maximum call stack size exceeded'],
  TAB_AS_INDENT: ['Tabs are not allowed as indentation'],
  TAG_RESOLVE_FAILED: ['Unresolved tag: !foo'],
  UNEXPECTED_TOKEN: [
    'Unexpected comma token',
    'Unexpected scalar at node end',
    'Block scalar header includes extra characters: |abc',
    'Unexpected block-seq-ind on same line with key',
  ],
};

describe('translateError', () => {
  const all = Object.entries(ERRORS).flatMap(([code, messages]) => messages.map((message) => ({ code: code as ErrorCode, message })));

  test.each(all)('$code: $message', (error) => {
    const { code, message, hint = '' } = translateError(error);
    expect(code).toMatch(/^yaml-[a-z-]+$/);
    expect(message).toMatch(/^[^A-Za-z]*(?:Tab|YAML)?[^A-Za-z]*。$/);
    expect(hint).toMatch(/^[^A-Za-z]+。$/);
  });

  test('the mistakes behind one library code are told apart', () => {
    const codes = ERRORS.MISSING_CHAR.map((message) => translateError({ code: 'MISSING_CHAR', message }).code);
    expect(codes).toEqual([
      'yaml-quote',
      'yaml-missing-colon',
      'yaml-missing-space',
      'yaml-missing-space',
      'yaml-indent',
      'yaml-bracket',
      'yaml-syntax',
    ]);
  });
});
