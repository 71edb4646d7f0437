import { symlinkSync, utimesSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Environment } from '../../src/environment.js';
import { keepBuilding } from '../../src/features/build-doc/command.js';
import { watchInputs } from '../../src/features/preview/watch.js';
import { OFFICE_YAML, ownFolder, type TestProject, testEnvironment, testProject } from './command-line.js';

const CHECK = { command: 'check', departments: ['003'], draft: false, strict: false, format: 'text' } as const;

/** What is said, and a promise of the next line that begins so. */
function listen(): { readonly said: string[]; readonly say: (line: string) => void; readonly next: (start: string) => Promise<void> } {
  const said: string[] = [];
  const waiting = new Map<string, () => void>();
  const say = (line: string) => {
    said.push(line);
    for (const [start, done] of waiting) if (line.startsWith(start)) done();
  };
  return { said, say, next: (start) => new Promise((done) => waiting.set(start, done)) };
}

test('--watch: what is saved is checked again, until it is stopped, also after a mistake of the program', async () => {
  const project = testProject();
  // A file saved within a tick of the file system's clock would keep its time, and nobody would hear of it.
  utimesSync(project.path(OFFICE_YAML), 1, 1);
  const { said, say, next } = listen();
  let broken = false;
  const clock = () => {
    if (broken) throw new Error('a mistake of the program');
    return 0;
  };
  const stop = await keepBuilding(CHECK, testEnvironment(project, { say, clock }));
  expect(said).toEqual(['保存文件以后自动重做，按 Ctrl+C 结束。']);
  for (const wrong of [true, false]) {
    const done = next('用时');
    project.edit(OFFICE_YAML, (text) =>
      wrong ? text.replace('金额单位: 元', '金额单位: 角') : text.replace('金额单位: 角', '金额单位: 元'),
    );
    await done;
    expect(said.findLast((line) => line.endsWith('重做。'))).toMatch(new RegExp(`^\n\\d\\d:\\d\\d:\\d\\d “${OFFICE_YAML}”有变化，重做。$`));
    expect(said.join('\n').includes('核对通过')).toBe(!wrong);
  }
  for (const [mistake, start] of [
    [true, '程序内部出错，这不是数据的问题；以前生成的文件没有动。\n  a mistake of the program\n'],
    [false, '用时'],
  ] as const) {
    broken = mistake;
    const done = next(start);
    project.edit(OFFICE_YAML, (text) => `${text}\n`);
    await done;
  }
  await stop();
}, 60_000);

/** A folder with one file, and what watches it. */
async function watched(project: TestProject, changed: (paths: readonly string[]) => void, changes: Partial<Environment> = {}) {
  project.write('data/一.yaml', '一');
  project.write('templates/一.hbs', '一');
  onTestFinished(await watchInputs(testEnvironment(project, changes), changed));
}

test('a save that comes as soon as the one before it was told of is told of too', async () => {
  const project = ownFolder();
  let told: () => void = () => undefined;
  await watched(project, () => told());
  for (let time = 0; time < 5; time += 1) {
    await new Promise<void>((done) => {
      told = done;
      project.edit('data/一.yaml', (text) => `${text}一`);
    });
  }
}, 30_000);

test('what cannot be watched is said once, and the rest is watched', async () => {
  const project = ownFolder();
  for (const name of ['甲', '乙']) {
    project.write('data/空.yaml', '');
    symlinkSync(name, project.path('data', name));
  }
  const { said, say } = listen();
  let told: () => void = () => undefined;
  await watched(project, () => told(), { say });
  expect(said).toEqual([expect.stringMatching(/^“data\/[甲乙]”保存以后不会自动重做：它是指向自己的链接（ELOOP）。/)]);
  await new Promise<void>((done) => {
    told = done;
    project.write('templates/一.hbs', '二');
  });
});
