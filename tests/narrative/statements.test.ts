import { describe, expect, test } from 'vitest';
import type { BuildResult } from '../../src/publication/disclosure.js';
import { buildOffice, findings, paragraphs } from '../office/support.js';
import { buildWell, profileNamed, SPLIT_YAML } from '../profile/support.js';
import { type Edit, patchYaml } from '../support/build-case.js';

/** What 东河's file does not say yet: with it, everything that the form asks for is stated. */
const STATED: readonly Edit[] = [
  ['三公经费/其余', '无'],
  ['上年预算/其余', '无'],
  ['政府采购预留', '无'],
  ['政府购买服务', '无'],
  ['国有资产/计划购置', '无'],
  ['机构设置', [{ 名称: '办公室', 职责: '负责机关日常运转。' }]],
  ['整体绩效目标', '是'],
  ['编报绩效目标', '是'],
];

const made = new Map<string, BuildResult>();

/** Built once for the same edits: many of the tests compare with the office as it is. */
function office(...edits: readonly Edit[]): BuildResult {
  const key = JSON.stringify(edits);
  const built = made.get(key) ?? buildOffice({ edits: [...STATED, ...edits] });
  made.set(key, built);
  return built;
}
const textOf = (...edits: readonly Edit[]) => paragraphs(office(...edits)).join('\n');
const unstated = (...edits: readonly Edit[]) => findings(office(...edits)).filter((line) => /^(not-stated|form-not-filled)/.test(line));
const ABSENT = undefined;

test('a file that states everything has nothing to fill in', () => {
  expect(unstated()).toEqual([]);
  expect(textOf()).toContain('没有安排购置车辆');
});

describe('what is taken away is not said, and named', () => {
  const cases: readonly (readonly [path: string, said: RegExp])[] = [
    ['三公经费', /“三公”经费预算数/],
    ['三公经费/公务接待费/上年', /公务接待费2\.11万元，与2025年预算持平/],
    ['三公经费/公务接待费/本年', /公务接待费2\.11万元/],
    ['三公经费/其余', /因公出国（境）费，2026年和2025年均未安排预算/],
    ['上年预算', /比2025年预算增加100\.00万元/],
    ['上年预算/其余', /与2025年预算持平；国有资本/],
    ['机关运行经费/上年', /机关运行经费预算150\.00万元，与2025年预算持平/],
    ['政府采购', /政府采购预算550\.00万元/],
    ['国有资产', /共有车辆4辆/],
    ['国有资产/车辆', /共有车辆4辆/],
    ['国有资产/办公用房面积', /办公用房建筑面积800平方米/],
    ['国有资产/五十万元以上通用设备', /单价50万元（含）以上的通用设备0台/],
    ['国有资产/计划购置', /没有安排购置车辆/],
    ['部门/所属单位', /预算单位共3家/],
    ['机构设置', /内设下列机构/],
    ['整体绩效目标', /整体支出绩效目标/],
    ['编报绩效目标', /1个项目编报了绩效目标/],
  ];

  test.each(cases)('%s', (path, said) => {
    expect(textOf()).toMatch(said);
    const without = textOf([path, ABSENT]);
    expect(without).not.toMatch(said);
    expect(without).not.toMatch(/，，|，。|，；|。。|：$(?!\n)|undefined/);
    expect(unstated([path, ABSENT]).join('\n')).toContain('未填');
  });

  test.each(cases.map(([path]) => path))('no sentence appears where %s is not stated', (path) => {
    const before = textOf();
    const negations = textOf([path, ABSENT])
      .split(/[。；\n]/)
      .filter((one) => /没有|无|未|持平/.test(one));
    expect(negations.filter((one) => !before.includes(one.replace(/^\d+\./, '')))).toEqual([]);
  });
});

test('the finding names the key, how to write it, and the line of the template', () => {
  const [found] = office(['三公经费', ABSENT]).diagnostics.filter((one) => one.code === 'not-stated');
  expect(found?.message).toBe('未填：“三公经费”。文件里要说它的话都没有印。');
  expect(found?.hint).toContain('三公经费: 无');
  expect(found?.severity).toBe('warning');
  expect(found?.related?.[0]?.at).toMatchObject({ file: 'templates/nine-tables/其他/01-三公经费和机关运行经费.hbs', line: 3 });
});

test('a strict run takes for a mistake what the notice asks every department to explain', () => {
  const strict = buildOffice({ edits: [...STATED, ['政府采购', ABSENT], ['国有资产/计划购置', ABSENT]], strict: true });
  const found = strict.diagnostics
    .filter((one) => /^(not-stated|form-not-filled)$/.test(one.code))
    .map((one) => `${one.severity} ${one.message}`);
  expect(found.toSorted()).toEqual([
    'error 未填：“政府采购”。文件里要说它的话都没有印。',
    'warning 未填：“国有资产”的“计划购置”。文件里要说它的话都没有印。',
  ]);
});

