import { describe, expect, it } from 'vitest';
import { writeNarrative } from '../../src/narrative/write-narrative.js';
import { buildCase, loadedProfile, ORIGINAL_YAML, profileFile } from '../support/build-case.js';
import { caseYaml } from '../support/cases.js';
import { originalCase } from '../support/original.js';

const CHAPTER = '说明/03-支出预算.hbs';
const PHRASE = '词句/增减.hbs';

const { budget } = originalCase();

/** What a chapter of these lines is refused for: code, place and hint. */
function refusals(chapter: string, files: Readonly<Record<string, string>> = {}, of = budget): string[] {
  if (!of) throw new Error('no budget');
  const profile = loadedProfile();
  const templates = new Map([...profile.templates, [CHAPTER, chapter] as const, ...Object.entries(files)]);
  const { diagnostics, narrative } = writeNarrative(of, { ...profile, templates }, {});
  expect(narrative === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, at, hint }) => `${code} ${at?.file}:${at?.line}:${at?.column} ${hint ?? ''}`.trim());
}

const at = (line: number, column: number, file = CHAPTER) => `templates/shanxi/${file}:${line}:${column}`;

describe('a mistake in a template is an error with its place', () => {
  it.each([
    [
      'an unknown variable, and the nearest name',
      '## 标题\n\n支出{{万元 支出.总记}}。\n',
      [`template-unknown-name ${at(3, 8)} 是否为“支出.总计”？`],
    ],
    ['an unknown variable that is printed as text', '{{年分}}\n', [`template-unknown-name ${at(1, 3)} 是否为“年度”？`]],
    ['a misspelt helper', '{{万员 支出.总计}}\n', [`template-unknown-name ${at(1, 3)} 是否为“万元”？`]],
    ['a misspelt block', '{{#如過 支出.总计}}甲{{/如過}}\n', [`template-unknown-helper ${at(1, 4)} 是否为“如果”？`]],
    [
      'a built-in of Handlebars that is not ours',
      '{{#each 职责}}{{this}}{{/each}}\n',
      [`template-unknown-helper ${at(1, 4)} 写成 {{#逐项 …}}…{{/逐项}}。`],
    ],
    ['an unknown condition', '甲\n{{#如果 有支初}}乙{{/如果}}\n', [`template-unknown-name ${at(2, 7)} 是否为“支出”？`]],
    ['an unknown name inside a list', '{{#逐项 机构设置}}\n{{名字}}\n{{/逐项}}\n', [`template-unknown-name ${at(2, 3)} 是否为“名称”？`]],
    ['an unknown phrase', '{{> 增碱 收入.变动}}\n', [`template-unknown-partial ${at(1, 5)} 是否为“增减”？`]],
    ['a bare figure', '共{{支出.总计}}。\n', [`template-bare-figure ${at(1, 2)}`]],
    ['a list printed as text', '{{职责}}\n', [`template-not-text ${at(1, 1)}`]],
    ['a flag printed as text', '{{有所属单位}}\n', [`template-not-text ${at(1, 1)}`]],
    ['a text where a figure is wanted', '{{万元 部门}}\n', [`template-wrong-kind ${at(1, 6)}`]],
    ['a figure where a list is wanted', '{{顿号 支出.总计}}\n', [`template-wrong-kind ${at(1, 6)}`]],
    [
      'several at once',
      '{{年分}}\n{{万元 支出.总记}}\n',
      [`template-unknown-name ${at(1, 3)} 是否为“年度”？`, `template-unknown-name ${at(2, 6)} 是否为“支出.总计”？`],
    ],
  ])('%s', (_, chapter, expected) => {
    expect(refusals(chapter)).toEqual(expected);
  });

  it.each([
    ['no figure', '{{万元}}\n', 'template-wrong-kind'],
    ['two figures', '{{万元 支出.总计 支出.总计}}\n', 'template-wrong-kind'],
    ['a text typed for a figure', '{{万元 "3"}}\n', 'template-wrong-kind'],
    ['a number typed for a figure', '{{万元 3}}\n', 'template-unsupported'],
    ['a text typed for a list', '{{顿号 "甲"}}\n', 'template-wrong-kind'],
    ['a list of records joined', '{{顿号 机构设置}}\n', 'template-wrong-kind'],
    ['an index that is none', '{{序数 部门}}\n', 'template-wrong-kind'],
    ['the place of an item, where there is none', '{{序数 @index}}\n', 'template-unknown-name'],
    ['the last item, where there is none', '{{#如果 @last}}甲{{/如果}}\n', 'template-unknown-name'],
    ['the place of an item without its words', '{{#逐项 职责}}{{@index}}{{/逐项}}\n', 'template-not-text'],
    ['a condition of items as words', '{{#逐项 职责}}{{@last}}{{/逐项}}\n', 'template-not-text'],
    ['a name that only looks like one of an item', '{{@部门}}\n', 'template-unknown-name'],
    ['a condition of nothing', '{{#如果}}甲{{/如果}}\n', 'template-wrong-kind'],
    ['a list of nothing', '{{#逐项}}甲{{/逐项}}\n', 'template-wrong-kind'],
    ['a separator that is a name', '{{#逐项 职责 部门}}甲{{/逐项}}\n', 'template-wrong-kind'],
    ['an else of a list', '{{#逐项 职责}}甲{{else}}乙{{/逐项}}\n', 'template-unsupported'],
    ['a chart that is a name', '{{图 部门}}\n', 'template-wrong-kind'],
    ['named values', '{{万元 支出.总计 小数="2"}}\n', 'template-unsupported'],
    ['a usage within a usage', '{{万元 (如果 支出.总计)}}\n', 'template-unsupported'],
    ['names for items', '{{#逐项 职责 as |一|}}{{一}}{{/逐项}}\n', 'template-unsupported'],
    ['a block that is no block', '{{逐项 职责}}\n', 'template-unsupported'],
    ['a variable with values', '{{部门 年度}}\n', 'template-unknown-helper'],
    ['a number', '{{5}}\n', 'template-unsupported'],
    ['a name of Handlebars', '{{@root}}\n', 'template-unknown-name'],
    ['a phrase by a name that is worked out', '{{> (部门)}}\n', 'template-unsupported'],
    ['a phrase by a number', '{{> 5}}\n', 'template-unsupported'],
    ['a phrase with two values', '{{> 增减 收入.变动 支出.变动}}\n', 'template-unsupported'],
    ['a template within a template', '{{#*inline "甲"}}乙{{/inline}}\n', 'template-unsupported'],
    ['too long', `${'甲'.repeat(100_001)}\n`, 'template-too-long'],
    ['too deep', `${'{{#如果 部门}}'.repeat(40)}甲${'{{/如果}}'.repeat(40)}\n`, 'template-too-deep'],
    // More than Handlebars has room for; what it takes until then grows with the square.
    ['far too deep', `${'{{#如果 部门}}'.repeat(3000)}甲${'{{/如果}}'.repeat(3000)}\n`, 'template-'],
  ])('%s', (_, chapter, code) => {
    const found = refusals(chapter);
    expect(found[0]).toMatch(new RegExp(`^${code}\\S* templates/shanxi/${CHAPTER}:1:`));
  });

  it('phrases that call themselves', () => {
    const files = { '词句/甲.hbs': '{{> 乙}}\n', '词句/乙.hbs': '乙\n{{> 甲}}\n' };
    expect(refusals('{{> 甲}}\n', files)).toEqual([`template-partial-cycle ${at(2, 1, '词句/乙.hbs')} 词句不能调用自己。`]);
  });

  it('phrases that call the next one twice are stopped', () => {
    const phrase = (index: number) => (index === 24 ? '甲\n' : `{{> 层${index + 1}}}{{> 层${index + 1}}}\n`);
    const files = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`词句/层${index}.hbs`, phrase(index)]));
    const started = performance.now();
    expect(refusals('{{> 层0}}\n', files)).toEqual([
      expect.stringMatching(/^template-too-long .* 一份文件里，“逐项”和“词句”一共最多写出 500000 次/),
    ]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('a figure that is not there when the template is run', () => {
    // A rise from nothing has no rate.
    const { budget: without } = buildCase(caseYaml('最小'));
    expect(refusals('{{百分比 三公经费.合计.增减率}}\n', {}, without)).toEqual([
      `template-no-value ${at(1, 1)} 在外面加上 {{#如果 …}}，只在有这个数时印出。`,
    ]);
  });

  it('braces that do not pair', () => {
    expect(refusals('甲\n{{#如果 有所属单位}}乙\n')).toEqual([
      expect.stringMatching(/^template-syntax templates\/shanxi\/说明\/03-支出预算\.hbs:[2-4]:\d+ /),
    ]);
  });

  it('in a phrase, at the phrase, once for all its uses', () => {
    const phrase = profileFile(PHRASE).replace('{{万元 增减额}}', '{{万元 增减恶}}');
    const line = phrase.split('\n').findIndex((text) => text.includes('增减恶'));
    const column = (phrase.split('\n')[line] ?? '').indexOf('增减恶') + 1;
    expect(refusals(profileFile(CHAPTER), { [PHRASE]: phrase })).toEqual([
      `template-unknown-name ${at(line + 1, column, PHRASE)} 是否为“增减额”？`,
    ]);
  });

  it('is found also where the branch is not taken by this department', () => {
    expect(refusals('{{#如果 有所属单位}}{{年分}}{{/如果}}\n')).toHaveLength(1);
  });
});

