import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { textTable } from '../../src/features/batch/say-batch.js';

test('columns stand under each other by what they take on a screen', () => {
  const columns = [
    { title: '部门', align: 'left' },
    { title: '页数', align: 'right' },
    { title: '文件', align: 'left' },
  ] as const;
  const lines = textTable(columns, [
    ['003 办公室', '30', '已写'],
    ['A', '8', '未变'],
  ]);
  expect(lines).toEqual(['部门        页数  文件', '003 办公室    30  已写', 'A              8  未变']);
  expect(new Set(lines.map((line) => stringWidth(line)))).toEqual(new Set([22]));
});
