// Makes dist/bundle/: the whole program with its packages in one file, and V8's code cache of what a document needs.
// A part of compiling; without it the program runs from its plain modules, a second slower.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE, CACHE, compiled, run } from './load.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = dirname(BUNDLE);

async function makeBundle() {
  const { build } = await import('esbuild');
  for (const name of readdirSync(FOLDER)) if (name.startsWith('program.cjs')) rmSync(join(FOLDER, name));
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/bundle/program.ts'],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'linked',
    // Names stay as they are written.
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'utf8',
    // One starts its threads from files beside its own; the other is large and seldom wanted.
    external: ['tinypool', 'docx/layout'],
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [requiredPackages],
    logLevel: 'warning',
  });
  // pdfkit reads the colour profile of PDF/A from beside its own file.
  cpSync(join(ROOT, 'node_modules/pdfkit/js/data'), join(FOLDER, 'data'), { recursive: true });
  warmUp();
}

/** Packages that our sources require, as an import would give another copy of them, are bundled, too. */
const requiredPackages = {
  name: 'required packages',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('createRequire(import.meta.url)(', 'require('),
      loader: 'ts',
    })),
};

/** V8 keeps what has been compiled: so a department's document is made, from a test's data, in a folder of its own. */
function warmUp() {
  const folder = mkdtempSync(join(tmpdir(), 'budget-bundle-'));
  const data = join(folder, 'data/2026');
  mkdirSync(data, { recursive: true });
  cpSync(join(ROOT, 'tests/cases/区县.yaml'), join(data, '区县.yaml'));
  cpSync(join(ROOT, 'tests/cases/五类资金/预算.yaml'), join(data, '207001.yaml'));
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--cache', folder], { cwd: folder, stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}

async function makeCache() {
  const script = compiled();
  const { cli } = run(script);
  process.argv.splice(2, Infinity, 'build-doc', '207001');
  await cli();
  // Renamed when it is whole: programs that start meanwhile see none.
  writeFileSync(`${CACHE}-new`, script.createCachedData());
  renameSync(`${CACHE}-new`, CACHE);
}

if (process.argv[2] === '--cache') await makeCache();
else await makeBundle();
