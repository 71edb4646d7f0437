import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { hasErrors } from '../../src/diagnostics/diagnostic.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, 'data/2026', name), 'utf8');
const DEPARTMENT = read('003-朔州市平鲁区人民政府办公室.yaml');
const DISTRICT = read('区县.yaml');

/** Lists that departments paste, by where they stand and what an item looks like. */
const LISTS: Readonly<Record<string, (index: number) => string>> = {
  职责: (index) => `  - 负责第${index}号事项。\n`,
  机构设置: (index) => `  - 名称: 第${index}股\n    职责: 负责第${index}号事项。\n`,
  支出: (index) => `  - 科目: ${2_010_000 + index}\n    名称: 事项\n    基本支出:\n      一般公共预算: 0.01\n`,
  项目: (index) => `  - 名称: 第${index}号\n    类别: 特定目标类\n    资金:\n      一般公共预算: 1.00\n`,
  名词解释: (index) => `  - 名词: 名词${index}\n    解释: 解释。\n`,
  已确认的提醒: (index) => `  - 检查: secrecy-words\n    内容: 第${index}号\n    理由: 已核实。\n`,
  政府购买服务: (index) => `  - 服务${index}\n`,
  补充科目: (index) => `  - 编码: "${2_990_000 + index}"\n    名称: 补充\n`,
  待确认: (index) => `  - 第${index}号\n`,
  核对数: (index) => `  数${index}: 1.00\n`,
};

/** A file with so many more items under a key, which is added where the file has none. */
function withItems(text: string, key: string, count: number): string {
  const items = Array.from({ length: count }, (_, index) => LISTS[key]?.(index)).join('');
  // What stood behind the key on its line, as 无, gives way.
  const heading = new RegExp(`^${key}:.*\\n`, 'm');
  return heading.test(text) ? text.replace(heading, () => `${key}:\n${items}`) : `${text}\n${key}:\n${items}`;
}

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const load = (department: string, district: string) => loadDefinition(file('部门.yaml', department), file('区县.yaml', district));

describe('lists of twenty thousand', () => {
  test.each(Object.keys(LISTS))('%s: one message, at once', (key) => {
    const started = performance.now();
    const { value, diagnostics } = load(withItems(DEPARTMENT, key, 20_000), DISTRICT);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([expect.stringMatching(/^yaml-too-(?:many-items|complex)$/)]);
    expect(diagnostics[0]?.at?.file).toBe('部门.yaml');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('in the file of the district', () => {
    const { diagnostics } = load(DEPARTMENT, withItems(DISTRICT, '名词解释', 20_000));
    expect(diagnostics).toMatchObject([{ code: 'yaml-too-many-items', message: expect.stringContaining('“名词解释”有 200') }]);
  });

  test('a list of units within 部门, and one that is indented as its key', () => {
    const units = '  - 名称: 所\n    单位性质: 事业\n'.repeat(20_000);
    expect(load(`部门:\n  所属单位:\n${units}`, DISTRICT).diagnostics).toMatchObject([
      { message: '“所属单位”有 20000 项，超过 3000 项的上限。' },
    ]);
  });

  test('take no more than 200 MiB', () => {
    const script = `import { readFileSync } from 'node:fs';
      import { peakMemory } from ${JSON.stringify(join(ROOT, 'tests/support/peak-memory.mjs'))};
      import { loadDefinition } from ${JSON.stringify(join(ROOT, 'dist/definition/load-definition.js'))};
      const bytes = readFileSync(0);
      loadDefinition({ name: 'a', bytes }, { name: 'b', bytes });
      console.log(peakMemory());`;
    const input = withItems(DEPARTMENT, '职责', 20_000);
    const peak = Number(execFileSync('node', ['--input-type=module', '-e', script], { input, encoding: 'utf8' }));
    expect(peak / 1024).toBeLessThan(200);
  });
});

test('two thousand projects are read', () => {
  const { value, diagnostics } = load(withItems(DEPARTMENT, '项目', 2000), DISTRICT);
  expect(hasErrors(diagnostics)).toBe(false);
  expect(value?.department.项目).toHaveLength(2032);
});

test('a thousand and one lines of 支出 are one too many', () => {
  const text = withItems(DEPARTMENT.replace(/(?<=^支出:\n)(?:[ #].*\n)+/m, ''), '支出', 1001);
  expect(load(text, DISTRICT).diagnostics).toMatchObject([{ code: 'list-length', message: '“支出”最多 1000 项。' }]);
});
