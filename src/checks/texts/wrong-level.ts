import { type Check, findingsOr } from '../check.js';
import { lint, matchAll } from '../shared/lint.js';

/** Stands in all of these. */
const LEVEL = /[省市区县](?:直|本级|级)/;

/** How one speaks of one's own departments at each level. 省政府, 市直… of others may well be named as such. */
const OWN_WORDS: Readonly<Record<string, RegExp>> = {
  省级: ownWords('省'),
  市级: ownWords('市'),
  区级: ownWords('区'),
  县级: ownWords('县'),
};

/** Glossaries are often taken over from the level above: «市级预算主管部门», «使用市级财政拨款». */
function ownWords(level: string): RegExp {
  return new RegExp(
    `${level}直(?:各)?(?:部门|单位|机关)|${level}本级|${level}级(?:各)?(?:部门|单位|预算(?:主管)?部门|预算单位|财政拨款|财政预算|行政事业单位)`,
    'g',
  );
}

/**
 * 符合：
 *     职责: [负责向省政府、市政府报送信息，联系县直各部门。]
 * 不符：
 *     区县文件: {"名词解释[2].解释": 指省直部门用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。}
 * 不符：
 *     区县文件: {"名词解释[2].解释": 指市级预算主管部门使用市级财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。}
 * 不符（其他说明）：
 *     其他说明: 区直各部门按要求编制预算。
 */
export const wrongLevel: Check = {
  code: 'wrong-level',
  group: '文字规范',
  severity: '提醒',
  strict: '错误',
  rule: '称本级部门的话要与本地的级次相合，不应留有省直、市直等别级的说法。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const level = context.definition.district.级次;
    const others = Object.entries(OWN_WORDS).filter(([name]) => name !== level);
    const match = (text: string) =>
      others.flatMap(([, pattern]) =>
        matchAll(text, pattern, ([found]) => `里的“${found}”与${level}文件不合。`, '核对是不是套用了别级的文本。'),
      );
    const findings = lint(context, match, { containing: LEVEL });
    return findingsOr(findings, 1, `没有别级的说法，本地是${level}。`);
  },
};
