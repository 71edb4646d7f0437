import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/commands/arguments/parse-arguments.js';
import { commandLine, testProject } from '../cli/command-line.js';

describe('the commands around a year', () => {
  test.each([
    [['new-year', '2027'], { command: 'new-year', year: '2027' }],
    [['compare', '2026', '2025'], { command: 'compare', current: '2026', previous: '2025', format: 'text' }],
    [
      ['compare', 'a.yaml', 'b.yaml', '--out', '送审', '--format', 'json'],
      { command: 'compare', current: 'a.yaml', previous: 'b.yaml', format: 'json', out: '送审' },
    ],
    [['doctor'], { command: 'doctor', format: 'text' }],
    [['init'], { command: 'init', given: {} }],
    [
      ['init', '--名称', '教育局', '--代码', '105', '--性质', '行政', '--年度', '2027'],
      { command: 'init', given: { name: '教育局', code: '105', kind: '行政', year: '2027' } },
    ],
    [
      ['init', '--name', '教育局', '--area', '平鲁区', '--level', '区级', '--profile', 'shanxi'],
      { command: 'init', given: { name: '教育局', area: '平鲁区', level: '区级', profile: 'shanxi' } },
    ],
  ])('%j', (argv, request) => {
    expect(parseArguments(argv)).toEqual(request);
  });

  test.each([
    [['new-year'], '缺少参数“年度”。'],
    [['compare', '2026'], '缺少参数“旧”。'],
    [['compare', '2026', '2025', '2024'], '多写了参数。'],
    [['init', '--名字', '甲'], '没有“--名字”这个选项。'],
    [['init', '--代码'], '后面缺少内容。'],
  ])('%j is wrong use', (argv, words) => {
    const request = parseArguments(argv);
    expect(request.command === 'wrong-use' && request.message).toContain(words);
  });

  test.each(['new-year', 'compare', 'doctor', 'init'])('%s --help is in Chinese', (command) => {
    const shown = parseArguments([command, '--help']);
    expect(shown.command === 'show' && shown.text).toMatch(/^用法：/);
    expect(shown.command === 'show' && shown.text).not.toMatch(/Usage|Options|Arguments|default/);
  });
});

test('run from a command line', async () => {
  const { exitCode, stdout } = await commandLine(testProject(), ['doctor']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('正常  Node.js');
});
