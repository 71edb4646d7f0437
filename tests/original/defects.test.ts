import { describe, expect, it } from 'vitest';
import { runningText, squeeze, type TextPlace, textsOf } from '../support/document-text.js';
import { type Defect, defects, originalCase } from '../support/original.js';

// tests/original/defects.yaml lists what is wrong in the published original; none of it may come back.
const texts = textsOf(originalCase().document);

/** The TOC says «表一　2026年…» on purpose: the label by number stands on the table itself. */
const WANTED = ['目录用“表一…”而正文用“预算公开表1”'];

const PLACES: Readonly<Record<Defect['范围'], readonly TextPlace[] | undefined>> = {
  全文: undefined,
  叙述: ['叙述'],
  表: ['表'],
  绩效表: ['绩效表'],
  目录: ['目录'],
};

function occurrences({ 原文: text, 范围: range, 匹配: matching }: Defect): string[] {
  const pattern = /^\/([\s\S]*)\/$/.exec(text);
  const has = (part: string) => (pattern ? new RegExp(pattern[1] ?? '', 'u').test(part) : part.includes(squeeze(text)));
  const places = PLACES[range];
  if (matching === '全文') return has(runningText(texts, places)) ? [text] : [];
  const parts = texts.filter(({ place }) => places === undefined || places.includes(place));
  return parts.map((one) => squeeze(one.text)).filter(has);
}

const forbidden = defects().filter((defect) => defect.断言 === '不出现');

it('the places hold text', () => {
  for (const places of Object.values(PLACES)) expect(runningText(texts, places).length).toBeGreaterThan(100);
});

describe('does not come back', () => {
  it.each(forbidden.filter(({ 缺陷: name }) => !WANTED.includes(name)).map((defect) => [defect.缺陷, defect] as const))(
    '%s',
    (_, defect) => {
      expect(occurrences(defect)).toEqual([]);
    },
  );
});

describe('has company', () => {
  it('“本部门无“三公”经费预算。” says nothing of last year, which nobody published, and the comparison is asked for', () => {
    const paragraph = texts.find(({ text }) => text.includes('本部门无“三公”经费预算。'));
    expect(paragraph?.text).not.toContain('2025年');
    expect(
      originalCase()
        .diagnostics.map(({ message }) => message)
        .join(),
    ).toContain('未填：“三公经费”');
  });

  it('a chart stands where its title says so', () => {
    const blocks = originalCase().document.sections.flatMap((section) => section.blocks);
    const [chart, ...more] = blocks.filter((block) => block.type === 'chart');
    expect(more).toEqual([]);
    expect(chart?.slices.map(({ label, amount, share }) => [label, amount.text, share?.text])).toEqual([
      ['一般公共服务支出', '1,164.24万元', '92.20%'],
      ['社会保障和就业支出', '47.81万元', '3.79%'],
      ['卫生健康支出', '16.44万元', '1.30%'],
      ['住房保障支出', '34.31万元', '2.72%'],
    ]);
  });
});

it('every amount of the narrative has separators and two decimals, or is 0', () => {
  const narrative = runningText(texts, ['叙述']);
  const amounts = [...narrative.matchAll(/(?<![\d,.])([\d,.]+)万元(?!（含）)/g)].map((match) => match[1]);
  expect(amounts.length).toBeGreaterThan(50);
  expect(amounts.filter((amount) => !/^(0|\d{1,3}(,\d{3})*\.\d{2})$/.test(amount ?? ''))).toEqual([]);
});
