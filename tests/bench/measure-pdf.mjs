// One PDF engine, one document, many times in one process: processor time of each. The whole process is the cold figure.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [engine, file, times] = process.argv.slice(2);
const document = JSON.parse(readFileSync(file, 'utf8'));
const render = engine === 'plain' ? await plain() : await own();
const each = [];
let made;
for (let time = 0; time < Number(times); time += 1) {
  const begun = process.cpuUsage();
  made = await render();
  const { user, system } = process.cpuUsage(begun);
  each.push((user + system) / 1000);
}
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const { pages, bytes } = made;
console.log(JSON.stringify({ each, pages, bytes: bytes.length, processor: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));

/** Tagged, PDF/A-3a, checked for lost text and missing glyphs. */
async function own() {
  const { layoutPdf, loadFonts } = await import('../../dist/writers/pdf/index.js');
  const fonts = loadFonts(fileURLToPath(new URL('../../fonts', import.meta.url)));
  return async () => {
    const layout = layoutPdf(document, fonts);
    return { pages: layout.pageCount, bytes: await layout.render() };
  };
}

/** pdfmake as it comes, with the same faces: untagged, unchecked. */
async function plain() {
  const { stock } = await import('../writers/pdf/plain-pdfmake.mjs');
  return async () => {
    const bytes = await stock(document);
    return {
      pages:
        Buffer.from(bytes)
          .toString('latin1')
          .match(/\/Type \/Page\b/g)?.length ?? 0,
      bytes,
    };
  };
}
