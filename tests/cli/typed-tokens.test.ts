import { describe, expect, test } from 'vitest';
import { commandLine, DISTRICT_YAML, OFFICE_YAML, testProject } from './command-line.js';

/** Checks the office's file after one slip of the pen: what a person sees. */
async function check(change: (text: string) => string, file = OFFICE_YAML) {
  const project = testProject();
  project.edit(file, change);
  return commandLine(project, ['check', '003', '--year', '2026']);
}

/** Puts a line in for one that begins with `start`; a section without the lines of it. */
const put = (start: string, line: string) => (text: string) => {
  const changed = text.replace(new RegExp(`^${start}:.*\\n(?: .*\\n)*`, 'm'), `${line}\n`);
  return changed === text ? `${text}${line}\n` : changed;
};

const COMMA = (figure: string) => `提示：金额里不要写逗号：是否为 ${figure}？`;

describe('a number torn by a comma is one error where it stands', () => {
  test.each([
    ['政府采购: {货物: 1,100,000}', COMMA('1100000')],
    ['政府采购: {货物: 1，100，000}', '提示：是否为 1100000？'],
    ['政府采购: {货物: "1,100,000"}', '提示：是否为 1100000？'],
    ['政府采购: {货物: 1,100,000.50}', COMMA('1100000.50')],
    ['三公经费: {公务接待费: {本年: {一般公共预算: 21,100}, 上年: 0}}', COMMA('21100')],
    ['上年预算: {一般公共预算: 16,370,000}', COMMA('16370000')],
    ['上年预算: {一般公共预算: 16,370,000, 单位资金: 20,000,000}', COMMA('20000000')],
    ['核对数: {支出总计: 12,627,960.91}', COMMA('12627960.91')],
    ['增减原因: {收入: 新增装修项目1,000,000元}', '提示：文字里有逗号时，请给整段文字加上引号：是否为 "新增装修项目1,000,000元"？'],
    ['政府购买服务: [1,100,000]', COMMA('1100000')],
    ['政府购买服务: [１,１００,０００]', COMMA('1100000')],
    ['政府采购: {货物:1,100,000}', '是否为 货物: 1100000？'],
    ['政府采购预留: {中小企业: 1,100,000元}', COMMA('1100000元')],
    ['政府购买服务: [养老服务2,500元]', '是否为 "养老服务2,500元"？'],
  ])('%s', async (line, hint) => {
    const { exitCode, stderr } = await check(put(line.split(':')[0] ?? '', line));
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(hint) });
    expect(stderr).not.toMatch(/重复|不认识的键/);
    expect(stderr).toMatch(/共 [12] 个错误/);
  });

  test('in a row of 支出, as the first and only thing said', async () => {
    const { exitCode, stderr } = await check((text) =>
      text.replace(/基本支出:\s+一般公共预算: 2232000/, '基本支出: {一般公共预算: 2,232,000}'),
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain(COMMA('2232000'));
    expect(stderr).toContain('共 1 个错误');
  });
});

describe('a key in the wrong place is told where it belongs', () => {
  test.each([
    ['因公出国（境）费: {本年: {一般公共预算: 1}}', '“因公出国（境）费”应写在“三公经费”里。'],
    ['公务接待费:', '“公务接待费”应写在“三公经费”里或“增减原因”里。'],
    ['其他公务用车: 4', '“其他公务用车”应写在“国有资产”的“车辆”里。'],
    ['收入: {一般公共预算: 12627960.91, 事业收入: 1}', '“事业收入”应写在“收入”的“单位资金”里或'],
    ['政府采购预留: {政府采购: {货物: 1}}', '“政府采购”应写在文件最外层（顶格写）。'],
  ])('%s', async (line, hint) => {
    const { exitCode, stderr } = await check(put(line.split(':')[0] ?? '', line));
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(hint) });
  });
});

describe('a key without a value is named', () => {
  test.each([
    ['胡写:', '不认识的键“胡写”'],
    ['政府才购:', '提示：是否为“政府采购”？'],
    ['政府采购:', '“政府采购”后面没有内容'],
    ['政府采购: {货物: , 工程: 400}', '“货物”后面没有内容'],
    ['三公经费: {公务接待费: ~}', '“公务接待费”后面没有内容'],
    ['其他说明: null', '“其他说明”后面没有内容'],
    ['上年预算:', '“上年预算”后面没有内容'],
    ['机构设置: [{名称: 办公室, 职责: }]', '“职责”后面没有内容'],
  ])('%s', async (line, message) => {
    const { exitCode, stderr } = await check(put(line.split(':')[0] ?? '', line));
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(message) });
  });

  test('in the file of the district', async () => {
    const { exitCode, stderr } = await check((text) => `${text}待确认:\n`, DISTRICT_YAML);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('“待确认”后面没有内容');
  });

  test('in a file of the profile', async () => {
    const project = testProject();
    project.write('data/2026/方案/核对.yaml', '级别:\n');
    project.write('data/2026/方案/版式.yaml', '纸张: {宽: 1,210, 高: }\n');
    const { exitCode, stderr } = await commandLine(project, ['check', '003', '--year', '2026']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('“级别”后面没有内容');
    expect(stderr).toContain(COMMA('1210'));
  });
});
