import type { Check } from '../check.js';
import { findingsOr } from '../shared/findings.js';
import { lint, matchAll } from '../shared/lint.js';

const RESIDUE = [
  { pattern: /(?<![A-Za-z0-9])[XＸ×]{2,}(?![A-Za-z0-9])/g, what: '是没有填写的占位符' },
  { pattern: /待填写?|待补充|待完善|某某|请填写|请补充|此处填写|TODO|TBD/g, what: '是没有填写完的内容' },
  { pattern: /（(?:增加|填写|补充|说明|请|如有|如无)[^（）]{0,20}(?:内容|填写|修改|删除|补充)）/g, what: '是模板里的写作说明' },
  { pattern: /以下为常见专业名词|部门应根据实际情况|根据实际情况进行(?:解释|增减|修改)/g, what: '是模板里的写作说明' },
  { pattern: /PAGEREF|_Toc\d+|HYPERLINK|MERGEFORMAT/g, what: '是文字处理软件的域代码' },
  { pattern: /\{\{|\}\}|\$\{|<\/?[a-z]+>|\[object Object\]|undefined|NaN/g, what: '是没有填入内容的标记' },
];

/**
 * 符合：
 *     其他说明: 本部门使用OA系统（含X光机1台），执行3×8小时工作制。
 * 不符（其他说明）：
 *     其他说明: 2026年XX项目（增加内容）。
 * 不符（职责/0）：
 *     职责: ["负责{{部门}}的工作。"]
 * 不符：
 *     区县文件: {"名词解释[0].解释": 以下为常见专业名词解释，部门应根据实际情况进行解释和增减。}
 * 不符：
 *     方案改动: {说明/09-政府采购.hbs: {"没有政府采购预算": "没有政府采购预算", "其中：": "其中××："}}
 */
export const templateResidue: Check = {
  code: 'template-residue',
  group: '文字规范',
  severity: '错误',
  confirmable: true,
  rule: '公开的文字里不应有占位符、写作说明、没有填入的标记和域代码。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：内容准确、形式规范',
  run: (context) => {
    const hint = '填写内容，或删去这几个字。';
    const findings = lint(context, (text) =>
      RESIDUE.flatMap(({ pattern, what }) => matchAll(text, pattern, ([found]) => `里的“${found}”${what}。`, hint)),
    );
    return findingsOr(findings, 1, '文字里没有占位符、写作说明和没有填入的标记。');
  },
};
