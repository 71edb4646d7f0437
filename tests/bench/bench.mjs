// npm run bench: how long the program takes, how much memory, how large its files are. Prints; never fails for being slow.
// --against FOLDER: another copy of the program, compiled, in turn with this one; what is printed then are ratios as well.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { comparePdf } from './compare-pdf.mjs';
import { districtProject, officeProject } from './make-projects.mjs';
import { median, row } from './print.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NUMBERS = { cold: '7', runs: '3', documents: '50', departments: '60', pdf: '50' };
const options = Object.fromEntries(Object.entries(NUMBERS).map(([name, value]) => [name, { type: 'string', default: value }]));
const { values } = parseArgs({ options: { ...options, against: { type: 'string' } } });
const [COLD, RUNS, DOCUMENTS, DEPARTMENTS, PDF] = Object.keys(NUMBERS).map((name) => Number(values[name]));
const programs = [ROOT, ...(values.against === undefined ? [] : [resolve(values.against)])];
const out = mkdtempSync(join(tmpdir(), 'budget-bench-'));

try {
  if (spawnSync(process.execPath, [join(ROOT, 'src', 'start.mjs'), '--compile'], { stdio: 'inherit' }).status !== 0) process.exit(1);
  console.log(`${cpus()[0]?.model.trim()} × ${cpus().length}，${Math.round(totalmem() / 2 ** 30)} GiB，Node ${process.versions.node}`);
  const office = offices(1);
  compare('一个部门，整个进程', COLD, office, ['build-doc', '100']);
  compare('只核对（check）', RUNS, office, ['check', '100']);
  compare('查一下用法（--help）', RUNS, office, ['--help']);
  if (DOCUMENTS > 0) compare(`${DOCUMENTS} 个部门，一个线程`, RUNS, offices(DOCUMENTS), all(1));
  compare('一个部门 400 个项目，连同所属单位', RUNS, districts(1), all(1));
  measure('make-documents.mjs', out);
  print(
    '一万行的表，Word 和 PDF',
    inTurn(RUNS, (program) => measure('measure-writers.mjs', program, join(out, 'rows.json'))),
  );
  if (DEPARTMENTS > 0) workers(districts(DEPARTMENTS)[0]);
  if (PDF > 0) comparePdf(measure, out, { coldRuns: COLD, documents: PDF });
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** A project for each program. */
function offices(count) {
  return programs.map((program, index) => officeProject(program, join(out, `office-${count}-${index}`), count));
}

function districts(departments) {
  return programs.map((program, index) => districtProject(program, join(out, `district-${departments}-${index}`), departments, 400));
}

function all(workers) {
  return ['build-doc', '--all', '--force', '--workers', String(workers)];
}

/** Each program in turn, so often: what the machine does meanwhile meets both. */
function inTurn(times, run) {
  return Array.from({ length: times }, () => programs.map((program, index) => run(program, index)));
}

/** The runs of a command by each program. */
function compare(title, times, projects, argv) {
  if (times === 0) return;
  print(
    title,
    inTurn(times, (program, index) => runOnce(program, projects[index], argv)),
  );
}

function runOnce(program, project, argv) {
  const folder = join(out, 'made');
  rmSync(folder, { recursive: true, force: true });
  const target = argv[0] === 'build-doc' ? ['--out', folder] : [];
  const result = measure('measure-program.mjs', program, project, ...argv, ...target);
  return { ...result, sizes: largestIn(target[1]) };
}

function print(title, runs) {
  const of = (what, program) => median(runs.map((pair) => pair[program][what]));
  const more = (what) => {
    if (runs[0].length === 1) return '';
    const ratio = median(runs.map(([own, other]) => own[what] / other[what]));
    return `另一份 ${of(what, 1).toFixed(0)}，${ratio.toFixed(2)} 倍`;
  };
  console.log(`\n${title}（${runs.length} 次的中位数）`);
  row('从启动到退出', of('wall', 0), 'ms', more('wall'));
  row('处理器时间', of('processor', 0), 'ms', more('processor'));
  row('内存峰值', of('memory', 0), 'MiB', more('memory'));
  for (const format of ['pdf', 'docx']) {
    const [size, other] = runs[0].map(({ sizes }) => sizes[format] / 1024);
    if (size > 0) row(format === 'pdf' ? '最大的 PDF' : '最大的 Word', size, 'KB', other ? `另一份 ${other.toFixed(0)}` : '');
  }
}

/** Bytes of the largest file of each kind in a folder. */
function largestIn(folder) {
  const names = folder === undefined ? [] : readdirSync(folder, { recursive: true });
  const largest = (kind) =>
    Math.max(0, ...names.filter((name) => name.endsWith(`.${kind}`)).map((name) => statSync(join(folder, name)).size));
  return { pdf: largest('pdf'), docx: largest('docx') };
}

/** What a second core is worth to this program: a district by one worker and by two, in turn. */
function workers(project) {
  const pairs = Array.from({ length: RUNS }, () => [1, 2].map((count) => runOnce(ROOT, project, all(count))));
  [1, 2].forEach((count, index) => {
    print(
      `一个区县 ${DEPARTMENTS} 个部门，${count} 个线程`,
      pairs.map((pair) => [pair[index]]),
    );
  });
  const gain = (what) => median(pairs.map(([one, two]) => one[what] / two[what]));
  row('两个线程是一个的', gain('wall'), '倍', `2.00 为最好；处理器时间 ${(1 / gain('processor')).toFixed(2)} 倍`);
}

/** Runs a script of this folder in a process of its own; it prints one JSON value last, or nothing. */
function measure(script, ...argv) {
  const started = performance.now();
  const child = spawnSync(process.execPath, [join(ROOT, 'tests', 'bench', script), ...argv], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const wall = performance.now() - started;
  const last = child.stdout.trim().split('\n').at(-1) ?? '';
  // The program may have findings; a script that says nothing in the end has failed, but for the one that only writes files.
  if (!last.startsWith('{') && script !== 'make-documents.mjs') throw new Error(`${script}: ${child.stdout}${child.stderr}`);
  return { wall, ...JSON.parse(last || '{}') };
}
