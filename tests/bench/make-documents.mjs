// The documents that both PDF engines set, as JSON files in a folder: neither engine's time has their making in it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseClassifications } from '../../dist/definition/classifications.js';
import { loadDefinition } from '../../dist/definition/load-definition.js';
import { readClassificationFiles, readProfileFiles } from '../../dist/input/read-files.js';
import { buildDocument } from '../../dist/pipeline.js';
import { loadProfile } from '../../dist/profile/load-profile.js';

const [folder] = process.argv.slice(2);
const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const lists = readClassificationFiles(path('data/classifications/2026')).value;
const shared = {
  profile: loadProfile('templates/shanxi', readProfileFiles(path('templates/shanxi'))),
  classifications: parseClassifications(lists).value,
};

const real = documentOf('data/2026/003-朔州市平鲁区人民政府办公室.yaml', 'data/2026/区县.yaml');
const projects = documentOf('tests/cases/四百个项目/预算.yaml', 'tests/cases/区县.yaml');
save('real', real);
save('large', { ...real, sections: [...real.sections, ...renamed(projects).sections.slice(2)] });
save('rows', { ...real, sections: [{ orientation: 'portrait', pageNumbers: 1, blocks: [longTable(10_000)] }] });

function documentOf(department, district) {
  const file = (name) => ({ name, bytes: readFileSync(path(name)) });
  const { document, diagnostics } = buildDocument({ definition: loadDefinition(file(department), file(district)), ...shared });
  if (!document) throw new Error(JSON.stringify(diagnostics));
  return document;
}

/** Headings of another document beside those of the first. */
function renamed(document) {
  const blockOf = (block) => (block.id === undefined ? block : { ...block, id: `more-${block.id}` });
  return { ...document, sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(blockOf) })) };
}

/** Seven columns of figures, all different. */
function longTable(count) {
  const columns = [0, 1, 2, 3, 4, 5, 6];
  const cell = (column, text, style) => ({ column, style, content: [{ type: 'text', text }] });
  const row = (texts, style) => ({ height: 22, cells: texts.map((text, column) => cell(column, text, style)) });
  const amount = (line, column) => `${(line * 7 + column) % 9999}.${String((line * 13 + column * 7) % 100).padStart(2, '0')}`;
  const rows = Array.from({ length: count }, (_, line) =>
    row([String(line + 1), ...columns.slice(1).map((column) => amount(line, column))], 'tableAmount'),
  );
  const header = row(
    columns.map((column) => `第${column + 1}栏`),
    'tableHeader',
  );
  return {
    type: 'table',
    id: 'long',
    title: '长表',
    alternativeText: '长表',
    columnWidths: columns.map(() => 63),
    headerRows: 1,
    rows: [header, ...rows],
  };
}

function save(name, document) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(document));
}
