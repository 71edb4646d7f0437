import { expect, test } from 'vitest';
import { inlineText } from '../../src/document/document.js';
import { placedTexts } from '../../src/document/walk.js';
import { baseFiles, build, type Files, patch } from '../support/build-fixture.js';

const printed = (files: Files): string => {
  const { document } = build(files);
  if (!document) throw new Error('no document');
  return placedTexts(document)
    .map(({ content }) => inlineText(content))
    .join('\n');
};

test('what published projects cost is told apart from 上年结转, which their forms do not print', () => {
  const text = printed(baseFiles());
  expect(text).toContain('涉及项目金额25.80万元（含上年结转5.00万元，项目绩效目标表的年度资金不含上年结转）');
  expect(text).toContain('20.80');
});

test('where there is none, nothing is said of it', () => {
  const without = '项目[0].资金.上年结转: 删除\n项目[1].资金.上年结转: {一般公共预算: 50000}\n';
  expect(printed(patch(baseFiles(), without))).not.toContain('绩效目标表的年度资金不含上年结转');
});