describe('what takes a whole part or category along', () => {
  test('a part of the outline of which nothing is stated: no heading over nothing, and the parts count on', () => {
    const built = office(['部门/所属单位', ABSENT], ['机构设置', ABSENT], ['机关运行经费/单位', ABSENT]);
    const headings = paragraphs(built).filter((one) => /^[一二三四五六七]、/.test(one));
    expect(headings.slice(0, 3)).toEqual(['一、主要职能', '二、名词解释', '三、预算编制说明']);
    expect(findings(built).filter((line) => line.startsWith('headings-have-content'))).toEqual([]);
  });

  test('三公经费 that nobody stated is not held against 基本支出 as zero', () => {
    const codes = findings(office(['三公经费', ABSENT])).map((line) => line.split(' ')[0]);
    expect(codes).toContain('not-stated');
    expect(codes).not.toContain('three-public-covers-economic');
  });

  test('类别 of projects is asked for by forms that sort by it, once for all of them', () => {
    expect(unstated(['项目/0/类别', ABSENT])).toEqual([]);
    const sorted = buildOffice({
      edits: [...STATED, ['项目/0/类别', ABSENT]],
      profile: {
        '其他/03-绩效.hbs': [['## ', '本部门{{#逐项 绩效.按类别 "，"}}{{名称}}项目{{数量 个数}}个{{/逐项}}。\n\n## ']],
      },
    });
    expect(findings(sorted).filter((line) => line.startsWith('form-not-filled'))).toEqual([
      expect.stringContaining('未填：项目“东河剧院装修”的“类别”。文件里要说它的话都没有印。在每个项目里写“类别”：其他运转类或特定目标类。'),
    ]);
    expect(paragraphs(sorted).join('')).not.toMatch(/特定目标类项目\d+个/);
  });

  test('what a form lacks is one finding, by the project’s name', () => {
    const form = { 项目期: '1年', 项目概况: '剧院装修', 指标: { 产出指标: { 数量指标: [{ 名称: '装修剧院', 值: '1座' }] } } };
    expect(unstated(['项目/0/绩效目标表', form]).map((line) => line.replace(/^.*?: /, ''))).toEqual([
      '未填：项目“东河剧院装修”的绩效目标表的“立项依据”、“实施计划”、“年度目标”。文件里要说它的话都没有印。填写“立项依据”、“实施计划”、“年度目标”。',
    ]);
  });
});

describe('无 is a statement', () => {
  test.each([
    ['三公经费', '无', '2026年本部门没有安排“三公”经费预算，与2025年预算持平。'],
    ['政府采购', '无', '本部门没有政府采购预算'],
    ['部门/所属单位', '无', '没有所属单位'],
    ['国有资产/车辆', '无', '本部门没有车辆'],
    ['编报绩效目标', '否', '没有编报绩效目标的项目'],
  ])('%s: %s', (path, word, said) => {
    expect(textOf([path, word])).toContain(said);
  });

  test('of one year only: nothing is said of the other', () => {
    const text = textOf(['三公经费', { 本年: '无' }]);
    expect(text).toContain('2026年本部门没有安排“三公”经费预算。');
    expect(text).not.toContain('均未安排');
  });

  test('not beside content', () => {
    expect(findings(office(['整体绩效目标', '无'])).join()).toContain('choice-invalid');
    expect(findings(office(['政府采购', '没有'])).join()).toContain('wrong-type');
  });
});

test('targets of some projects: the others say 否', () => {
  const project = (name: string, more = {}) => ({ 名称: name, 类别: '特定目标类', 资金: { 一般公共预算: '4850000' }, ...more });
  const text = textOf(['项目', [project('东河剧院装修'), project('东河书院装修', { 编报绩效目标: '否' })]]);
  expect(text).toContain('1个项目编报了绩效目标，涉及项目预算资金485.00万元');
});

