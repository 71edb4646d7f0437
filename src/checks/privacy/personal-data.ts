import { type Check, type Finding, finding, findingsOr } from '../check.js';
import { matched } from '../shared/lint.js';
import { findPersonalData } from '../shared/personal-data.js';

/**
 * 符合：
 *     项目[0].绩效目标表.联系电话: 0349-6065432
 *     其他说明: 文件流水号20251125094605，一卡通编号2010301，13710系统运行正常，已处理110101199013070000件。
 * 不符（其他说明）：
 *     其他说明: 联系人身份证号 11010119900307 7758。
 * 不符（项目/0/绩效目标表/联系电话）：
 *     项目[0].绩效目标表.联系电话: 139-1234-5678
 * 不符（项目/0/绩效目标表/负责人）：
 *     项目[0].绩效目标表.负责人: 张三 6222 0210 0111 6245 702
 */
export const personalData: Check = {
  code: 'personal-data',
  group: '保密与个人信息',
  severity: '错误',
  confirmable: true,
  rule: '公开的文件里不应有身份证号、手机号和银行卡号。',
  relations: ['C16'],
  basis: '政府信息公开条例第十五条；个人信息保护法第二十五条',
  run: ({ texts }) => {
    const found = matched(texts.stated, findPersonalData).flatMap(([{ place }, all]) => all.map((one) => ({ ...one, place })));
    const findings = found.map(
      ({ kind, shown, masked, place }): Finding =>
        finding(`文字里有${kind}“${shown}”。`, place, {
          hint: `删去，或写成“${masked}”；不是${kind}的，在“已确认的提醒”里用“内容”写明这个号码和理由。`,
        }),
    );
    return findingsOr(findings, texts.stated.length, `${texts.stated.length} 处文字里没有身份证号、手机号和银行卡号。`);
  },
};
