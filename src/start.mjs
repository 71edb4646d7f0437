#!/usr/bin/env node
// What the npm scripts and the installed program run: compiles where dist/ is missing or older than src/, then starts
// the program. An installed package has no sources: there is nothing to compile, and nothing is written. One that was made for
// offices (src/package/) has no packages beside it either: they are in its one file.
// Plain JavaScript, as it has to work before anything is compiled.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'src', 'cli.ts');
const CLI = join(ROOT, 'dist', 'cli.js');
const BUNDLER = join(ROOT, 'src', 'bundle', 'make.mjs');
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
/** As old as the beginning of the last good compilation: what was saved while it ran is compiled the next time. */
const STAMP = join(ROOT, 'dist', '.compiled');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 12)) stop(`需要 Node.js 20.12 或更新的版本，现在是 ${process.versions.node}。`);
if (!existsSync(join(ROOT, 'package-files.json')) && !isInstalled('zod')) stop('还没有安装程序需要的软件包，请先运行 npm ci。');
if (isStale()) compile();
if (process.argv[2] !== '--compile') await start();

async function start() {
  const { loadProgram } = await import('./bundle/load.mjs');
  const { cli } = await loadProgram();
  await cli();
}

/** Wherever npm has put it: above the program where it is installed for another project. */
function isInstalled(name) {
  try {
    return Boolean(import.meta.resolve(name));
  } catch {
    return false;
  }
}

function isStale() {
  if (!existsSync(SOURCE)) return false;
  if (!existsSync(CLI)) return true;
  return isNewer(join(ROOT, 'src'), modified(STAMP)) || modified(join(ROOT, 'tsconfig.json')) > modified(STAMP);
}

/** Anything of a folder. Not by `recursive`, which asks the disk about each file once more. */
function isNewer(folder, time) {
  if (modified(folder) > time) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? isNewer(path, time) : modified(path) > time;
  });
}

function compile() {
  process.stderr.write('源代码有变化，正在编译……\n');
  if (!existsSync(COMPILER)) stop('源代码还没有编译，也没有安装编译程序，请先运行 npm ci。');
  if (!existsSync(CLI)) rmSync(join(ROOT, 'dist', '.tsbuildinfo'), { force: true });
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const begun = `${STAMP}-${process.pid}`;
  writeFileSync(begun, '');
  const { status } = spawnSync(process.execPath, [COMPILER, '-p', ROOT], { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    rmSync(begun);
    stop('源代码编译不通过，详见上面。软件包可能比源代码旧，先运行 npm ci；仍不通过的，请联系维护人员。');
  }
  bundle();
  renameSync(begun, STAMP);
}

function bundle() {
  if (!existsSync(BUNDLER)) return;
  const { status } = spawnSync(process.execPath, [BUNDLER], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.stderr.write('没有合成一个文件：程序照常运行，只是启动慢一些。\n');
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(70);
}
