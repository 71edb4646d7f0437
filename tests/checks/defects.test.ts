import { describe, expect, test } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.js';
import { baseFiles, build, check, patch } from '../support/build-fixture.js';

/** Defects of requirements.md §4 (the original) and §5 (other disclosures): found by a check, with a fixture. */
const FOUND: readonly (readonly [defect: string, code: string, fixture: string])[] = [
  [
    '§4 indicator of 100万元 beside 800,000',
    'form-cost-equals-money',
    '项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 财政资金, 值: 100万元}]',
  ],
  [
    '§4 one-year projects with two amounts',
    'form-period-equals-year',
    '项目[0].绩效目标表.实施期资金来源: {市县（区）财政资金: "3600000"}',
  ],
  [
    '§4 基本支出占0% beside 项目支出占0%',
    'shares-sum',
    '方案改动: {说明/03-支出预算.hbs: {"占{{百分比 支出.基本支出占比}}": "占{{百分比 收入.国有资本经营预算占比}}", "占{{百分比 支出.项目支出占比}}": "占{{百分比 收入.国有资本经营预算占比}}"}}',
  ],
  [
    '§4 the sentence again with other shares',
    'repeated-sentences',
    '方案改动: {说明/03-支出预算.hbs: {"；项目支出": "；项目支出{{万元 支出.项目支出}}，占{{百分比 收入.国有资本经营预算占比}}；项目支出"}}',
  ],
  [
    '§4 sections printed twice',
    'repeated-sentences',
    '方案改动: {方案.yaml: {"      - 说明/03-支出预算.hbs\\n": "      - 说明/03-支出预算.hbs\\n      - 说明/03-支出预算.hbs\\n"}}',
  ],
  ['§4 one amount in three shapes: 1262.8万元', 'digits', '其他说明: 本年预算1262.8万元。'],
  ['§4 one amount in three shapes: 1637万元', 'digits', '其他说明: 本年预算1637万元。'],
  ['§4 two tables with one number', 'tables-complete', '方案改动: {方案.yaml: {"报表标签: 预算公开表{{序号}}": "报表标签: 部门公开表9"}}'],
  [
    '§4 «本表无数据» without saying of what',
    'empty-tables-explained',
    '方案改动: {方案.yaml: {"没有{{名称}}，本表无数据。": "本表无数据。"}}',
  ],
  ['§4 机关运行经费 falls without a reason', 'reason-given', '增减原因.机关运行经费: 删除'],
  ['§4 missing closing 。', 'final-stop', '其他说明: 没有需要说明的情况'],
  ['§4 0A for OA', 'wrong-words', '项目[1].名称: 0A系统运行服务费'],
  ['§4 保证金 for 保障金', 'wrong-words', '项目[1].名称: 残疾人就业保证金'],
  ['§4 省直部门 in a district', 'wrong-level', '区县文件: {"名词解释[2].解释": 指省直部门用财政拨款安排的因公出国（境）费和公务接待费。}'],
  ['§4 «见附件» though it stands inline', 'wrong-words', '其他说明: 项目绩效目标表公开情况见附件。'],
  [
    '§4 a heading without its chart',
    'headings-have-content',
    '方案改动: {说明/05-一般公共预算支出.hbs: {"### 一般公共预算当年支出规模变化情况": "### 一般公共预算当年拨款结构图\\n\\n### 一般公共预算当年支出规模变化情况"}}',
  ],
  ['§5 a typed 887.36 for 87.36', 'typed-amounts-in-document', '增减原因.机关运行经费: 政务大厅投入使用，办公费增加887.36万元'],
  ['§5 增加0万元 for 持平', 'repeated-words', '其他说明: 本年比上年增加0万元。'],
  ['§5 增加增加', 'repeated-words', '其他说明: 本年比上年增加增加2项工作。'],
  ['§5 增加持平', 'repeated-words', '其他说明: 本年比上年增加持平。'],
  ['§5 components of a change that do not add up', 'change-components-sum', '收入.一般公共预算: 1000000.01'],
  [
    '§5 the empty-table note of another table',
    'empty-tables-explained',
    '方案改动: {报表/09-国有资本经营预算收支表.yaml: {"行:": "空表说明: 注：本部门没有政府性基金预算支出，本表无数据。\\n行:"}}',
  ],
  ['§5 «主要原因是。»', 'punctuation', '方案改动: {词句/增减.hbs: {"，主要原因是{{原因}}": "，主要原因是"}}'],
  ['§5 template residue XX', 'template-residue', '其他说明: 本部门XX项目。'],
  ['§5 template residue （增加内容）', 'template-residue', '其他说明: 本部门（增加内容）。'],
  ['§5 the instruction for the glossary', 'template-residue', '其他说明: 以下为常见专业名词解释，部门应根据实际情况进行解释和增减。'],
  ['§5 outdated names of codes', 'outdated-names', '其他说明: 医疗卫生与计划生育支出按政策安排。'],
  ['§5 其它 / 其他', 'wrong-words', '其他说明: 没有其它情况。'],
  ['§5 截止 / 截至', 'wrong-words', '其他说明: 截止2025年12月31日没有变化。'],
  ["§5 last year's text left in", 'other-years', '其他说明: 2025年本部门继续推进政务服务改革。'],
  ['§5 元 beside 万元', 'mixed-units', '其他说明: 政府采购预算25.00万元，其中服务150,000元。'],
  [
    '§5 sentences printed twice',
    'repeated-sentences',
    '其他说明: 本年政务大厅建成后全部投入使用并接受监督。本年政务大厅建成后全部投入使用并接受监督。',
  ],
  ['§5 PAGEREF in a TOC', 'template-residue', '其他说明: PAGEREF _Toc25831 h 3。'],
  ['§5 full-width digits and separators', 'digits', '其他说明: 全年办件3，518件。'],
];

