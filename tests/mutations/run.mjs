// Makes each mutation in a copy of the project and runs the test that has to notice it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTATIONS } from './mutations.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = ['src', 'tests', 'templates', 'data', 'package.json', 'tsconfig.json', 'README.md'];
const LINKED = ['node_modules', 'fonts'];

const words = process.argv.slice(2);
const asked = MUTATIONS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const copy = mkdtempSync(join(tmpdir(), 'budget-mutations-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
for (const name of LINKED) symlinkSync(join(ROOT, name), join(copy, name), 'junction');
// These tests need no compiled program, and it would be compiled anew for each mutation.
writeFileSync(
  join(copy, 'vitest.config.mjs'),
  `export default { test: { include: ['tests/**/*.test.ts'], testTimeout: 180000, setupFiles: 'tests/support/property-seed.ts' } };\n`,
);

/** Names of the tests of a file that fail. */
function failures(test) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const argv = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', test, '--reporter=json', `--outputFile=${report}`];
  spawnSync(process.execPath, argv, { cwd: copy, stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  if (testResults.every((file) => file.assertionResults.length === 0)) throw new Error(`${test} does not run: ${testResults[0]?.message}`);
  return testResults.flatMap((file) => file.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName));
}

function tryOne({ file, from, to, test, killedBy }) {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) return { state: 'NOT FOUND', said: `${file} has the line ${text.split(from).length - 1} times` };
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  const failed = failures(test);
  writeFileSync(path, text);
  const [named] = failed.filter((name) => name.includes(killedBy));
  return named === undefined ? { state: 'SURVIVES', said: failed[0] ?? '' } : { state: 'killed', said: named };
}

let survivors = 0;
for (const test of new Set(asked.map((one) => one.test))) {
  const failed = failures(test);
  if (failed.length > 0) throw new Error(`${test} fails before anything is spoilt: ${failed[0]}`);
}
for (const mutation of asked) {
  const { state, said } = tryOne(mutation);
  if (state !== 'killed') survivors += 1;
  console.log(`${state}  ${mutation.name}  ${mutation.test}: ${said}`);
}
console.log(`${asked.length - survivors} of ${asked.length} are killed by the test that is named`);
process.exitCode = survivors > 0 ? 1 : 0;
