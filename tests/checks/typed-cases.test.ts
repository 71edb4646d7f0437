import { describe, expect, test } from 'vitest';
import { baseFiles, check, type Files, nineTablesFiles, patch } from '../support/build-fixture.js';

type Row = readonly [fixture: string, findings: readonly string[]];

/** What people typed into 乙县 and 东河 and no check said a word about; and what honest texts look like it. */
const CASES: Readonly<Record<string, { readonly files: () => Files; readonly rows: readonly Row[] }>> = {
  'leftovers of templates, spreadsheets and word processors': {
    files: baseFiles,
    rows: [
      [
        '{增减原因.收入: ○○项目增加（根据实际情况填写）, 增减原因.公务接待费: "#REF!", "项目[1].名称": 办事大厅改造（项目名称）, "项目[0].绩效目标表.立项依据": "□□〔2025〕  号文件", "项目[0].绩效目标表.保证措施": "____", 其他说明: 错误！未找到引用源。}',
        [...Array(8).fill('error template-residue')],
      ],
      ['{其他说明: "本部门的年度任务共N个，计划X年完成。"}', Array(2).fill('error template-residue')],
      ['{其他说明: "{部门}没有其他说明。"}', ['error template-residue']],
      ['{"项目[0].绩效目标表.年度目标": "***"}', ['error template-residue']],
      ['{"项目[0].绩效目标表.实施计划": 请按季度填写实施计划}', ['error template-residue']],
      ['{"项目[0].绩效目标表.项目概况": 按照三定方案填写}', ['error template-residue']],
      ['{其他说明: 仍保留该表格式，并在本表下方作下述说明。}', Array(3).fill('error template-residue')],
      ['{其他说明: "本项内容见说明（不涉及的请删除）。"}', ['error template-residue']],
      ['{其他说明: "错误！未定义书签。"}', ['error template-residue']],
      ['{"机构设置[0].职责": "#DIV/0!"}', ['error template-residue']],
      ['{"项目[2].名称": "####"}', ['error template-residue']],
      ['{国有资产.办公用房用途: "null"}', ['error template-residue']],
      ['{政府购买服务: ["undefined"]}', ['error template-residue']],
      ['{政府购买服务: ["【】服务"]}', ['error template-residue']],
      ['{"项目[0].绩效目标表.立项依据": 县政府办〔2025〕号}', ['error template-residue']],
      ['{"项目[0].绩效目标表.立项依据": 待定}', ['warning doubtful-residue']],
      ['{"项目[0].绩效目标表.实施计划": （略）}', ['warning doubtful-residue']],
      ['{其他说明: 本表无此项内容的可删除此行。}', ['error template-residue']],
      ['{其他说明: "@@部门@@没有其他说明。"}', ['error template-residue']],
      ['{其他说明: （如无此项，请填“无”）}', ['error template-residue']],
      ['{其他说明: 请输入文本。}', ['error template-residue']],
      ['{其他说明: "收入增加/减少10万元。"}', ['warning doubtful-residue']],
      ['{其他说明: 待批复后补充。}', ['warning doubtful-residue']],
      ['{其他说明: （公章）}', ['warning doubtful-residue']],
      ['{职责: [负责本部门职责范围内的工作。]}', ['warning doubtful-residue']],
      ['{其他说明: 某单位没有其他需要说明的情况。}', ['warning doubtful-residue']],
      ['{其他说明: 国有资产数据待核实。}', ['warning doubtful-residue']],
      ['{区县文件: {文字: {表注: {收支总表: "注：（填写说明）"}}}}', ['error template-residue']],
      [
        '{其他说明: "按照县政府办〔2025〕12号和财办发【2025】3号文件，购置X光机、N95口罩和3×8米展板，建设“1+N”体系，培训某些岗位人员，邀请专家填写问卷。"}',
        [],
      ],
      ['{"项目[0].绩效目标表.负责人": 王某某, "项目[0].绩效目标表.联系电话": "0349-*******"}', []],
      ['{职责: [办理请示、报告，请销假管理，指导基层填报统计报表，审核待遇标准和待业登记。]}', []],
    ],
  },
  'one file says two things': {
    files: nineTablesFiles,
    rows: [
      [
        '{三公经费.公务用车购置费: {本年: {一般公共预算: 180000}, 上年: 0}, 增减原因.公务用车购置费: 新增购置执法车辆}',
        ['error vehicle-purchase-planned'],
      ],
      [
        '{三公经费.公务用车购置费: {本年: {一般公共预算: 180000}, 上年: 0}, 增减原因.公务用车购置费: 新增购置执法车辆, 国有资产.计划购置: {五十万元以上通用设备: 1}}',
        ['error vehicle-purchase-planned'],
      ],
      [
        '{三公经费.公务用车购置费: {本年: {一般公共预算: 180000}, 上年: 0}, 增减原因.公务用车购置费: 新增购置执法车辆, 国有资产.计划购置: {车辆: 1}}',
        [],
      ],
      ['{国有资产.计划购置: {车辆: 2}}', ['warning planned-vehicles-have-cost']],
      ['{国有资产.五十万元以上通用设备: 1, 国有资产.一百万元以上通用设备: 3}', ['warning equipment-counts-nest']],
      ['{国有资产.计划购置: {一百万元以上通用设备: 1}}', ['warning equipment-counts-nest']],
      ['{其他说明: 本部门2026年没有安排政府采购。}', ['warning denials-fit-amounts']],
      ['{其他说明: 本部门本年无公务接待费。}', ['warning denials-fit-amounts']],
      ['{其他说明: 本部门2026年没有项目支出。}', ['warning denials-fit-amounts']],
      ['{其他说明: 本部门没有公务用车。}', ['warning denials-fit-amounts']],
      ['{其他说明: 本部门没有公务用车购置计划，没有政府性基金项目支出。}', []],
      ['{其他说明: 本部门没有因公出国（境）费，没有政府性基金预算支出，没有新增政府采购项目。}', []],
    ],
  },
  'performance forms': {
    files: baseFiles,
    rows: [
      ['{"项目[0].绩效目标表.指标.效益指标": 删除, "项目[0].绩效目标表.指标.满意度指标": 删除}', ['warning form-indicators-given']],
      ['{"项目[0].绩效目标表.指标.满意度指标.服务对象满意度[0].值": "≥950%"}', ['warning form-percentages-fit']],
      ['{"项目[0].绩效目标表.指标.产出指标.时效指标": [{名称: 完成及时率, 值: "100.5%"}]}', ['warning form-percentages-fit']],
      ['{"项目[0].绩效目标表.指标.效益指标.经济效益": [{名称: 收入同比增长, 值: "≥120%"}]}', []],
      ['{"项目[0].绩效目标表.指标.产出指标.成本指标": [{名称: 运维成本, 值: "≤50万元"}]}', ['warning form-cost-within-money']],
      ['{"项目[0].绩效目标表.指标.产出指标.成本指标": [{名称: 运维成本, 值: "258,001元以内"}]}', ['warning form-cost-within-money']],
      ['{"项目[0].绩效目标表.指标.产出指标.成本指标": [{名称: 运维成本, 值: "≤25.8万元"}]}', []],
      [
        '{"项目[0].绩效目标表.指标.产出指标": {数量指标: [{名称: 维护平台, 值: 完成}], 质量指标: [{名称: 质量, 值: 良好}]}, "项目[0].绩效目标表.指标.满意度指标.服务对象满意度[0].值": 显著}',
        ['warning form-indicators-given'],
      ],
      ['{"项目[0].绩效目标表.填报日期": 2026-02-21}', ['warning form-filled-in-time']],
      ['{"项目[0].绩效目标表.填报日期": 2020-11-20}', ['warning form-filled-in-time']],
      ['{"项目[0].绩效目标表.项目期": 3年}', ['warning form-period-has-money']],
      ['{"项目[0].绩效目标表.项目期": 2026年—2028年}', ['warning form-period-has-money']],
      ['{"项目[0].绩效目标表.项目期": 长期}', []],
      ['{"项目[0].绩效目标表.指标.满意度指标.服务对象满意度[0].值": "≤95%"}', ['warning form-percentages-fit']],
      ['{"项目[0].绩效目标表.指标.满意度指标.服务对象满意度[0].值": "≥9.5%"}', ['warning form-percentages-fit']],
      ['{"项目[0].绩效目标表.指标.产出指标.成本指标": [{名称: 运维成本, 值: "≤25.8元"}]}', ['warning form-cost-within-money']],
      ['{编报绩效目标: 否}', ['warning targets-fit-forms']],
      ['{"项目[0].编报绩效目标": 否}', ['warning targets-fit-forms']],
      ['{编报绩效目标: 否, "项目[0].编报绩效目标": 是}', []],
    ],
  },
  'whose 部门': {
    files: baseFiles,
    rows: [
      ['{其他说明: 本单位无其他需要说明的情况。}', ['warning speaks-of-itself']],
      ['{职责: [承担本单位的日常工作。]}', ['warning speaks-of-itself']],
      ['{增减原因.公务接待费: 本单位压减公务接待批次}', ['warning speaks-of-itself']],
      ['{"项目[0].绩效目标表.保证措施": 本单位财务管理制度}', ['warning speaks-of-itself']],
      ['{"项目[0].名称": 本单位政务平台运行维护}', ['warning speaks-of-itself']],
      ['{"项目[0].绩效目标表.保证措施": 县级单位财务管理制度}', []],
    ],
  },
  '用途 of another code': {
    files: baseFiles,
    rows: [
      ['{"支出[5].用途": 缴纳职工基本医疗保险, "支出[3].用途": 缴纳职工住房公积金}', Array(2).fill('warning purposes-fit-codes')],
      ['{"支出[2].用途": 缴纳职工职业年金}', ['warning purposes-fit-codes']],
      ['{"支出[2].用途": 住房公积金}', ['warning purposes-fit-codes']],
      ['{"支出[5].用途": 在职人员工资}', ['warning purposes-fit-codes']],
      ['{"支出[0].用途": 购置公务用车, "支出[5].用途": 在职人员住房公积金}', []],
      ['{"支出[2].用途": 缴纳机关事业单位基本养老保险, "支出[0].用途": 在职人员工资、医疗保险和公用经费}', []],
    ],
  },
  'twice, or of another year': {
    files: baseFiles,
    rows: [
      ['{职责: [负责政务服务工作。, 负责政务服务工作。]}', ['warning listed-once']],
      ['{政府购买服务: [档案整理服务, 档案整理服务]}', ['warning listed-once']],
      [
        '{"项目[0].绩效目标表.指标.效益指标.可持续影响": [{名称: 平台持续运行, 值: 持续}, {名称: 平台持续运行, 值: 持续}]}',
        ['warning listed-once'],
      ],
      [
        '{三公经费.公务用车购置费: {上年: 180000}, 增减原因.公务用车购置费: 压减支出，2025年无公车购置计划}',
        ['warning denials-fit-amounts'],
      ],
      ['{增减原因.公务接待费: 上年没有安排公务接待，本年压减}', ['warning denials-fit-amounts']],
      ['{增减原因.公务接待费: 压减支出，2024年没有公务接待}', []],
      ['{其他说明: 二〇二四年继续推进改革。}', ['warning other-years']],
      ['{其他说明: 数据截至24年12月31日。}', ['warning other-years']],
      ['{其他说明: 设备已使用12年。}', []],
      ['{其他说明: 截至2022年底，设备没有变化。}', ['warning other-years']],
      ['{其他说明: 截至2025年8月31日，设备没有变化。}', []],
      ['{"项目[0].绩效目标表.指标.产出指标.时效指标": [{名称: 完成时间, 值: 2024年12月底}]}', ['warning other-years']],
      [
        '{"项目[0].绩效目标表.指标.产出指标.时效指标": [{名称: 完成时间, 值: 2026年12月底}], "项目[0].绩效目标表.立项依据": 2024年县政府会议纪要}',
        [],
      ],
      ['{部门.所属单位: [{名称: 乙县政务服务局, 单位性质: 行政}]}', ['warning listed-once']],
    ],
  },
  'codes that do not fit the unit': {
    files: baseFiles,
    rows: [
      ['{收入.单位资金: {事业收入: 40000}}', ['warning codes-fit-unit-kind']],
      ['{收入.单位资金: {事业单位经营收入: 10000, 其他收入: 30000}}', ['warning codes-fit-unit-kind']],
      ['{收入.单位资金: {其他收入: 40000}}', []],
    ],
  },
  'numbers of persons': {
    files: baseFiles,
    rows: [
      ['{其他说明: 联系人110101199003077750。}', ['warning doubtful-identity']],
      ['{"项目[0].绩效目标表.经办人": 李四11010119900307***X}', ['warning doubtful-identity']],
      ['{其他说明: 编号20251125094605123，卡号11**********775。}', []],
    ],
  },
};

/** What checks of this test may say; a change of the budget may well be noticed by others, that is not asked here. */
const CODES = [
  'template-residue',
  'doubtful-residue',
  'vehicle-purchase-planned',
  'planned-vehicles-have-cost',
  'equipment-counts-nest',
  'denials-fit-amounts',
  'form-indicators-given',
  'form-percentages-fit',
  'form-cost-within-money',
  'form-filled-in-time',
  'targets-fit-forms',
  'form-period-has-money',
  'speaks-of-itself',
  'purposes-fit-codes',
  'listed-once',
  'other-years',
  'codes-fit-unit-kind',
  'doubtful-identity',
];

describe.each(Object.entries(CASES))('%s', (_, { files, rows }) => {
  test.each(rows)('%s', (fixture, expected) => {
    const found = check(patch(files(), fixture)).diagnostics.filter(({ code }) => CODES.includes(code));
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
    for (const { message, at } of found) expect([message, at?.line !== undefined]).toEqual([expect.stringMatching(/。$/), true]);
  });
});
