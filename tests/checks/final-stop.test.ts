import { expect, test } from 'vitest';
import { baseFiles, check, patch } from '../support/build-fixture.js';

const places = (change: string) =>
  check(patch(baseFiles(), change)).diagnostics.flatMap(({ code, at }) =>
    code === 'final-stop' ? [`${at?.file ?? ''}:${at?.line ?? ''}`] : [],
  );

test('R7: a stop that a template lacks is told with the template', () => {
  expect(places('方案改动: {说明/12-其他说明.hbs: {"无政府购买服务指导性目录。": "无政府购买服务指导性目录"}}')).toEqual([
    'templates/shanxi/说明/12-其他说明.hbs:6',
  ]);
});

test('R7: so is a list whose last item is a name that somebody typed', () => {
  const change = '政府购买服务: [档案整理服务]\n方案改动: {说明/12-其他说明.hbs: {"{{顿号 政府购买服务}}。": "{{顿号 政府购买服务}}"}}';
  expect(places(change)).toEqual([expect.stringMatching(/^templates\/shanxi\/说明\/12-其他说明\.hbs:\d+$/)]);
});

test('a sentence that somebody typed is told where it is typed', () => {
  expect(places('其他说明: 没有其他情况')[0]).toMatch(/^部门\.yaml:\d+$/);
});
