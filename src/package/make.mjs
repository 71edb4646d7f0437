// `npm run package [-- PLATFORM... --out FOLDER]`: the folders that offices get, packed; nothing has to be installed there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../bundle/bundle.mjs';
import { ARCHIVES } from './archives.mjs';
import { packageContents, packageName } from './contents.mjs';
import { PLATFORMS } from './platforms.mjs';
import { fetchRuntime } from './runtime.mjs';

const MOST_FILES = 60;
const MOST_BYTES = 60e6;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const unknown = positionals.find((platform) => !PLATFORMS[platform]);
if (unknown) throw new Error(`no platform ${unknown}: ${Object.keys(PLATFORMS).join(', ')}`);
const out = resolve(process.env.INIT_CWD ?? ROOT, values.out ?? join(ROOT, 'out'));
mkdirSync(out, { recursive: true });
for (const platform of positionals.length > 0 ? positionals : Object.keys(PLATFORMS)) await makePackage(platform);

async function makePackage(platform) {
  const files = await packageContents(platform, fetchRuntime(platform));
  const { archive } = PLATFORMS[platform];
  const bytes = ARCHIVES[archive]('部门预算公开', files);
  const path = join(out, `${packageName(platform)}.${archive}`);
  writeFileSync(path, bytes);
  process.stdout.write(`${path}: ${Math.ceil(bytes.length / 1e6)} MB, ${files.size} files\n`);
  if (files.size > MOST_FILES || bytes.length > MOST_BYTES) throw new Error(`more than ${MOST_BYTES / 1e6} MB or ${MOST_FILES} files`);
}
