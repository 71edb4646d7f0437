import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';

/** A project whose compiler notes that it ran; what it is told to, it saves in src/ while it runs. */
const folder = mkdtempSync(join(tmpdir(), 'budget-start-'));
const at = (...names: string[]) => join(folder, ...names);
const COMPILER = `
const { appendFileSync, existsSync, mkdirSync, renameSync, writeFileSync } = require('node:fs');
mkdirSync('dist', { recursive: true });
writeFileSync('dist/cli.js', '');
appendFileSync('dist/runs', '+');
if (existsSync('edit')) { writeFileSync('src/cli.ts', 'edited'); renameSync('edit', 'edited'); }
`;
const start = () => spawnSync(process.execPath, [at('src/start.mjs'), '--compile'], { cwd: folder, encoding: 'utf8' });
const runs = () => readFileSync(at('dist/runs'), 'utf8').length;

beforeAll(() => {
  for (const [name, text] of Object.entries({
    'node_modules/typescript/bin/tsc': COMPILER,
    'node_modules/typescript/package.json': '{"type": "commonjs"}',
    'package.json': '{"type": "module"}',
    'tsconfig.json': '{}',
    'src/cli.ts': '',
  })) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
    utimesSync(at(name), new Date(2000, 0), new Date(2000, 0));
  }
  symlinkSync(join(ROOT, 'node_modules/zod'), at('node_modules/zod'));
  cpSync(join(ROOT, 'src/start.mjs'), at('src/start.mjs'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('compiles once, again after a change, and again where a source was saved while it compiled', () => {
  expect(start()).toMatchObject({ status: 0, stdout: '' });
  start();
  expect(runs()).toBe(1);
  writeFileSync(at('src/cli.ts'), 'changed');
  writeFileSync(at('edit'), '');
  start();
  expect(runs()).toBe(2);
  start();
  expect(runs()).toBe(3);
  start();
  expect(runs()).toBe(3);
});

test('packages that are older than the sources: what to run is said', () => {
  writeFileSync(at('node_modules/typescript/bin/tsc'), 'process.exit(2);');
  writeFileSync(at('src/cli.ts'), 'changed again');
  const { status, stderr } = start();
  expect(status).not.toBe(0);
  expect(stderr).toContain('先运行 npm ci');
});
