import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TARGETS } from './targets.js';

/*
 * Hostile input of every kind: no exception (the command line would end in 70), none over five seconds or 400 MiB, and each
 * error names a file. A failure prints the line that runs its very case again. FUZZ_RUNS makes a long run.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 12);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20260205);
const PATH = process.env['FUZZ_PATH'];
const ONLY = process.env['FUZZ_TARGET'];
const SLOWEST = 5000;
const MOST_MEMORY_MIB = 400;

const peakMiB = () => process.resourceUsage().maxRSS / 1024;

const again = (name: string, path: string) =>
  `FUZZ_TARGET='${name}' FUZZ_SEED=${SEED} FUZZ_RUNS=${RUNS} FUZZ_PATH=${path} npx vitest run --config tests/vitest.config.ts --project unit tests/fuzz`;

describe.each(Object.entries(TARGETS).filter(([name]) => ONLY === undefined || name === ONLY))('%s', (name, { input, run }) => {
  test('is refused or taken, in time', { timeout: 7_200_000 }, async () => {
    const before = peakMiB();
    let slowest = 0;
    const property = fc.asyncProperty(input, async (one) => {
      const started = performance.now();
      const diagnostics = await run(one as never);
      slowest = Math.max(slowest, performance.now() - started);
      if (performance.now() - started > SLOWEST) throw new Error(`took ${Math.round(performance.now() - started)} ms`);
      for (const { severity, message, at, code } of diagnostics)
        if (severity === 'error' && code.startsWith('yaml-') && !at) throw new Error(`${code} names no file: ${message}`);
    });
    const details = await fc.check(property, { numRuns: RUNS, seed: SEED, ...(PATH !== undefined && { path: PATH }) });
    const failed = details.failed
      ? `${again(name, details.counterexamplePath ?? '')}\n${String(details.errorInstance instanceof Error ? details.errorInstance.stack : '')}`
      : '';
    expect(failed).toBe('');
    const grown = Math.round(peakMiB() - before);
    if (process.env['FUZZ_RUNS'])
      console.log(`${name}: ${details.numRuns} runs, slowest ${Math.round(slowest)} ms, memory grew by ${grown} MiB`);
    expect(grown).toBeLessThan(MOST_MEMORY_MIB);
  });
});
