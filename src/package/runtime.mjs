import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE_VERSION, PLATFORMS } from './platforms.mjs';

/** Node.js itself and its licence, from the npm packages that carry it. */
export function fetchRuntime(platform) {
  const { runtime, integrity, binary } = PLATFORMS[platform];
  // The package for Windows holds nothing but the program.
  const other = PLATFORMS['linux-x64'];
  return {
    binary: fromPackage(runtime, integrity, binary),
    licence: fromPackage(other.runtime, other.integrity, 'LICENSE').toString('utf8'),
  };
}

function fromPackage(name, integrity, path) {
  const folder = mkdtempSync(join(tmpdir(), 'budget-runtime-'));
  try {
    const told = run('npm', ['pack', `${name}@${NODE_VERSION}`, '--json', '--prefer-offline', '--pack-destination', folder]);
    const [packed] = JSON.parse(told);
    if (packed.integrity !== integrity) throw new Error(`${name}@${NODE_VERSION} has another fingerprint: ${packed.integrity}`);
    run('tar', ['-xzf', join(folder, packed.filename), '-C', folder, `package/${path}`]);
    return readFileSync(join(folder, 'package', path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program, argv) {
  const { status, stdout, stderr, error } = spawnSync(program, argv, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${program} ${argv.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
