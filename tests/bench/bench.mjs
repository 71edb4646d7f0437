// npm run bench: how long the program takes and how much memory. Prints; never fails for being slow.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparePdf } from './compare-pdf.mjs';
import { district } from './district.mjs';
import { median, row } from './print.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COLD_RUNS = numberFrom('--cold', 5);
const WARM_RUNS = numberFrom('--runs', 3);
const DOCUMENTS = numberFrom('--documents', 50);
const DEPARTMENTS = numberFrom('--departments', 60);
const out = mkdtempSync(join(tmpdir(), 'budget-bench-'));

try {
  if (spawnSync(process.execPath, [join(ROOT, 'src', 'start.mjs'), '--compile'], { stdio: 'inherit' }).status !== 0) process.exit(1);
  console.log(`${cpus()[0]?.model.trim()} × ${cpus().length}，${Math.round(totalmem() / 2 ** 30)} GiB，Node ${process.versions.node}\n`);
  cold();
  warm();
  measure('make-documents.mjs', out);
  comparePdf(measure, out, { coldRuns: COLD_RUNS, documents: DOCUMENTS });
  if (DEPARTMENTS > 0) district(measure, out, DEPARTMENTS);
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** A whole process each: what a person waits for. */
function cold() {
  const runs = Array.from({ length: COLD_RUNS }, (_, run) => measure('measure-cold.mjs', join(out, `cold-${run}`)));
  const wall = median(runs.map((run) => run.wall));
  console.log(`一个部门，整个进程（${COLD_RUNS} 次的中位数）`);
  row('从启动到退出', wall, 'ms');
  row('处理器时间', median(runs.map((run) => run.processor)), 'ms', '机器忙时看这一行');
  row('内存峰值', median(runs.map((run) => run.memory)), 'MiB');
  row('查一下用法（--help）', median(Array.from({ length: COLD_RUNS }, () => measure('measure-cold.mjs', '--help').wall)), 'ms');
  row('只核对（check）', median(Array.from({ length: COLD_RUNS }, () => measure('measure-cold.mjs', '--check').wall)), 'ms');
}

/** Many documents in one process: what a district waits for, by stage. */
function warm() {
  const runs = Array.from({ length: WARM_RUNS }, () => measure('measure-batch.mjs', String(DOCUMENTS)));
  const stages = Object.keys(runs[0].stages);
  const total = median(runs.map((run) => run.total / DOCUMENTS));
  console.log(`\n${DOCUMENTS} 个部门，一个进程（${WARM_RUNS} 次的中位数），平均每个`);
  for (const stage of stages) {
    const each = median(runs.map((run) => run.stages[stage] / DOCUMENTS));
    row(stage, each, 'ms', `${Math.round((each / total) * 100)} %`);
  }
  row('（其中核对，另测一遍）', median(runs.map((run) => run.checking / DOCUMENTS)), 'ms');
  row('合计', total, 'ms');
  row('内存峰值', median(runs.map((run) => run.memory)), 'MiB');
  row(
    '与冷启动一个部门之比',
    median(runs.map((run) => run.total / DOCUMENTS / run.first)),
    '倍',
    `首个部门 ${Math.round(median(runs.map((run) => run.first)))} ms`,
  );
}

/** Runs a script of this folder in a process of its own; it prints one JSON value last, or nothing. */
function measure(script, ...values) {
  const started = performance.now();
  const child = spawnSync(process.execPath, [join(ROOT, 'tests', 'bench', script), ...values], { cwd: ROOT, encoding: 'utf8' });
  const wall = performance.now() - started;
  if (child.status !== 0) fail(new Error(child.stderr));
  return { wall, ...JSON.parse(child.stdout.trim().split('\n').at(-1) || '{}') };
}

function numberFrom(flag, otherwise) {
  const index = process.argv.indexOf(flag);
  return index === -1 ? otherwise : Number(process.argv[index + 1]);
}

function fail(error) {
  console.error(error);
  process.exit(1);
}
