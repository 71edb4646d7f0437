// Loads the program: the bundle with V8's code cache beside it, which saves reading and compiling six hundred files; or the
// plain modules where there is no bundle. Plain JavaScript, as it is what loads the rest.
import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';

/**
 * How long V8 waits before it optimises a function, ten times its own measure: its optimising compiler takes as much
 * processor time as the program itself, and a document is made before that pays. Measured also over hundreds of pages and in
 * batches. Counters only; the names change with V8, so other versions keep their own.
 */
const OPTIMISE_LATER = {
  v20: ['--interrupt-budget=1000000'],
  v22: ['--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000'],
  v24: ['--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000'],
};
/** Little is put into its callers: optimising takes less, and what a document is made by is no faster for more of it. */
const INLINE_LITTLE = '--max-inlined-bytecode-size-cumulative=200';
/** What is young gets more room sooner: a document is made before the collector would have found out that it is needed. */
const GROW_SOONER = '--semi-space-growth-factor=4';
/**
 * Megabytes that a thread of a batch has before its old objects are looked through for the first time; it needs them soon.
 * The thread that sets this has its heap already.
 */
const BEGIN_LARGE = '--initial-old-space-size=256';
// Before anything is compiled: V8 refuses code that was kept under other flags.
const later = OPTIMISE_LATER[process.version.slice(0, 3)];
for (const flag of later ? [...later, INLINE_LITTLE, GROW_SOONER, BEGIN_LARGE] : []) setFlagsFromString(flag);

export const BUNDLE = fileURLToPath(new URL('../../dist/bundle/program.cjs', import.meta.url));
/** Made by one version of Node.js on one kind of processor, and of use to no other. */
export const CACHE = `${BUNDLE}.${process.version}-${process.arch}.cache`;

/** A package for offices writes nothing outside of its folder; where that is read-only, nothing is kept. */
const PACKAGE = new URL('../../package-files.json', import.meta.url);
const OWN_CACHE = existsSync(PACKAGE) ? fileURLToPath(new URL('cache', PACKAGE)) : undefined;

/** What src/bundle/program.ts exports. */
export async function loadProgram() {
  if (!existsSync(BUNDLE)) return import('../../dist/bundle/program.js');
  const script = existsSync(CACHE) ? compiled(readFileSync(CACHE)) : undefined;
  if (script && !script.cachedDataRejected) return run(script);
  // Made by another Node.js, or under other flags: Node.js keeps a cache of its own from 22.1 on.
  module.enableCompileCache?.(OWN_CACHE);
  return createRequire(import.meta.url)(BUNDLE);
}

/** The bundle as Node.js wraps a CommonJS module. */
export function compiled(cachedData) {
  return new Script(module.wrap(readFileSync(BUNDLE, 'utf8')), {
    filename: BUNDLE,
    cachedData,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

export function run(script) {
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, createRequire(BUNDLE), bundle, BUNDLE, dirname(BUNDLE));
  return bundle.exports;
}
