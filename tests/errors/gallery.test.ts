import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { FINDING_CODES } from '../../src/diagnostics/finding-codes.js';
import { printRead, readSmall } from '../support/read-small.js';
import { GENERATED } from './generated-inputs.js';

// tests/errors/<code>[+<variant>]/ holds 输入.yaml and what is printed for it; `vitest -u` accepts changes.
vi.setConfig({ testTimeout: 30_000 });
const HERE = import.meta.dirname;
const written = readdirSync(HERE).filter((folder) => existsSync(join(HERE, folder, '输入.yaml')));
const folders = [...new Set([...written, ...Object.keys(GENERATED)])].sort();

describe('gallery of errors in reading', () => {
  test.each([...FINDING_CODES.file, ...FINDING_CODES.yaml, ...FINDING_CODES.value, ...FINDING_CODES.place])('%s is shown', (code) => {
    expect(folders.map((folder) => folder.replace(/\+.*/, ''))).toContain(code);
  });

  test.each(folders)('%s', async (folder) => {
    const read = readSmall(GENERATED[folder]?.() ?? readFileSync(join(HERE, folder, '输入.yaml')));
    expect(read.diagnostics.map((diagnostic) => diagnostic.code)).toContain(folder.replace(/\+.*/, ''));
    await expect(printRead(read)).toMatchFileSnapshot(join(HERE, folder, 'stderr.txt'));
  });
});