describe('what a template may say', () => {
  it.each([
    ['words only', '## 标题\n\n甲乙丙。\n'],
    ['figures through a helper', '{{万元 支出.总计}}，{{元 支出.总计}}，{{百分比 支出.基本支出占比}}，{{数量 绩效.全部.个数}}\n'],
    ['lists with a separator, and the place in them', '{{#逐项 职责 "；"}}{{序数 @index}}、{{this}}{{/逐项}}\n'],
    ['a condition with both branches', '{{#如果 有所属单位}}甲{{else}}乙{{/如果}}{{#除非 有所属单位}}丙{{/除非}}\n'],
    ['outer names inside a list', '{{#逐项 机构设置}}{{../部门}}{{名称}}{{/逐项}}\n'],
  ])('%s', (_, chapter) => {
    expect(refusals(chapter)).toEqual([]);
  });
});

it('stops the build', () => {
  const { document, diagnostics } = buildCase(ORIGINAL_YAML, { profile: { [CHAPTER]: '{{支出.总计}}' } });
  expect(document).toBeUndefined();
  expect(diagnostics.map((one) => one.code)).toContain('template-bare-figure');
});

it('a missing chapter is named', () => {
  const outline = profileFile('方案.yaml').replace('说明/03-支出预算.hbs', '说明/03-没有.hbs');
  const { diagnostics } = buildCase(ORIGINAL_YAML, { profile: { '方案.yaml': outline } });
  expect(diagnostics.map((one) => [one.code, one.message])).toContainEqual([
    'profile-file-missing',
    '方案缺少文件“templates/shanxi/说明/03-没有.hbs”。',
  ]);
});

it('an unknown variable in a title of a table has its place', () => {
  const path = '报表/03-支出总表.yaml';
  const text = profileFile(path).replace('"{{年度}}年预算支出总表"', '"{{年分}}年预算支出总表"');
  const line = text.split('\n').findIndex((one) => one.includes('年分')) + 1;
  const { diagnostics } = buildCase(ORIGINAL_YAML, { profile: { [path]: text } });
  expect(diagnostics.map((one) => [one.code, one.at?.file, one.at?.line])).toContainEqual([
    'template-unknown-name',
    `templates/shanxi/${path}`,
    line,
  ]);
});
