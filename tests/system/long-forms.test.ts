import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { PROJECT_TEXTS } from '../../src/definition/schema/project.js';
import { profileNamed, repositoryProfile } from '../profile/support.js';
import { CLASSIFICATIONS, messagesOf, ROOT } from '../support/build-case.js';
import { buildFromFiles } from '../support/build-from-files.js';
import { countOf, runningText, textsOf } from '../support/document-text.js';
import { pairOf, writePair } from '../support/examples.js';
import { convertWithLibreOffice, drawnText } from '../support/libre-office.js';
import type { Tree } from '../support/random-budget.js';

// G1: every text field of a form as long as the program allows, and shorter, in each form: Word, through LibreOffice, prints
// every character, on the pages of the PDF. What a form has no place for is told.

const LENGTHS = [850, 1700, 2000];
const FORMS = [
  ['shanxi', 'data/示例', '207-虚构市示例区文化和旅游局.yaml'],
  ['nine-tables', 'data/示例', '207-虚构市示例区文化和旅游局.yaml'],
  ['yunnan', 'tests/profile/fixtures/云南', '207001-虚构州示例县文化和旅游局.yaml'],
  ['beijing', 'tests/profile/fixtures/北京', '207001-虚构市示例区文化和旅游局.yaml'],
] as const;
const FIELDS: readonly string[] = [...PROJECT_TEXTS, '负责人', '经办人', '联系电话', '三级指标', '指标值'];
/** Not printed by every form, but never for nothing: whether a project lasts one year is told from them. */
const READ_BY_CHECKS: readonly string[] = ['项目属性', '项目期'];
/** Stand in no other text: each marks the pieces of one field. */
const MARKS = '璀璨琉璃翡翠玛瑙琥珀珊瑚蜻蜓';

/** Pieces of five characters, none like another. */
const longText = (mark: string, length: number, project: number) =>
  Array.from({ length: length / 5 }, (_, index) => `${mark}${project}${String(index).padStart(3, '0')}`).join('');

/** The first projects with forms whose texts are all long, of each length one. */
function longForms(tree: Tree): Tree {
  const projects = (tree.项目 as Tree[]).map((project, index): Tree => {
    const length = LENGTHS[index];
    if (length === undefined) return project;
    const texts = Object.fromEntries(FIELDS.map((field, at) => [field, longText(MARKS[at] ?? '', length, index)]));
    const { 三级指标: 名称, 指标值: 值, ...form } = texts;
    return { ...project, 绩效目标表: { ...form, 指标: { 产出指标: { 数量指标: [{ 名称, 值 }] } } } };
  });
  return { ...tree, 项目: projects };
}

const scratch = mkdtempSync(join(tmpdir(), 'long-forms-'));

async function build([name, folder, department]: (typeof FORMS)[number]) {
  const file = (path: string) => ({ name: path.split('/').at(-1) ?? '', bytes: readFileSync(join(ROOT, folder, path)) });
  const tree = parse(readFileSync(join(ROOT, folder, department), 'utf8'), { schema: 'failsafe' }) as Tree;
  const result = buildFromFiles({
    department: { name: department, bytes: new TextEncoder().encode(stringify(longForms(tree), { lineWidth: 0 })) },
    district: file('区县.yaml'),
    units: new Map([['图书馆.yaml', file('单位/图书馆.yaml')]]),
    classifications: CLASSIFICATIONS,
    profile: { ...profileNamed(name), find: repositoryProfile },
  });
  if (!result.document) throw new Error(messagesOf(result));
  return { ...result, document: result.document, ...writePair(scratch, name, await pairOf(result.document)) };
}

const pagesIn = (pdf: string) =>
  drawnText(pdf)
    .split('\f')
    .map((page) => page.replace(/\s/g, ''));
const marksOf = (text: string) => [...MARKS].map((mark) => countOf(text, mark));

describe('long texts of forms', () => {
  let made: readonly (Awaited<ReturnType<typeof build>> & { readonly word: string })[] = [];
  beforeAll(async () => {
    const built = [];
    for (const form of FORMS) built.push(await build(form));
    const words = convertWithLibreOffice(
      built.map(({ docx }) => docx),
      join(scratch, 'libre-office'),
    );
    made = built.map((one, index) => ({ ...one, word: words[index] ?? '' }));
  }, 400_000);

  test.each(FORMS.map(([name], index) => [name, index] as const))('%s: what is typed is in the document whole, or told', (_, index) => {
    const { document, diagnostics } = made[index] ?? ({} as never);
    const text = runningText(textsOf(document));
    const told = diagnostics.filter(({ code }) => code === 'not-printed').map(({ message }) => message);
    const whole = LENGTHS.reduce((sum, length) => sum + length / 5, 0);
    const lost = FIELDS.filter((field, at) => {
      const printed = countOf(text, MARKS[at] ?? '');
      return printed === 0 ? !READ_BY_CHECKS.includes(field) && !told.some((message) => message.includes(`/${field}”`)) : printed < whole;
    });
    expect(lost).toEqual([]);
    // 云南 has one table over all projects, with the goal, the indicators and their values.
    expect(FIELDS.filter((_, at) => countOf(text, MARKS[at] ?? '') > 0).length).toBeGreaterThanOrEqual(3);
  });

  test.each(FORMS.map(([name], index) => [name, index] as const))('%s: Word prints all of it, on the pages of the PDF', (_, index) => {
    const { document, pdf, word } = made[index] ?? ({} as never);
    const [own, others] = [pagesIn(pdf), pagesIn(word)];
    expect(marksOf(others.join(''))).toEqual(marksOf(runningText(textsOf(document))));
    expect(others.map(marksOf)).toEqual(own.map(marksOf));
  });
});
