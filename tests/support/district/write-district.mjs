// Writes a fictitious district for people and benches: node tests/support/district/write-district.mjs --help
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HELP = `用法：node tests/support/district/write-district.mjs --out 文件夹 [选项]

写出虚构的区县，可以作项目的 data/ 文件夹：文件夹/<年度>/区县.yaml、各部门的 YAML 和 单位/。
  --out 文件夹          写到哪里
  --project             写成完整的项目：数据放在 文件夹/data/，模板、字体、科目目录用链接
  --seed 数             种子，默认 1；同样的选项得到同样的文件
  --departments 数      部门数，默认 60
  --projects 数         最大的部门有多少个项目，默认 400
  --forms 数            最大的部门里每百个项目有多少个绩效目标表，默认 65
  --year 年度           默认 2026
  --profile 方案        shanxi（默认）或 nine-tables`;
const NUMBERS = { seed: '1', departments: '60', projects: '400', forms: '65', year: '2026' };

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    project: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    profile: { type: 'string', default: 'shanxi' },
    ...Object.fromEntries(Object.entries(NUMBERS).map(([name, value]) => [name, { type: 'string', default: value }])),
  },
});
if (values.help || values.out === undefined) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}

compile();
const { generateDistrict } = await import('../../../dist/tests/district/generate-district.js');
const numbers = Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, Number(values[name])]));
const { files, departments } = generateDistrict({ ...numbers, profile: values.profile });
const folder = resolve(values.out);
const data = values.project ? join(folder, 'data') : folder;
for (const { path, text } of files) {
  mkdirSync(dirname(join(data, path)), { recursive: true });
  writeFileSync(join(data, path), text);
}
if (values.project) linkProject();
const projects = departments.reduce((sum, one) => sum + one.projects, 0);
console.log(`${departments.length} 个部门，${files.length - departments.length - 1} 个单位，${projects} 个项目，写在 ${data}`);

/** The generator is TypeScript, which Node 20 does not run. */
function compile() {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', fileURLToPath(new URL('.', import.meta.url))], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(70);
}

/** What the program looks for in a project beside its data. */
function linkProject() {
  for (const name of ['templates', 'fonts', 'data/classifications'])
    if (!existsSync(join(folder, name))) symlinkSync(join(ROOT, name), join(folder, name), 'junction');
}
