// Makes one file of the program and its packages: for dist/, and for the folder that offices get.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `external` names the packages that stay where npm has put them; the answer lists what went in. */
export async function bundle({ external, ...options }) {
  const { build } = await import('esbuild');
  return build({
    absWorkingDir: ROOT,
    entryPoints: ['src/bundle/program.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'external',
    sourcesContent: false,
    // Names stay as they are written.
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'utf8',
    external,
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [requiredPackages, seldomNeeded],
    logLevel: 'warning',
    ...options,
  });
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

/** What pdfkit loads at once, and needs only for documents that are not ours: read when something of it is asked for. */
const SELDOM = /^(?:fontkit|png-js|@noble\/ciphers\/aes)$/;
const seldomNeeded = {
  name: 'seldom needed',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: SELDOM }, ({ path, importer }) =>
      /[\\/]pdfkit[\\/]/.test(importer) ? { path, namespace: 'seldom', pluginData: dirname(importer) } : undefined,
    );
    onLoad({ filter: SELDOM, namespace: 'seldom' }, ({ path, pluginData }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('${path}')[name] });`,
      resolveDir: pluginData,
    }));
  },
};
