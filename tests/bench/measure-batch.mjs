// Many documents in one process, stage by stage. Each has another name and code, so that no text is the same by luck.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runChecks } from '../../dist/checks/run-checks.js';
import { parseClassifications } from '../../dist/definition/classifications.js';
import { loadDefinition } from '../../dist/definition/load-definition.js';
import { readClassificationFiles, readProfileFiles } from '../../dist/input/read-files.js';
import { buildDocument } from '../../dist/pipeline.js';
import { loadProfile } from '../../dist/profile/load-profile.js';
import { publishedData } from '../../dist/publication/published-data.js';

const count = Number(process.argv[2]);
const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const stages = {};
/** Checks are part of a build; they are run once more to know their share. */
let checking = 0;
const name = '朔州市平鲁区人民政府办公室';
const yaml = readFileSync(path(`data/2026/003-${name}.yaml`), 'utf8');
const district = { name: '区县.yaml', bytes: readFileSync(path('data/2026/区县.yaml')) };

const started = performance.now();
const { layoutPdf, loadFonts } = await timed('装入程序和字体', () => import('../../dist/writers/pdf/index.js'));
const { documentToDocx } = await timed('装入程序和字体', () => import('../../dist/writers/docx/index.js'));
const fonts = await timed('装入程序和字体', () => loadFonts(path('fonts')));
const shared = await timed('读方案和科目', () => ({
  profile: loadProfile('templates/shanxi', readProfileFiles(path('templates/shanxi'))),
  classifications: parseClassifications(readClassificationFiles(path('data/classifications/2026'))),
}));
let first;
for (let index = 0; index < count; index += 1) {
  await one(index);
  first ??= performance.now() - started - checking;
}
console.log(
  JSON.stringify({ stages, checking, total: performance.now() - started - checking, first, memory: process.resourceUsage().maxRSS / 1024 }),
);

async function one(index) {
  const code = String(100 + index);
  const text = yaml.replaceAll(name, `朔州市平鲁区第${index + 1}办公室`).replace('代码: "003"', `代码: "${code}"`);
  const definition = await timed('读 YAML', () => loadDefinition({ name: `${code}.yaml`, bytes: Buffer.from(text) }, district));
  const built = await timed('计算、核对、成文', () => buildDocument({ definition, ...shared }));
  const { document, diagnostics } = built;
  if (!document) throw new Error(JSON.stringify(diagnostics));
  const layout = await timed('PDF 排版', () => layoutPdf(document, fonts));
  await timed('PDF 写出', () => layout.render({ attachments: [publishedData({ definition: built.definition, document })] }));
  await timed('Word 写出', () => documentToDocx(document, layout.pageLabels));
  // Fresh objects: what the checks of the build remembered of them would make the second run cheaper.
  const again = { ...built, document: { ...document }, tables: built.tables.map((table) => ({ ...table })) };
  const begin = performance.now();
  runChecks(again);
  checking += performance.now() - begin;
}

/** Adds the time of a step to its stage. */
async function timed(stage, work) {
  const begin = performance.now();
  const result = await work();
  stages[stage] = (stages[stage] ?? 0) + performance.now() - begin;
  return result;
}
