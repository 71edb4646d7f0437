import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';

test('the compiled code that was kept is used by the threads of a batch too, which collect by themselves', () => {
  const load = pathToFileURL(join(ROOT, 'src/bundle/load.mjs')).href;
  const script = `
    import { readFileSync } from 'node:fs';
    import { setFlagsFromString } from 'node:v8';
    setFlagsFromString('--no-parallel-scavenge');
    const { CACHE, compiled } = await import('${load}');
    console.log(compiled(readFileSync(CACHE)).cachedDataRejected);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout, stderr).toBe('false\n');
});
