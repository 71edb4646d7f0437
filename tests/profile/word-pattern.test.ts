import { describe, expect, test } from 'vitest';
import { MISTAKES, OUTDATED_NAMES } from '../../src/checks/rules/words.js';
import { patternOf, refusalOfPattern } from '../../src/profile/word-pattern.js';

describe('refused', () => {
  test.each([
    ['/(未/', '写法有误'],
    ['/[/', '写法有误'],
    ['/\\p{Chinese}/', '写法有误'],
    ['/(?i:a)(?<n>b/', '写法有误'],
    ['//', '没有内容'],
    ['/未/g', '斜线之后不能再写别的'],
    ['/ipv6/i', '斜线之后不能再写别的'],
    ['/x*/', '可以什么也不匹配'],
    ['/(?=万)/', '可以什么也不匹配'],
    ['/|万/', '可以什么也不匹配'],
    ['/万??/', '可以什么也不匹配'],
    ['/\\b/', '可以什么也不匹配'],
    ['/(.|.)*!!$/', '里面又有'],
    ['/(?:.|..)+!/', '里面又有'],
    ['/(a+)+b/', '里面又有'],
    ['/([^x]?)+y/', '里面又有'],
    ['/(?:a*){3,}b/', '里面又有'],
    ['/(?:\\d+,?)+元/', '里面又有'],
    ['/.*.*.*万/', '有 3 处连用'],
    ['/\\s+\\S*完/', '有 2 处连用'],
    ['/(?:a*b){3}c/', '有 3 处连用'],
    ['/(?=.*甲).*乙/', '有 2 处连用'],
    ['/a{1,50}a{1,50}a{1,50}b/', '太多'],
    ['/(?:a?){30}a{30}/', '太多'],
    ['/(?:a|a){20}b/', '太多'],
    [`/${'甲'.repeat(301)}/`, '超过 300 个'],
  ])('%s', (written, reason) => {
    expect(refusalOfPattern(written)).toContain(reason);
  });
});

describe('taken, and quick on a long text', () => {
  const hostile = [`${'甲'.repeat(20_000)}`, `${'1'.repeat(20_000)}x`, ' '.repeat(20_000), 'ab'.repeat(10_000)];
  test.each([
    '通知单',
    '和/或',
    '/人次/天',
    '/通知(?:单|书)/',
    '/(?<![一-龥])其它/',
    '/\\d+(?:元|万元)整?/',
    '/人民币.{0,20}圆/',
    '/第[一二三四五六七八九十]{1,3}条/',
    '/(.)\\1{3}/',
    '/[^。]*!!/',
    '/甲乙?丙?丁?/',
  ])('%s', (written) => {
    expect(refusalOfPattern(written)).toBeUndefined();
    const pattern = patternOf(written);
    const started = performance.now();
    for (const text of hostile) for (const _ of text.matchAll(pattern));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('a repetition ends after two hundred characters', () => {
    expect(patternOf('/甲.*?乙/').source).toBe('甲.{0,200}?乙');
    expect(patternOf('/(?:甲+|乙{2,})[*+]\\+/').source).toBe('(?:甲{1,200}|乙{2,200})[*+]\\+');
    expect(patternOf('a+b').source).toBe('a\\+b');
  });

  test('the words of the program', () => {
    for (const { 写法 } of [...MISTAKES, ...OUTDATED_NAMES]) expect(refusalOfPattern(写法), 写法).toBeUndefined();
  });
});
