import { utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keepBuilding } from '../../src/features/build-doc/command.js';
import { OFFICE_YAML, testEnvironment, testProject } from './command-line.js';

test('--watch: what is saved is checked again, until it is stopped', async () => {
  const project = testProject();
  // A file saved within a tick of the file system's clock would keep its time, and nobody would hear of it.
  utimesSync(project.path(OFFICE_YAML), 1, 1);
  const said: string[] = [];
  let heard: () => void = () => undefined;
  const environment = testEnvironment(project, {
    say: (line) => {
      said.push(line);
      if (line.startsWith('用时')) heard();
    },
  });
  const stop = await keepBuilding({ command: 'check', departments: ['003'], draft: false, strict: false, format: 'text' }, environment);
  expect(said).toEqual(['保存文件以后自动重做，按 Ctrl+C 结束。']);
  for (const wrong of [true, false]) {
    const done = new Promise<void>((resolve) => {
      heard = resolve;
    });
    project.edit(OFFICE_YAML, (text) =>
      wrong ? text.replace('金额单位: 元', '金额单位: 角') : text.replace('金额单位: 角', '金额单位: 元'),
    );
    // Beside two hundred files of tests the first event was missed twice in ten runs: people save again.
    const again = setInterval(() => utimesSync(project.path(OFFICE_YAML), new Date(), new Date()), 3000);
    await done;
    clearInterval(again);
    expect(said.join('\n').includes('核对通过')).toBe(!wrong);
  }
  await stop();
});
