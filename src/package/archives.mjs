import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';

/** The oldest time that zip can tell: the same contents are the same bytes on any day. */
const DAY = '1980-01-01T00:00:00';

/** Makes an archive of files by path: bytes, and whether they are programs. All lie in one folder, which unpacking makes. */
export const ARCHIVES = {
  /** For Windows. Compressed by JavaScript: zlib's own result depends on its version and the processor. */
  zip: (folder, files) => zip(new Map([...files].map(([path, file]) => [`${folder}/${path}`, file]))),
  /** For Linux: keeps which files are programs. Needs tar and xz. */
  'tar.xz': (folder, files) => {
    const work = mkdtempSync(join(tmpdir(), 'budget-package-'));
    try {
      for (const [path, { bytes, program }] of files) write(join(work, folder, path), bytes, modeOf(program));
      const names = sorted(files).map(([path]) => `${folder}/${path}`);
      run('tar', ['--format=gnu', `--mtime=${DAY}Z`, '--owner=0', '--group=0', '--numeric-owner', '-cf', 'all.tar', ...names], work);
      // One thread: with several the bytes depend on their number.
      run('xz', ['-6', '--threads=1', 'all.tar'], work);
      return readFileSync(join(work, 'all.tar.xz'));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  },
};

export function zip(files) {
  const entry = ({ bytes, program }) => [bytes, { level: 9, mtime: new Date(DAY), os: 3, attrs: modeOf(program) << 16 }]; // ok: a constant
  return zipSync(Object.fromEntries(sorted(files).map(([path, file]) => [path, entry(file)])));
}

const modeOf = (program) => (program ? 0o100755 : 0o100644);
const sorted = (files) => [...files].sort(([one], [other]) => (one < other ? -1 : 1));

function write(path, bytes, mode) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes, { mode });
}

function run(program, argv, cwd) {
  const { status, stderr, error } = spawnSync(program, argv, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}
