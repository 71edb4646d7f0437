// Loads the program: the bundle with V8's code cache beside it, which saves reading and compiling seven hundred files; or the
// plain modules where there is no bundle. Plain JavaScript, as it is what loads the rest.
import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

export const BUNDLE = fileURLToPath(new URL('../../dist/bundle/program.cjs', import.meta.url));
/** Made by one version of Node.js on one kind of processor, and of use to no other. */
export const CACHE = `${BUNDLE}.${process.version}-${process.arch}.cache`;

/** What src/bundle/program.ts exports. */
export async function loadProgram() {
  if (!existsSync(BUNDLE)) return import('../../dist/bundle/program.js');
  const script = existsSync(CACHE) ? compiled(readFileSync(CACHE)) : undefined;
  if (script && !script.cachedDataRejected) return run(script);
  // Made by another Node.js, or under other flags: Node.js keeps a cache of its own from 22.1 on.
  module.enableCompileCache?.();
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
