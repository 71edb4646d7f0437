import { beforeAll, expect, test } from 'vitest';
import { inChild } from './in-child.js';
import type { Figures } from './run-targets.js';
import { TARGETS } from './targets.js';

/*
 * Hostile input of every kind: no exception (the command line would end in 70), none over five seconds, none that needs
 * 400 MiB, and every finding names a file. A failure prints the line that runs its very case again. README.md has the rest.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 12);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20260205);
const PATH = process.env['FUZZ_PATH'];
const ONLY = process.env['FUZZ_TARGET'];
const MOST_MEMORY_MIB = 400;

const names = Object.keys(TARGETS).filter((name) => ONLY === undefined || name === ONLY);
let all: ReadonlyMap<string, Figures>;

beforeAll(async () => {
  all = await inChild({ targets: names, runs: RUNS, seed: SEED, path: PATH });
}, 14_400_000);

const again = (name: string, path: string) =>
  `FUZZ_TARGET='${name}' FUZZ_SEED=${SEED} FUZZ_RUNS=${RUNS} FUZZ_PATH=${path} npx vitest run --config tests/vitest.config.ts --project unit tests/fuzz`;

test.each(names)('%s is refused or taken, in time', (name) => {
  const { failure, runs, slowest, peak, outcomes } = all.get(name) ?? notReached(name);
  expect(failure ? `${again(name, failure.path)}\n${failure.error}` : '').toBe('');
  const said = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`);
  if (process.env['FUZZ_RUNS']) console.log(`| ${name} | ${runs} | ${slowest} ms | ${peak} MiB | ${said.join(', ')} |`);
  expect(runs).toBe(RUNS);
  expect(peak).toBeLessThan(MOST_MEMORY_MIB);
});

function notReached(name: string): never {
  throw new Error(`${name} was not tried: a target before it ended the process`);
}
