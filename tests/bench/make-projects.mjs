// The projects that a program is run in, folders with data/ alone: templates and fonts are the program's own.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Each program gets its own data: an earlier one need not know what a later one reads.
const NAME = '朔州市平鲁区人民政府办公室';

/** The office's own document, under as many names and codes as wanted. */
export function officeProject(program, folder, count) {
  const data = join(folder, 'data', '2026');
  mkdirSync(data, { recursive: true });
  cpSync(join(program, 'data/2026/区县.yaml'), join(data, '区县.yaml'));
  const yaml = readFileSync(join(program, `data/2026/003-${NAME}.yaml`), 'utf8');
  for (let index = 0; index < count; index += 1) {
    const code = String(100 + index);
    const text = yaml.replaceAll(NAME, `朔州市平鲁区第${index + 1}办公室`).replace('代码: "003"', `代码: "${code}"`);
    writeFileSync(join(data, `${code}.yaml`), text);
  }
  return folder;
}

/** A generated district. */
export function districtProject(program, folder, departments, projects) {
  const options = ['--departments', String(departments), '--projects', String(projects), '--out', join(folder, 'data')];
  const writer = join(program, 'tests/support/district/write-district.mjs');
  const { status, stderr } = spawnSync(process.execPath, [writer, ...options], { cwd: program, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
}