test.each(FOUND)('%s: found by %s', (_, code, fixture) => {
  const { diagnostics, outcomes } = check(patch(baseFiles(), fixture));
  // What follows from another finding is told there, and stands in the report.
  const failed = outcomes.filter(({ state }) => state === '不符').map((one) => one.check.code);
  expect([...diagnostics.map((one) => one.code), ...failed]).toContain(code);
});

/** Defects that nobody can make with this program, and why; the fixture is refused, or the document shows that it is so. */
const REFUSED: readonly (readonly [defect: string, code: string, fixture: string])[] = [
  ['§5 codes damaged by a spreadsheet: 301 2', 'code-invalid', '一般公共预算基本支出[0].科目: 301 2'],
  ['§5 codes that lost a zero', 'code-invalid', '支出[0].科目: "201030"'],
  ['§5 full-width separators in an amount', 'amount-invalid', '收入.一般公共预算: 1，000，000'],
  ['§4 填报日期 a raw timestamp', 'date-invalid', '项目[0].绩效目标表.填报日期: "20251125094605"'],
  [
    '§4 a variable misspelt in a template prints as nothing',
    'template-unknown-name',
    '方案改动: {说明/09-政府采购.hbs: {"{{万元 政府采购.货物}}": "{{万元 政府采购.货}}"}}',
  ],
];

const TAIL = `
支出[2].基本支出.一般公共预算: 80040
支出[3].基本支出.一般公共预算: 52040
支出[0].基本支出.一般公共预算: 599920
一般公共预算基本支出[1].金额: 80040
一般公共预算基本支出[2].金额: 52040
一般公共预算基本支出[0].金额: 399920
`;

test.each(REFUSED)('%s: refused as %s', (_, code, fixture) => {
  expect(build(patch(baseFiles(), fixture)).diagnostics.map((one) => one.code)).toContain(code);
});

