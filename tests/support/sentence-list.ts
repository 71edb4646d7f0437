import { code, table } from '../../src/features/guide/key-reference.js';
import { type TemplateSentence, templateSentences } from '../../src/narrative/sentences.js';
import { sourcesOf } from '../../src/narrative/sources.js';
import { chapterPaths } from '../../src/profile/outline.js';
import type { Profile } from '../../src/profile/profile.js';

/** A sentence of a profile with the places of a department's file that it rests on. */
export interface GroundedSentence extends TemplateSentence {
  readonly sources: readonly string[];
}

/** Names that every sentence may use and that say nothing about the budget. */
const NAMES_ONLY: readonly string[] = ['部门/名称'];

/** Every sentence that a profile's templates can print, in the order of the outline. */
export function groundedSentences(profile: Profile): GroundedSentence[] {
  const chapters = chapterPaths(profile.spec);
  return chapters.flatMap((path) =>
    templateSentences(path, profile.templates).map((sentence) => ({
      ...sentence,
      sources: [...new Set(sentence.names.flatMap((name) => sourcesOf(name, profile.spec) ?? []))],
    })),
  );
}

/** Sentences that no place of the file stands behind: nobody can state them, so there may be none. */
export function groundless(sentences: readonly GroundedSentence[]): GroundedSentence[] {
  return sentences.filter(({ kind, sources }) => kind === 'sentence' && sources.every((source) => NAMES_ONLY.includes(source)));
}

/** 句子与依据: each sentence of a profile, when it is printed, and what it rests on. */
export function sentenceList(profile: Profile): string {
  const chapters = [...new Set(groundedSentences(profile).map(({ path }) => path))];
  const parts = chapters.map((path) => [`## ${profile.display(path)}`, sentencesOf(path, groundedSentences(profile))]);
  return `${[`# 句子与依据：${profile.spec.名称}`, NOTE, ...parts.flat(), TABLE_NOTES].join('\n\n')}\n`;
}

const NOTE = `由程序从模板生成，不要手改（npm run test:update 重写）。每句话在“条件”成立时印出；“依据”是部门文件里的位置，* 是任意一项，** 是下面的全部。
依据没有填写的，这句话不印，列为“未填”。标题和“其中：”这样引出下文的话，只说下面是什么；下面没有话可印的，也不印。`;

const TABLE_NOTES = `## 报表下面的话

- 空表说明：表里各数都填写了（或由收支得出）而且都是零，才印；有没有填写的，不印，列为“未填”。
- 尾差说明：由印出的数算得出尾差才印。
- 表注：部门或区县自己写的话。`;

const KINDS: Readonly<Partial<Record<TemplateSentence['kind'], string>>> = { heading: '标题', lead: '引出下文' };

function sentencesOf(path: string, all: readonly GroundedSentence[]): string {
  const rows = all
    .filter((sentence) => sentence.path === path)
    .map(({ line, text, conditions, sources, kind }) => [
      String(line),
      text.replaceAll('|', '｜').replaceAll('\n', ''),
      conditions.join('；'),
      KINDS[kind] ?? sources.map(code).join('、'),
    ]);
  return table(['行', '句子', '条件', '依据'], rows);
}
