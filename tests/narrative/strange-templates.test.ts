import { expect, test } from 'vitest';
import { writeNarrative } from '../../src/narrative/write-narrative.js';
import { loadedProfile } from '../support/build-case.js';
import { originalCase } from '../support/original.js';

// Whatever an author writes between braces is a finding at its place or prints as it says: never an exception.

const { budget } = originalCase();
const CHAPTER = '说明/03-支出预算.hbs';

/** Codes of what is found; «prints» with what it prints where nothing is. */
function outcome(chapter: string, phrases: Readonly<Record<string, string>> = {}): string {
  if (!budget) throw new Error('no budget');
  const profile = loadedProfile();
  const own = Object.entries(phrases).map(([name, text]) => [`词句/${name}.hbs`, text] as const);
  const templates = new Map([...profile.templates, [CHAPTER, chapter] as const, ...own]);
  const { diagnostics, narrative } = writeNarrative(budget, { ...profile, templates }, {});
  for (const { at } of diagnostics) expect(at?.file).toMatch(/\.hbs$/);
  if (!narrative) return diagnostics.map(({ code }) => code).join(' ');
  expect(JSON.stringify(narrative.chapters.get(CHAPTER))).not.toMatch(/undefined|\[object|function|NaN/);
  return 'prints';
}

const NAMES = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf', 'prototype', 'length', 'then', '__lookupGetter__'];

test.each(NAMES)('%s is nobody’s name', (name) => {
  for (const written of [
    `{{${name}}}`,
    `{{万元 ${name}}}`,
    `{{万元 收入.${name}}}`,
    `{{部门.${name}}}`,
    `{{${name} 部门}}`,
    `{{> ${name}}}`,
    `{{> ${name} 部门}}`,
  ])
    expect(outcome(`${written}\n`), written).toMatch(/^template-/);
  for (const written of [
    `{{#${name}}}甲{{/${name}}}`,
    `{{#如果 ${name}}}甲{{/如果}}`,
    `{{#逐项 ${name}}}甲{{/逐项}}`,
    `{{#逐项 职责}}{{${name}}}{{/逐项}}`,
  ])
    expect(outcome(`${written}\n`), written).toMatch(/^template-/);
});

test.each([
  '{{@index}}',
  '{{序数 @index}}',
  '{{@root.部门}}',
  '{{@../index}}',
  '{{#如果 部门}}{{@last}}{{/如果}}',
  '{{../部门}}',
  '{{../../部门}}',
  '{{职责.0}}',
  '{{"部门"}}',
  '{{true}}',
  '{{null}}',
  '{{undefined}}',
  '{{万元 null}}',
  '{{万元 undefined}}',
  '{{万元 true}}',
  '{{万元 -3}}',
  '{{lookup . "部门"}}',
  '{{log 部门}}',
  '{{else}}',
  '{{^部门}}甲{{/部门}}',
  '{{#部门}}甲{{/部门}}',
  '{{* 部门}}',
  '{{#> 增减}}甲{{/增减}}',
  '{{> @partial-block}}',
  '{{> (lookup . "增减")}}',
  '{{#逐项 职责}}{{@first}}{{/逐项}}',
  '{{#逐项 职责}}{{@key}}{{/逐项}}',
  '{{#逐项 职责 "、" "；"}}甲{{/逐项}}',
  '{{#如果 (部门)}}甲{{/如果}}',
  '{{#如果 部门 地区}}甲{{/如果}}',
  '{{#已填}}甲{{/已填}}',
  '{{顿号}}',
  '{{百分比 部门}}',
  '{{数量 职责}}',
  '{{本项目绩效目标表}}',
  '{{图}}',
  '{{图 "甲" "乙"}}',
  '{{图 "toString"}}',
  '{{图 图}}',
  '{{另起一页 部门}}',
  '{{万元}}{{万元}}',
  '{{',
  '{{}}',
  '{{ }}',
  '{{#}}甲{{/}}',
  '{{/如果}}',
  '{{#如果 部门}}{{/除非}}',
  '{{万元 支出.}}',
  '{{万元 .支出}}',
  '{{万元 支出..总计}}',
  '{{万元 支出/总计/多}}',
])('%s is refused', (written) => {
  expect(outcome(`${written}\n`)).toMatch(/^template-/);
});

test.each([
  '{{部门}}',
  '{{{部门}}}',
  '{{&部门}}',
  '{{~部门~}}',
  '{{[部门]}}',
  '{{! 注 }}',
  '{{!-- 注 --}}',
  '{{#逐项 职责}}{{#如果 @last}}末{{/如果}}{{this}}{{/逐项}}',
  '\\{{部门}}',
])('%s prints', (written) => {
  expect(outcome(`${written}\n`)).toBe('prints');
});

test('a phrase that calls itself, by whichever way', () => {
  expect(outcome('{{> 甲}}\n', { 甲: '{{> 甲}}' })).toBe('template-partial-cycle');
  expect(outcome('{{> 甲 收入}}\n', { 甲: '{{#如果 总计}}{{> 甲 变动}}{{/如果}}' })).toBe('template-partial-cycle');
  expect(outcome('{{> 甲}}\n', { 甲: '{{> 乙}}', 乙: '{{> 丙}}', 丙: '{{> 甲}}' })).toBe('template-partial-cycle');
});
