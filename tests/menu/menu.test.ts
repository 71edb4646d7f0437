import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/all-commands.js';
import { doubleClicked, menu, OFFERS, type Offer, type Person, takeFiles } from '../../src/features/menu/begin.js';
import { OFFICE, OFFICE_YAML, ownFolder, testEnvironment, testProject } from '../cli/command-line.js';
import { ROOT } from '../support/build-case.js';

/** A person who wants these, one after the other, and then leaves. */
function person(...wishes: readonly [label: string, answer?: string][]): Person & { readonly seen: string[][] } {
  const seen: string[][] = [];
  const left = [...wishes];
  let typed: string | undefined;
  return {
    seen,
    choose: async (offers) => {
      seen.push(offers.map(({ label }) => label));
      const [label, answer] = left.shift() ?? [];
      typed = answer;
      return offers.find((offer) => offer.label === label) ?? Symbol('leave');
    },
    answer: async () => typed ?? Symbol('back'),
    wait: async () => undefined,
  };
}

const opened: string[] = [];
function office(project = testProject()) {
  const said: string[] = [];
  opened.length = 0;
  const environment = testEnvironment(project, {
    say: (line) => said.push(line),
    print: (line) => said.push(line),
    open: (path) => opened.push(path),
  });
  return { project, environment, said: () => said.join('\n') };
}

describe('the menu', () => {
  test('offers what the commands say of themselves, in their order, and every offer can be asked for', () => {
    expect(OFFERS.map(({ name }) => name)).toEqual(COMMANDS.filter((entry) => 'menu' in entry).map(({ name }) => name));
    for (const label of ['生成', '核对', '导入 Excel', '预览', '新年度', '新部门', '体检'])
      expect(OFFERS.map((offer) => offer.label)).toContain(label);
    for (const { next } of OFFERS) if (next) expect(COMMANDS.map(({ name }) => name as string)).toContain(next);
  });

  test('generates, opens the folder, asks again, examines, leaves', async () => {
    const { project, environment, said } = office();
    const somebody = person(['生成'], ['体检'], ['核对']);
    expect(await menu(environment, somebody)).toBe(0);
    expect(somebody.seen).toHaveLength(4);
    const folder = project.path('out/2026', OFFICE);
    expect(opened).toEqual([folder, join(folder, '核对报告.html')]);
    expect(said()).toContain(`${OFFICE}-2026年部门预算公开.pdf`);
    expect(said()).toContain('下一步：看核对报告，签字');
    expect(said()).toMatch(/正常.* {2}Node\.js：/);
  });

  test('a question first; who thinks better of it is back in the menu', async () => {
    const { project, environment, said } = office();
    const somebody = person(['新年度'], ['新年度', '2027']);
    expect(await menu(environment, somebody)).toBe(0);
    expect(somebody.seen).toHaveLength(3);
    expect(said()).toContain(`data/2027/${OFFICE}.yaml`);
    expect(project.path('data/2027')).toBeTruthy();
  });
});

describe('files that are dropped', () => {
  test('a department’s file is built in the folder that its data/ is in', async () => {
    const elsewhere = ownFolder();
    cpSync(join(ROOT, 'data/2026'), elsewhere.path('data/2026'), { recursive: true });
    const { environment } = office();
    const program = { ...environment, home: ROOT };
    expect(await takeFiles([elsewhere.path(OFFICE_YAML)], program)).toBe(0);
    expect(opened).toEqual([elsewhere.path('out/2026', OFFICE)]);
  });

  test('what no command takes is left to be read as a command line', async () => {
    const { environment } = office();
    for (const paths of [[], ['a.txt'], ['a.yaml', 'b.doc']]) expect(await takeFiles(paths, environment)).toBeUndefined();
    const takes = (path: string): string | undefined => OFFERS.find((offer: Offer) => offer.takes?.test(path))?.name;
    expect([takes('甲.YAML'), takes('甲.xlsx')]).toEqual(['build-doc', 'import']);
  });

  test.each([
    ['C:\\Windows\\system32\\cmd.exe /c ""C:\\部 门\\生成.cmd" C:\\a&b\\x.yaml "C:\\c d\\y.yaml""', ['C:\\a&b\\x.yaml', 'C:\\c d\\y.yaml']],
    ['C:\\Windows\\system32\\cmd.exe /c ""\\\\服务器\\a b\\生成.cmd" "', []],
  ])('Explorer’s line %s', (line, files) => {
    expect(doubleClicked(line, '生成.cmd')).toEqual({ files });
  });

  test.each([
    ['"C:\\Windows\\system32\\cmd.exe" ', '生成.cmd'],
    ['cmd.exe /c ""C:\\other.cmd" x"', '生成.cmd'],
    [undefined, undefined],
  ])('no double click: %s', (line, starter) => {
    expect(doubleClicked(line, starter)).toBeUndefined();
  });
});
