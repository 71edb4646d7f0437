import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { type Asked, type Figures, type Line, SLOWEST } from './run-targets.js';

/**
 * V8 keeps as much garbage as the machine has room for, so the size of a process says nothing of what a program needs.
 * With so little heap it has to collect, and what cannot live in it ends the process.
 */
const HEAP_MIB = 256;
/** What is new is garbage for the most part: three such halves stand beside that heap. */
const YOUNG_MIB = 4;

/** A run that hangs is not waited for; on a busy machine five seconds of the processor take longer. */
const PATIENCE = 12 * SLOWEST;

/** Tries targets in a process of their own, which may hang, die or run out of memory; figures by target. */
export async function inChild(asked: Asked): Promise<ReadonlyMap<string, Figures>> {
  const script = await bundled();
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MIB}`, `--max-semi-space-size=${YOUNG_MIB}`, script, JSON.stringify(asked)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const figures = new Map<string, Figures>();
  let last: { readonly target: string; readonly run: number } = { target: asked.targets[0] ?? '', run: 0 };
  let said = '';
  child.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-4000);
  });
  const end = (why: string) => {
    said = why;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(end, 4 * PATIENCE, 'it did not begin');
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for await (const text of createInterface(child.stdout)) {
    const line = JSON.parse(text) as Line;
    if ('run' in line) last = line;
    else figures.set(line.target, line.figures);
    clearTimeout(timer);
    timer = setTimeout(end, PATIENCE, `it hung for ${PATIENCE} ms`);
  }
  clearTimeout(timer);
  const code = await ended;
  rmSync(script, { force: true });
  if (code === 0) return figures;
  const failure = { path: String(last.run), error: `the process ended with ${code}: ${said}` };
  return figures.set(last.target, { runs: last.run, slowest: 0, peak: 0, outcomes: {}, failure });
}

/** The targets as one file of JavaScript, where Node.js finds the packages. */
async function bundled(): Promise<string> {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/fuzz');
  const outfile = join(folder, `child-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [{ name: 'folders stay where they are', setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, withItsFolder) }],
  });
  return outfile;
}

function withItsFolder({ path }: { readonly path: string }) {
  const contents = readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
  return { loader: 'ts' as const, contents };
}
