import { beforeAll, describe, expect, it } from 'vitest';
import { countOf, runningText, squeeze, textsOf } from '../support/document-text.js';
import { type ExpectedSentence, expectedSentences, originalCase } from '../support/original.js';
import { writeFiles } from '../support/written-files.js';

// tests/original/sentences.yaml lists every sentence of the original, corrected, in order, and what the original lacks.
const { document, diagnostics } = originalCase();
const texts = textsOf(document);
const narrative = texts.filter(({ place }) => place === '叙述').map(({ text }) => squeeze(text));
const expected = expectedSentences();
const sentences = expected.filter((one) => one.缺 !== true);
const wholeText = runningText(texts);

/** Recommendations that the glossary of the district does not follow: the office's own entries stand as published. */
const OPEN_RECOMMENDATIONS = ['正文用到而未解释的专业名词'];

interface Found {
  readonly count: number;
  readonly end: number;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a sentence stands in a text after a place; a full stop may go on as a comma where it is said so. */
function findSentence({ 文: text = '', 句末可续: goesOn }: ExpectedSentence, whole: string, after: number): Found {
  const pattern = new RegExp(goesOn === 'true' ? escape(squeeze(text)).replace(/。$/, '[。，]') : escape(squeeze(text)), 'gu');
  const all = [...whole.matchAll(pattern)];
  const next = all.find((match) => match.index >= after);
  return { count: all.length, end: next ? next.index + next[0].length : -1 };
}

/** Sentences that are not there in order, or not as often as they should be. */
function misplaced(whole: string): string[] {
  let at = 0;
  return sentences
    .filter((one) => one.整段 !== 'true')
    .flatMap((one) => {
      const { count, end } = findSentence(one, whole, at);
      const wanted = Number(one.全文次数 ?? 1);
      if (end >= 0) at = end;
      return end >= 0 && count === wanted ? [] : [`${one.文}（${count} 次，应为 ${wanted} 次${end < 0 ? '，次序不对' : ''}）`];
    });
}

it('every sentence is in the document once and in order', () => {
  expect(sentences.length).toBeGreaterThan(70);
  expect(misplaced(wholeText)).toEqual([]);
});

it.each(sentences.filter((one) => one.整段 === 'true').map((one) => [one.节, one.文 ?? '']))(
  '%s: “%s” is a paragraph of its own',
  (_, text) => {
    expect(narrative.filter((paragraph) => paragraph === text)).toHaveLength(1);
  },
);

it('numbered items carry their number', () => {
  const numbered = sentences.filter((one) => one.序号 !== undefined);
  const wrong = numbered.filter((one) => !narrative.some((paragraph) => paragraph.startsWith(`${one.序号}${squeeze(one.文 ?? '')}`)));
  expect(wrong.map((one) => one.文)).toEqual([]);
});

/** The paragraphs between a heading and the next one of its level. */
function sectionText(name: string): string {
  const headings = document.sections.flatMap((section) => section.blocks).filter((block) => block.type === 'heading');
  const titles = headings.map((heading) => ({ level: heading.level, text: squeeze(heading.content.map((one) => one.text).join('')) }));
  const at = titles.findIndex(({ text }) => text === squeeze(name) || text.endsWith(squeeze(name)));
  const start = narrative.indexOf(titles[at]?.text ?? '');
  const next = titles.slice(at + 1).find(({ level }) => level <= (titles[at]?.level ?? 1));
  const end = next ? narrative.indexOf(next.text) : narrative.length;
  return start < 0 ? '' : narrative.slice(start + 1, end).join('');
}

const matches = (text: string, wanted: string) => {
  const pattern = /^\/(.*)\/$/.exec(wanted);
  return pattern ? new RegExp(pattern[1] ?? '', 'u').test(text) : text.includes(squeeze(wanted));
};

describe('what the original lacks is asked for, and not made up', () => {
  it.each(expected.filter((one) => one.缺 === true).map((one) => [one.节, one.须有 ?? '', one] as const))('%s: %s', (name, what, one) => {
    const absent = (one.应含 ?? []).filter((wanted) => !matches(sectionText(name), wanted));
    if (OPEN_RECOMMENDATIONS.includes(what)) expect(one.级别).toBe('建议');
    else if (one.未填 !== undefined) {
      expect(absent).not.toEqual([]);
      const named = diagnostics.filter(
        ({ code, message }) => ['not-stated', 'reason-given'].includes(code) && message.includes(one.未填 ?? ''),
      );
      expect(named).toHaveLength(1);
    } else expect(absent).toEqual([]);
  });
});

describe('the files', () => {
  let word = '';
  let pdf = '';
  beforeAll(async () => {
    const files = await writeFiles(document);
    word = squeeze(
      files.word
        .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.cells.map((cell) => cell.text))))
        .join(''),
    );
    pdf = files.pdf.map(({ text }) => text).join('');
  });

  it('hold every sentence once and in order', () => {
    expect(misplaced(word)).toEqual([]);
    expect(misplaced(pdf)).toEqual([]);
  });

  it('say as much as the document says, paragraph by paragraph', () => {
    const long = narrative.filter((paragraph) => paragraph.length > 12);
    expect(long.filter((paragraph) => countOf(word, paragraph) < 1)).toEqual([]);
    expect(long.filter((paragraph) => countOf(pdf, paragraph) < 1)).toEqual([]);
  });
});
