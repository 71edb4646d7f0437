import { expect, test } from 'vitest';
import { type BuildRecord, recordToText, textToRecord } from '../../src/features/batch/page/entry.js';
import { finding, summary } from './entries.js';

const RECORD: BuildRecord = {
  input: 'data/2026/001-财政局.yaml',
  inputs: [{ role: '输入', name: 'data/2026/001-财政局.yaml', sha256: 'ab'.repeat(32) }],
  surroundings: 'cd'.repeat(32),
  folders: ['2026', '001-财政局'],
  files: [{ name: '001.pdf', size: 3, sha256: 'ef'.repeat(32) }],
  pages: 30,
  diagnostics: [finding('reason-says-something')],
  summary: summary({ code: '001' }),
};
const text = recordToText(RECORD);

test('what is written is read again', () => {
  expect(textToRecord(text)).toEqual(RECORD);
});

test.each([
  ['cut off', text.slice(0, -20)],
  ['changed by hand', text.replace('30', '31')],
  ['not ours', '{"sha256": 1}'],
  ['no JSON', 'null or so'],
  ['nothing', 'null'],
  ['empty', ''],
])('a record that is %s counts as none', (_, damaged) => {
  expect(textToRecord(damaged)).toBeUndefined();
});
