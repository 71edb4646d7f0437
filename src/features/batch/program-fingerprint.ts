import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../../environment.js';
import { folderFingerprint, sha256 } from '../../input/fingerprints.js';
import { listFiles, readProfileFiles } from '../../input/read-files.js';

const PACKAGE_FILES = ['package.json', 'package-lock.json'];

/** The program, its packages and the Node.js that compresses for it: another one may give other bytes. */
export function programFingerprint({ program, node }: Machine): string {
  const files = [...readProfileFiles(program)].filter(([name]) => /\.[cm]?js$/.test(name));
  const root = join(program, '..');
  const present = listFiles(root).filter((name) => PACKAGE_FILES.includes(name));
  const packages = present.map((name) => sha256(readFileSync(join(root, name))));
  return sha256([node, folderFingerprint('输入', '', new Map(files)).sha256, ...packages].join('\n'));
}
