import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build } from 'esbuild';
import { bundle, ROOT } from '../bundle/bundle.mjs';
import { compiled, run } from '../bundle/load.mjs';
import { bundlePreview } from '../bundle/preview.mjs';
import { zip } from './archives.mjs';
import { licencesText } from './licences.mjs';
import { NODE_VERSION, PLATFORMS } from './platforms.mjs';

/** The program's folder within the package. ASCII: the starters name it. */
const APP = 'app';
/** What the program knows of its own package: `doctor` holds the files against it. */
const MANIFEST = `${APP}/package-files.json`;

const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
export const packageName = (platform) => `部门预算公开-${VERSION}-${platform}`;

/**
 * Every file of a package by its path: bytes, and whether it is a program. What is the office's own (data/, templates/, out/)
 * is not among them, so that a newer package unpacked over it touches none of it; the sample is a district of its own.
 */
export async function packageContents(platform, runtime) {
  const { starter, binary } = PLATFORMS[platform];
  const { files: program, bundled } = await programFiles();
  const files = new Map([
    [starter.to, { bytes: readFileSync(here(starter.from)), program: true }],
    ['使用说明.txt', { bytes: guide() }],
    ...program,
    ...profiles(),
    ...folder('data/classifications', `${APP}/data/classifications`),
    ...folder('data/示例', `${APP}/data/示例`),
    ...[...folder('fonts', `${APP}/fonts`)].filter(([path]) => /\/fonts\/[^/]+\.ttf$|fonts\.json$/.test(path)),
    ...folder('data/2026', '样例/data/2026'),
    ...readdirSync(join(ROOT, 'data')).flatMap((name) =>
      /\.schema\.json$/.test(name) ? [[`样例/data/${name}`, source(`data/${name}`)]] : [],
    ),
    [`${APP}/LICENSES.txt`, { bytes: Buffer.from(licencesText(ROOT, bundled, runtime.licence)) }],
    [`${APP}/${binary.replace('bin/', '')}`, { bytes: runtime.binary, program: true }],
  ]);
  return files.set(MANIFEST, { bytes: manifest(platform, files) });
}

/** Each profile in one file, so that a package stays small in number however many provinces there are; and their handbook. */
function profiles() {
  const names = readdirSync(join(ROOT, 'templates'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const packed = names.map(({ name }) => [`${APP}/templates/${name}.zip`, { bytes: zip(folder(`templates/${name}`, '.')) }]);
  const guides = ['README.md', '模板说明.md', '键的说明.md'].map((name) => [`${APP}/templates/${name}`, source(`templates/${name}`)]);
  return [...packed, ...guides];
}

const here = (name) => new URL(name, import.meta.url);

async function programFiles() {
  const outfile = `${APP}/dist/bundle/program.cjs`;
  const { outputFiles, metafile } = await bundle({ external: [], outfile, legalComments: 'none', metafile: true, write: false });
  // A pool starts its threads from a file that lies beside the one it is in.
  const thread = await build({
    absWorkingDir: ROOT,
    entryPoints: ['tinypool/dist/entry/worker.js'].map((path) => `node_modules/${path}`),
    outfile: `${APP}/dist/bundle/entry/worker.js`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    write: false,
  });
  const files = [...outputFiles, ...thread.outputFiles].map(({ path, contents }) => [inPackage(path), { bytes: contents }]);
  const preview = await bundlePreview();
  const start = ['src/start.mjs', 'src/bundle/load.mjs', 'src/bundle/worker.mjs'];
  return {
    bundled: [...Object.keys(metafile.inputs), ...preview.inputs],
    files: [
      ...files,
      [`${APP}/dist/bundle/preview.js`, { bytes: preview.bytes }],
      [`${APP}/dist/bundle/profiles.jsonl`, { bytes: Buffer.from(run(compiled()).keepProfiles()) }],
      ...start.map((path) => [`${APP}/${path}`, source(path)]),
      // The colour profile of PDF/A, which pdfkit reads from beside its own file.
      [`${APP}/dist/bundle/data/sRGB_IEC61966_2_1.icc`, source('node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc')],
      [
        `${APP}/package.json`,
        { bytes: Buffer.from(`${JSON.stringify({ name: 'budget-disclosure', version: VERSION, type: 'module' })}\n`) },
      ],
    ],
  };
}

const inPackage = (path) => path.slice(join(ROOT, '/').length).replaceAll('\\', '/');
const source = (path) => ({ bytes: readFileSync(join(ROOT, path)) });

function folder(from, to) {
  const entries = readdirSync(join(ROOT, from), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(join(ROOT, from, '/').length)
      .replaceAll('\\', '/'),
  );
  return paths.sort().map((path) => [posix.join(to, path), source(`${from}/${path}`)]);
}

/** For Notepad of any age: a byte order mark, and CRLF. */
function guide() {
  const text = readFileSync(here('guide.txt'), 'utf8').replaceAll('{version}', VERSION);
  return Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
}

function manifest(platform, files) {
  const prints = [...files].map(([path, { bytes }]) => [path, createHash('sha256').update(bytes).digest('hex')]);
  const sorted = prints.sort(([one], [other]) => (one < other ? -1 : 1));
  const stated = { version: VERSION, platform, node: NODE_VERSION, files: Object.fromEntries(sorted) };
  return Buffer.from(`${JSON.stringify(stated, undefined, 1)}\n`);
}
