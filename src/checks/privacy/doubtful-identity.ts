import { type Check, finding, findingsOr } from '../check.js';
import { matched } from '../shared/lint.js';
import { findDoubtfulIdentity } from '../shared/personal-data.js';

/**
 * 符合：
 *     其他说明: 文件流水号20251125094605，编号11**********758。
 * 不符（其他说明）：
 *     其他说明: 已处理110101199003070000件。
 * 不符（项目/0/绩效目标表/负责人）：
 *     项目[0].绩效目标表.负责人: 张三 110101199003077***
 * 不符（其他说明）：
 *     其他说明: 联系人证号11010119900307****。
 */
export const doubtfulIdentity: Check = {
  code: 'doubtful-identity',
  group: '保密与个人信息',
  severity: '提醒',
  strict: '错误',
  rule: '像身份证号而校验码不对的号码，只遮住末几位、仍看得出地区和生日的号码，要核实。',
  relations: ['C16'],
  basis: '政府信息公开条例；个人信息保护法',
  run: ({ texts }) => {
    const findings = matched(texts.stated, findDoubtfulIdentity).flatMap(([{ place }, all]) =>
      all.map(({ shown, why }) =>
        finding(`文字里有“${shown}”，${why}。`, place, { hint: '删去，或只留前两位和末三位；不是身份证号的，在“已确认的提醒”里写明。' }),
      ),
    );
    return findingsOr(findings, texts.stated.length, `${texts.stated.length} 处文字里没有像身份证号的号码。`);
  },
};
