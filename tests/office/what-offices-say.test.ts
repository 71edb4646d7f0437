import { describe, expect, test } from 'vitest';
import { buildOffice, findings, paragraphs, rowsWith } from './support.js';

const codes = (edits: Parameters<typeof buildOffice>[0]) => findings(buildOffice(edits)).map((line) => line.split(' ')[0]);

describe('units by kind', () => {
  test('事业单位数 are those that are not 参公; the sentence of the form counts both and says so', () => {
    const built = buildOffice({
      edits: [
        ['核对数', { 所属单位数: '2', 参公单位数: '1', 事业单位数: '1家', 含参公事业单位数: '2', 所属行政单位数: '0', 行政单位数: '1' }],
      ],
    });
    expect(findings(built).filter((line) => line.startsWith('control-totals'))).toEqual([]);
    expect(paragraphs(built).join('')).toContain('行政单位1家，参照公务员法管理的事业单位1家，其他事业单位1家');
  });

  test('a unit too many is found', () => {
    expect(codes({ edits: [['核对数', { 所属事业单位数: '2' }]] })).toContain('control-totals');
  });
});

describe('one economic code with 人员经费 and 公用经费', () => {
  const both = [
    { 科目: '30302', 金额: '250000', 经费: '人员经费' },
    { 科目: '30302', 金额: '50000', 经费: '公用经费' },
  ];
  const edits = (leaves: readonly object[]) => [
    ['一般公共预算基本支出/4', leaves[0]] as const,
    ['一般公共预算基本支出/5', leaves[1]] as const,
  ];

  test('is one row with both columns', () => {
    const built = buildOffice({ edits: edits(both) });
    expect(findings(built).filter((line) => line.startsWith('codes-stated-once'))).toEqual([]);
    expect(rowsWith(built.tables, '一般公共预算安排的基本支出', '退休费')).toEqual([
      ['303', '02', '退休费', '300,000.00', '250,000.00', '50,000.00'],
    ]);
  });

  test.each([
    ['30201', '办公费', 1, '1850000', '1,900,000.00'],
    ['30101', '基本工资', 0, '7950000', '8,000,000.00'],
  ])('%s as well', (code, name, index, amount, printed) => {
    const parts = [
      { 科目: code, 金额: amount, 经费: '人员经费' },
      { 科目: code, 金额: '50000', 经费: '公用经费' },
    ];
    const built = buildOffice({
      edits: [
        [`一般公共预算基本支出/${index}`, parts[0]],
        ['一般公共预算基本支出/5', parts[1]],
      ],
    });
    expect(findings(built).filter((line) => line.startsWith('codes-stated-once'))).toEqual([]);
    const [row, ...others] = rowsWith(built.tables, '一般公共预算安排的基本支出', name);
    expect([row?.[3], row?.[5], others]).toEqual([printed, '50,000.00', []]);
  });

  test('the same 经费 twice is still one too many, also where one of them leaves it to the catalogue', () => {
    const twice = [both[0], { 科目: '30302', 金额: '50000' }] as const;
    expect(codes({ edits: edits(twice as unknown as object[]) })).toContain('codes-stated-once');
    expect(codes({ edits: edits([both[1], { ...both[1], 金额: '250000' }] as object[]) })).toContain('codes-stated-once');
  });
});

describe('reasons', () => {
  const none = [
    ['三公经费/因公出国（境）费', { 本年: { 一般公共预算: '0' }, 上年: '0' }],
    ['三公经费/公务用车购置费', { 本年: { 一般公共预算: '0' }, 上年: '0' }],
  ] as const;
  const print = (text: string) => ({
    '其他/01-三公经费和机关运行经费.hbs': [['## 机关运行经费预算', `${text}\n\n## 机关运行经费预算`]] as const,
  });

  test('公务用车购置及运行费 has its own change and reason', () => {
    const built = buildOffice({
      edits: [
        ...none,
        ['三公经费/公务用车运行维护费/上年', '88900'],
        ['增减原因/公务用车运行维护费', '减少公务用车一辆'],
        ['增减原因/公务用车购置及运行费', '减少公务用车一辆'],
      ],
      profile: print(
        '公务用车购置及运行费{{万元 三公经费.公务用车购置及运行费.本年}}，{{> 增减 三公经费.公务用车购置及运行费}}，主要原因是{{三公经费.公务用车购置及运行费.原因}}。',
      ),
    });
    expect(findings(built).filter((line) => line.startsWith('reason-'))).toEqual([]);
    expect(paragraphs(built).join('')).toContain('公务用车购置及运行费7.89万元，比2025年预算减少1.00万元，下降11.25%');
    expect(paragraphs(built).join('')).toContain('主要原因是减少公务用车一辆。');
  });

  test('a reason where nothing changed is printed by forms that ask for it', () => {
    const built = buildOffice({
      edits: [...none, ['增减原因/公务接待费', '按上年标准安排，没有新增接待任务']],
      profile: print(
        '{{#逐项 三公经费.项目}}{{#如果 变动.持平}}{{#如果 变动.原因}}{{名称}}持平的原因是{{变动.原因}}。{{/如果}}{{/如果}}{{/逐项}}',
      ),
    });
    expect(findings(built).filter((line) => line.startsWith('reason-'))).toEqual([]);
    expect(paragraphs(built)).toContain('公务接待费持平的原因是按上年标准安排，没有新增接待任务。');
  });

  test('but it may not tell of a change', () => {
    expect(codes({ edits: [...none, ['增减原因/公务接待费', '接待批次增加']] })).toContain('reason-fits-change');
    expect(codes({ edits: [...none, ['增减原因/三公经费', '压减接待标准']] })).toContain('reason-fits-change');
  });
});
