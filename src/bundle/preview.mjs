// Makes dist/bundle/preview.js: what the preview's page runs in the browser, with the licences of its packages beside it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export async function makePreview(root, folder) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/features/preview/client/main.ts'],
    outfile: join(folder, 'preview.js'),
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'preview.LICENSES.txt'), licences(root, Object.keys(metafile.inputs)));
}

function licences(root, inputs) {
  const names = new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  return [...names]
    .sort()
    .map((name) => {
      const package_ = join(root, 'node_modules', name);
      const file = existsSync(package_) && readdirSync(package_).find((one) => /^licen[cs]e/i.test(one));
      if (!file) throw new Error(`${name} has no licence file`);
      return `${name}\n\n${readFileSync(join(package_, file), 'utf8').trim()}\n`;
    })
    .join('\n----\n\n');
}
