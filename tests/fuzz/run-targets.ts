import { writeSync } from 'node:fs';
import fc from 'fast-check';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { peakMemory } from '../support/peak-memory.mjs';
import { TARGETS, type Tried } from './targets.js';

/** What the child is asked to try. */
export interface Asked {
  readonly targets: readonly string[];
  readonly runs: number;
  readonly seed: number;
  readonly path?: string | undefined;
}

/** What became of a target. */
export interface Figures {
  readonly runs: number;
  /** Milliseconds of the processor: what else a machine does is not the program's doing. */
  readonly slowest: number;
  /** The most that the process has had in memory so far, MiB. */
  readonly peak: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failure?: { readonly path: string; readonly error: string };
}

/** One line of the child: what it is about to try, and what became of a target. */
export type Line = { readonly target: string } & ({ readonly run: number } | { readonly figures: Figures });

export const SLOWEST = 5000;

const tell = (line: Line) => writeSync(1, `${JSON.stringify(line)}\n`);

/** Tries them one after the other. Each run is told before it begins: who kills the process knows which one it was. */
export async function runTargets({ targets, runs, seed, path }: Asked): Promise<void> {
  for (const target of targets) {
    const { input, run } = TARGETS[target] ?? unknown(target);
    const outcomes: Record<string, number> = {};
    let [count, slowest] = [0, 0];
    const property = fc.asyncProperty(input, async (one) => {
      tell({ target, run: count });
      count += 1;
      const before = process.cpuUsage();
      const tried = await run(one as never);
      const { user, system } = process.cpuUsage(before);
      const took = (user + system) / 1000;
      slowest = Math.max(slowest, took);
      outcomes[tried.outcome] = (outcomes[tried.outcome] ?? 0) + 1;
      if (took > SLOWEST) throw new Error(`took ${Math.round(took)} ms`);
      for (const said of tried.said) expectPlace(said, tried);
    });
    const details = await fc.check(property, { numRuns: runs, seed, ...(path !== undefined && { path }) });
    const error = details.errorInstance;
    const failure = { path: details.counterexamplePath ?? '', error: String((error instanceof Error && error.stack) || error) };
    const peak = Math.round(peakMemory() / 1024);
    tell({ target, figures: { runs: count, slowest: Math.round(slowest), peak, outcomes, ...(details.failed && { failure }) } });
  }
}

/** Whoever reads a finding has to know which file to open. */
function expectPlace({ code, at, message }: Diagnostic, { names = [] }: Tried): void {
  if (!at && !names.some((name) => message.includes(name))) throw new Error(`${code} names no file: ${message}`);
}

function unknown(target: string): never {
  throw new Error(`there is no target ${target}: ${Object.keys(TARGETS).join(', ')}`);
}