describe('impossible, for the program writes it', () => {
  const built = check(baseFiles()).built;

  test('§4 tables of two series, and tables without a number: one pattern labels them all, in their order', () => {
    expect(built.tables?.map((table) => table.label)).toEqual(built.tables?.map((_, index) => `预算公开表${index + 1}`));
  });

  test('§4 the TOC names another table than the page: the entry is made from the title, and tables-complete looks', () => {
    const titles = built.document?.sections.flatMap((section) => section.blocks).filter((block) => block.type === 'tableTitle') ?? [];
    expect(titles).toHaveLength(built.tables?.length ?? 0);
    for (const title of titles) expect(title.tocText.endsWith(title.title.map((inline) => inline.text).join(''))).toBe(true);
    const sections = built.document?.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.type === 'tableTitle' && block === titles[4] ? { ...block, tocText: '表一 别的表' } : block,
      ),
    }));
    if (!built.budget || !built.tables || !built.profile || !built.document || !sections) throw new Error('not built');
    const { diagnostics } = runChecks({
      budget: built.budget,
      tables: built.tables,
      profile: built.profile,
      document: { ...built.document, sections },
    });
    expect(diagnostics.map((one) => one.code)).toEqual(['tables-complete']);
  });

  test('§4 an amount has one shape in all tables (no separators, two decimals) and one in all sentences', () => {
    const cells = built.tables?.flatMap((table) =>
      table.rows.flatMap((row) => row.cells.filter((cell) => cell.figure && cell.text !== '')),
    );
    expect(cells?.filter((cell) => !/^-?\d{1,3}(?:,\d{3})*\.\d{2}$/.test(cell.text))).toEqual([]);
    expect(document()).toContain('132.60万元');
    expect(document('{收入.一般公共预算: "21000000", "支出[0].基本支出.一般公共预算": "20600000"}')).toContain('2,132.60万元');
  });

  test('§4 tails are no defects: they are listed, with their cause (see real-data.test.ts)', () => {
    const { outcomes } = check(patch(baseFiles(), TAIL));
    const tails = outcomes.filter(({ outcome }) => outcome.verdict === '尾差');
    expect(tails.length).toBeGreaterThan(0);
    for (const { outcome } of tails) expect(outcome.kind === 'comparison' && outcome.cause).toMatch(/四舍五入/);
  });

  const document = (change = '{}') => {
    const { document: composed } = build(patch(baseFiles(), change));
    return JSON.stringify(
      composed?.sections.map((section) =>
        section.blocks.map((block) => ('content' in block ? block.content.map((inline) => inline.text).join('') : '')),
      ),
    );
  };

  test('§5 rates stand on last year: 200 after 400 is a fall of 50 %, not of 100 %', () => {
    expect(document('{机关运行经费.上年: "400000", 增减原因.机关运行经费: 压减办公费用}')).toContain('减少20.00万元，下降50.00%');
  });

  test('§5 a zero base has no rate: «上年无此项预算» and never 增加100.00%', () => {
    const text = document('{机关运行经费.上年: "0"}');
    expect(text).toContain('增加20.00万元，2025年无此项预算');
    expect(text).not.toContain('100.00%，主要');
  });

  test('§5 持平 has its own words', () => {
    expect(document('{机关运行经费.上年: "200000", 增减原因.机关运行经费: 删除}')).toContain('与2025年预算持平');
  });

  test('§4 economic items stand in code order', () => {
    expect(
      document('{"一般公共预算基本支出[0]": {科目: "30113", 金额: "60000"}, "一般公共预算基本支出[3]": {科目: "30101", 金额: "400000"}}'),
    ).toContain('基本工资、机关事业单位基本养老保险缴费、职工基本医疗保险缴费、住房公积金');
  });

  test('§4 三公 compares with last year even where there is none', () => {
    const change =
      '{三公经费: 无, "一般公共预算基本支出[5].科目": "30207", "一般公共预算基本支出[6].科目": "30211", 增减原因.公务接待费: 删除, 核对数: 删除}';
    expect(document(change)).toContain('2026年和2025年均未安排“三公”经费，与上年持平');
  });

  test('§4 可持续影响 stands under 效益指标, and every second-level indicator has its row', () => {
    const form = build(baseFiles())
      .document?.sections.flatMap((section) => section.blocks)
      .find((block) => block.type === 'table' && block.id.startsWith('form-'));
    const rows =
      form?.type === 'table'
        ? form.rows.map((row) => row.cells.map((cell) => `${cell.column}:${cell.content.map((inline) => inline.text).join('')}`))
        : [];
    const effect = rows.findIndex((row) => row.includes('1:效益指标'));
    expect(rows.slice(effect, effect + 4).map((row) => row.find((cell) => cell.startsWith('2:')))).toEqual([
      '2:经济效益',
      '2:社会效益',
      '2:生态效益',
      '2:可持续影响',
    ]);
  });
});
