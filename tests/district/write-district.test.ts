import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../support/build-case.js';
import { generateDistrict } from '../support/district/generate-district.js';

const SCRIPT = join(ROOT, 'tests/support/district/write-district.mjs');

test('the command line writes the same files, and a project around them', () => {
  const out = mkdtempSync(join(tmpdir(), 'district-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const options = ['--seed', '7', '--departments', '2', '--projects', '9', '--project', '--out', out];
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...options], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const { files } = generateDistrict({ seed: 7, departments: 2, projects: 9 });
  for (const { path, text } of files) expect(readFileSync(join(out, 'data', path), 'utf8')).toBe(text);
  expect(readdirSync(out).sort()).toEqual(['data', 'fonts', 'templates']);
  expect(readdirSync(join(out, 'data')).sort()).toEqual(['2026', 'classifications']);
});

test('without a folder it tells how it is used', () => {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stdout).toContain('--out 文件夹');
});
