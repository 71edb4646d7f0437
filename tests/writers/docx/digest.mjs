// Prints the digest of the sample as a process of its own writes it: run by determinism.test.ts under other time zones.
import { createHash } from 'node:crypto';
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  logLevel: 'silent',
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
});
const load = (path) => server.ssrLoadModule(new URL(path, import.meta.url).pathname);
const { documentToDocx } = await load('../../../src/writers/docx/index.ts');
const { sampleDocument } = await load('../../support/sample-document.ts');
const { labelsOf } = await load('./support.ts');
const document = sampleDocument();
const bytes = await documentToDocx(document, labelsOf(document));
console.log(createHash('sha256').update(bytes).digest('hex'));
await server.close();
