// Makes dist/bundle/: the whole program with its packages in one file, V8's code cache of what a document needs, and
// the profiles as they are read.
// A part of compiling; without it the program runs from its plain modules, a second slower.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, ROOT } from './bundle.mjs';
import { BUNDLE, CACHE, compiled, run } from './load.mjs';
import { makePreview } from './preview.mjs';

const FOLDER = dirname(BUNDLE);

async function makeBundle() {
  for (const name of readdirSync(FOLDER)) if (/^(?:program\.cjs|profiles\.jsonl)/.test(name)) rmSync(join(FOLDER, name));
  // One starts its threads from files beside its own; the other is large and seldom wanted.
  await bundle({ external: ['tinypool', 'docx/layout'], outfile: BUNDLE, legalComments: 'linked' });
  // pdfkit reads the colour profile of PDF/A from beside its own file.
  cpSync(join(ROOT, 'node_modules/pdfkit/js/data'), join(FOLDER, 'data'), { recursive: true });
  await makePreview(FOLDER);
  writeWhole(join(FOLDER, 'profiles.jsonl'), run(compiled()).keepProfiles());
  warmUp();
}

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
  const { cli, keepProfiles } = run(script);
  // A district with profiles of its own has them read: that code is kept, too.
  keepProfiles();
  process.argv.splice(2, Infinity, 'build-doc', '207001');
  await cli();
  writeWhole(CACHE, script.createCachedData());
}

/** Renamed when it is whole: programs that start meanwhile see none. */
function writeWhole(path, content) {
  writeFileSync(`${path}-new`, content);
  renameSync(`${path}-new`, path);
}

if (process.argv[2] === '--cache') await makeCache();
else await makeBundle();
