import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';

interface Matcher {
  readonly severity: 'error' | 'warning';
  readonly pattern: readonly [Record<'regexp' | 'file' | 'line' | 'column' | 'code', string>, Record<'regexp', string>];
}

const { tasks } = JSON.parse(readFileSync(join(ROOT, '.vscode/tasks.json'), 'utf8')) as { tasks: { problemMatcher: Matcher[] }[] };
const matchers = tasks[0]?.problemMatcher ?? [];

/** As VS Code reads the output of a task: two lines make a problem. */
function problems(output: string): string[] {
  const lines = output.split('\n');
  return lines.flatMap((line, index) =>
    matchers.flatMap(({ severity, pattern: [head, message] }) => {
      const found = new RegExp(head.regexp).exec(line);
      const said = new RegExp(message.regexp).exec(lines[index + 1] ?? '');
      return found && said ? [`${severity} ${found[1]}:${found[2]}:${found[3]} ${found[4]} ${said[1]}`] : [];
    }),
  );
}

test('every finding with a place is a problem of its file, line and column', () => {
  const gallery = readdirSync(join(ROOT, 'tests/errors'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  let seen = 0;
  for (const { name } of gallery) {
    const printed = readFileSync(join(ROOT, 'tests/errors', name, 'stderr.txt'), 'utf8');
    const placed = printed.split('\n').filter((line) => /^\S.*:\d+:\d+ (错误|提醒) /.test(line));
    const found = problems(printed);
    expect(
      found.map((one) => one.split(' ')[1]),
      name,
    ).toEqual(placed.map((line) => line.replace(/ (错误|提醒) .*/, '')));
    seen += found.length;
  }
  expect(seen).toBeGreaterThan(gallery.length / 2);
  expect(problems('a b.yaml:8:3 提醒 reason-given\n  没有写明原因。\n')).toEqual(['warning a b.yaml:8:3 reason-given 没有写明原因。']);
});
