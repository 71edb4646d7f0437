import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/all-commands.js';
import { forgottenDashes } from '../../src/commands/arguments/forgotten-dashes.js';
import { parseArguments } from '../../src/commands/arguments/parse-arguments.js';
import { commandsFound } from '../support/commands.js';

/** The pages of a command that was just added are right before the generated list has it. */
const FOUND = (await commandsFound()).map(({ entry }) => entry) as unknown as typeof COMMANDS;

test('nothing more than the command: all departments of the newest year', () => {
  expect(parseArguments(['build-doc'])).toEqual({ command: 'build-doc', departments: [], draft: false, strict: false, format: 'text' });
});

test('everything at once', () => {
  const argv = ['build-doc', '003', '甲.yaml', '--year', '2025', '--out', '送审', '--draft', '--strict', '--format', 'json', '--调试'];
  expect(parseArguments(argv)).toEqual({
    command: 'build-doc',
    departments: ['003', '甲.yaml'],
    year: '2025',
    out: '送审',
    draft: true,
    strict: true,
    format: 'json',
  });
});

test('all departments, with how many at a time', () => {
  expect(parseArguments(['build-doc', '--all', '--year', '2026', '--workers', '4', '--force'])).toEqual({
    command: 'build-doc',
    departments: [],
    year: '2026',
    draft: false,
    strict: false,
    format: 'text',
    all: true,
    workers: 4,
    force: true,
  });
});

test.each([['--help'], ['build-doc', '--help'], ['check', '-h'], ['explain', '-h']])('%s %s is in Chinese', async (...argv) => {
  const shown = parseArguments(
    argv.filter((word) => word !== undefined),
    FOUND,
  );
  expect(shown.command).toBe('show');
  const text = shown.command === 'show' ? `${shown.text}\n` : '';
  expect(text).not.toMatch(/Usage|Options|Commands|Arguments|default|display|choices/);
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'help', `${argv[0]?.replace('--help', 'program')}.txt`));
});

/** In the order of the help page, which is pinned above. */
const AVAILABLE = `可用的命令：${COMMANDS.map(({ name }) => name).join('、')}。`;

describe('wrong use', () => {
  test.each([
    [[], '没有写命令。', expect.stringMatching(/^可用的命令：\n {4}build-doc +生成部门预算公开的 Word、PDF(.*\n)+ {4}version +显示.*$/)],
    [['build'], '没有“build”这个命令。', '是否为“build-doc”？'],
    [['xyz'], '没有“xyz”这个命令。', AVAILABLE],
    [['build-doc', '--yaer', '2026'], '没有“--yaer”这个选项。', '是否为“--year”？'],
    [
      ['build-doc', '-x'],
      '没有“-x”这个选项。',
      '可用的选项：--year、--out、--strict、--open、--watch、--verify-layout、--format、--debug、--all、--workers、--force、--draft、--help。',
    ],
    [
      ['check', '--draft'],
      '没有“--draft”这个选项。',
      '可用的选项：--year、--out、--strict、--open、--watch、--verify-layout、--format、--debug、--templates、--help。',
    ],
    [
      ['check', '--templates', '--year', '2026'],
      '--templates 核对的是方案，不能和 --year 一起用。',
      '写法如 npm run check -- --templates shanxi。',
    ],
    [['explain'], '缺少参数“数”。', '请在命令后面补上。'],
    [['--year'], '没有“--year”这个选项。', '可用的选项：--debug、--quiet、--no-color、--version、--help。'],
    [['build-doc', '--out'], '选项“--out <文件夹>”后面缺少内容。', '请在选项后面空一格补上。'],
    [['build-doc', '--format', 'xml'], '选项“--format <格式>”不能是“xml”。', '只能是 text、json。'],
    [['build-doc', '--all', '003'], '写了部门，就不能再用 --all。', '--all 用于生成全部部门。'],
    [['build-doc', '003', '--workers', '2'], '写了部门，就不能再用 --workers。', '--workers 用于生成全部部门。'],
    ...['0', 'x', '-1', '1.5', '100', '２'].map((count): [string[], string, string] => [
      ['build-doc', `--workers=${count}`],
      `选项“--workers <数>”不能是“${count}”。`,
      '只能是 1 到 99 的整数。',
    ]),
    [['schema', 'x'], '多写了参数。', '这个命令后面不用写别的内容。'],
  ])('%j', (argv, message, hint) => {
    expect(parseArguments(argv)).toMatchObject({ command: 'wrong-use', message, hint });
  });

  test('a word for help, and a question for the version', () => {
    expect(parseArguments(['help'])).toEqual(parseArguments(['--help']));
    expect(parseArguments(['help', 'build-doc'])).toEqual(parseArguments(['build-doc', '--help']));
    expect(parseArguments(['help', 'build'])).toEqual(parseArguments(['help']));
    for (const word of ['--version', '-V', 'version']) expect(parseArguments([word])).toEqual({ command: 'version', format: 'text' });
    expect(parseArguments(['build-doc', '--version'])).toEqual({ command: 'version', format: 'text' });
  });

  test('options of every command: how much is said, and in which colours', () => {
    for (const option of ['--quiet', '--no-color', '--debug'])
      expect(parseArguments(['doctor', option])).toMatchObject({ command: 'doctor' });
  });

  test('options that npm took because of a forgotten “--”', () => {
    expect(forgottenDashes({ npm_lifecycle_event: 'build-doc', npm_config_draft: 'true' })).toMatchObject({
      hint: '请在选项前加“--”：npm run build-doc -- --draft …',
    });
    for (const [command, name] of [
      ['build-doc', 'all'],
      ['build-doc', 'force'],
      ['build-doc', 'workers'],
      ['check', 'templates'],
      ['explain', 'year'],
      ['init', 'name'],
      ['compare', 'out'],
      ['doctor', 'debug'],
    ] as const) {
      const { message } = forgottenDashes({ npm_lifecycle_event: command, [`npm_config_${name}`]: 'true' }) ?? {};
      expect(message, `${command} --${name}`).toBe(`“--${name}”被 npm 当成了自己的选项。`);
    }
    expect(forgottenDashes({ npm_lifecycle_event: 'compare', npm_config_all: 'true' })).toBeUndefined();
    expect(forgottenDashes({ npm_lifecycle_event: 'test', npm_config_draft: 'true' })).toBeUndefined();
    expect(forgottenDashes({})).toBeUndefined();
  });
});