describe('money that falls between the lines', () => {
  const own: readonly Edit[] = [
    ['收入/单位资金', { 事业收入: '1500000' }],
    ['收入/上年结转', { 单位资金: { 事业收入: '500000' } }],
    ['支出/0/项目支出/单位资金', { 事业收入: '1500000' }],
    ['支出/0/项目支出/上年结转', { 单位资金: { 事业收入: '500000' } }],
    ['项目/0/资金/单位资金', { 事业收入: '1500000' }],
    ['项目/0/资金/上年结转', { 单位资金: { 事业收入: '500000' } }],
  ];

  test('上年结转 in 事业收入 is said', () => {
    expect(textOf(...own)).toContain('事业收入200.00万元（含上年结转50.00万元）');
  });

  test.each(['其他收入', '事业单位经营收入'])('上年结转 in %s is said', (source) => {
    const renamed = JSON.parse(JSON.stringify(own).replaceAll('事业收入', source)) as readonly Edit[];
    expect(textOf(...renamed)).toContain(`${source}200.00万元（含上年结转50.00万元）`);
  });

  test('a part of last year that nobody stated: this year’s alone', () => {
    const text = textOf(...own, ['上年预算/其余', ABSENT]);
    expect(text).toContain('事业收入200.00万元（含上年结转50.00万元）；');
    expect(text).not.toContain('2025年无此项预算');
    expect(unstated(...own, ['上年预算/其余', ABSENT]).join()).toContain('“上年预算”的“单位资金/事业收入”');
  });

  test.each(['事业收入', '事业单位经营收入', '其他收入'])(
    '%s that moves while the total stands still asks for its reason, in its sentence',
    (source) => {
      const renamed = JSON.parse(JSON.stringify(own).replaceAll('事业收入', source)) as readonly Edit[];
      const flat: readonly Edit[] = [
        ...renamed,
        ['上年预算', { 一般公共预算: '18000000', 单位资金: { [source]: '4000000' }, 其余: '无' }],
        ['增减原因', {}],
      ];
      const asked = findings(office(...flat)).filter((line) => line.startsWith('reason-given'));
      expect(asked.map((line) => /填写“(.+?)”/.exec(line)?.[1])).toEqual(expect.arrayContaining(['财政拨款收入', source, '财政拨款支出']));
      const text = textOf(...flat, ['增减原因', { [source]: '床位收费减少', 财政拨款支出: '新增东河剧院装修项目' }]);
      expect(text).toContain(`${source}200.00万元（含上年结转50.00万元），比2025年预算减少200.00万元，下降50.00%，主要原因是床位收费减少`);
      expect(text).toContain('财政拨款支出预算增加的主要原因是新增东河剧院装修项目。');
    },
  );
});

describe('what the form does not print', () => {
  test('is not asked for', () => {
    expect(unstated(['国有资产/车辆编制', ABSENT], ['项目/0/名称', ABSENT])).toEqual([]);
    expect(office(['国有资产/车辆编制', ABSENT]).document).toBeDefined();
  });

  test('is reminded of at its line, except where a check uses it', () => {
    const found = findings(office(['其他说明', '东河剧院装修项目另行公开。'], ['国有资产/办公用房用途', '办公']));
    const lines = found.filter((line) => line.startsWith('not-printed'));
    expect(lines.map((line) => line.replace(/:\d+: /, ' ').replace(/（区级.*$/, ''))).toEqual([
      expect.stringContaining('“国有资产/办公用房用途”填写了，本方案'),
      expect.stringContaining('“其他说明”填写了，本方案'),
    ]);
  });
});

test.each<readonly [readonly object[], string]>([
  [[{ 名称: '院长室' }], '1.院长室。'],
  [[{ 名称: '办公室' }, { 名称: '财务科' }], '1.办公室。\n2.财务科。'],
  [[{ 名称: '办公室', 职责: '负责机关日常运转。' }, { 名称: '财务科' }], '1.办公室。负责机关日常运转。\n2.财务科。'],
])('机构设置 with names only: %j', (offices, expected) => {
  expect(textOf(['机构设置', offices])).toContain(expected);
});

test('a condition that nobody stated takes no sentence beside it along', () => {
  const file = '其他/01-三公经费和机关运行经费.hbs';
  const more = '{{#逐项 三公经费.项目}}{{#如果 变动.持平}}{{名称}}持平。{{/如果}}{{/逐项}}本部门从严控制{{万元 三公经费.合计.本年}}。';
  const built = buildOffice({ profile: { [file]: [['## 机关运行经费预算', `${more}\n\n## 机关运行经费预算`]] } });
  expect(paragraphs(built).join('\n')).toContain('公务接待费持平。公务用车运行维护费持平。本部门从严控制10.00万元。');
});

describe('a unit that publishes by itself', () => {
  const unit = (...edits: readonly Edit[]) =>
    paragraphs(buildWell(profileNamed('nine-tables-unit'), patchYaml(SPLIT_YAML, ...edits))).join('\n');

  test('speaks as a unit, not as a department', () => {
    expect(unit()).not.toMatch(/本部门|没有行政单位和参照公务员法管理的事业单位|项目0个/);
  });

  test.each(['少儿图书馆', '非物质文化遗产保护中心'])('names what it has under it: %s', (name) => {
    const text = unit(['部门/所属单位', [{ 名称: name, 单位性质: '事业' }]]);
    expect(text).toContain(`所属预算单位包括：${name}（事业单位）。`);
    expect(text).not.toContain('没有所属预算单位');
  });
});
