import type { Member } from '../../definition/definition.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr, type Path, type Place } from '../check.js';
import { indicators, publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     职责: [负责政务服务工作。, 负责政务公开工作。]
 * 不符（部门/所属单位/1/名称）：
 *     部门.所属单位: [{名称: 乙县政务信息中心, 单位性质: 事业}, {名称: 乙县政务 信息中心, 单位性质: 事业}]
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 200000}}]
 * 不符（部门/所属单位/0/名称）：
 *     部门.所属单位: [{名称: 乙县政务服务局, 单位性质: 行政}]
 *     机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {一般公共预算: 200000}}]
 * 不符（职责/1）：
 *     职责: [负责政务服务工作。, 负责政务服务工作]
 * 不符（机构设置/1/名称）：
 *     机构设置: [{名称: 办公室, 职责: 负责机关日常运转工作。}, {名称: 办公室, 职责: 负责文件收发工作。}]
 * 不符（项目/0/绩效目标表/指标/产出指标/数量指标/1/名称）：
 *     项目[0].绩效目标表.指标.产出指标.数量指标: [{名称: 维护平台个数, 值: 1个}, {名称: 维护平台个数, 值: 1个}]
 * 不符：
 *     区县文件: {"名词解释[1]": {名词: 基本支出, 解释: 指为保障机构正常运转而发生的支出。}}
 */
export const listedOnce: Check = {
  code: 'listed-once',
  group: '文字规范',
  severity: '提醒',
  strict: '错误',
  rule: '一个单位、一条职责、一个机构、一个名词、一项指标只写一次。',
  relations: ['C20', 'C13'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const lists = [...context.members.flatMap(listsOf), ...glossaryList(context), ...indicatorLists(context)];
    return findingsOr(
      lists.flatMap(repeated),
      lists.reduce((count, { items }) => count + items.length, 0),
      '没有重复填写的单位、职责、机构、名词和指标。',
    );
  },
};

interface Listed {
  readonly what: string;
  readonly items: readonly { readonly text: string; readonly place: Place }[];
}

function listsOf(member: Member): Listed[] {
  const { 部门, 职责, 机构设置, 政府购买服务, 补充科目, 机关运行经费 } = member.content;
  const list = (what: string, texts: readonly (string | undefined)[] | undefined, at: (index: number) => Path): Listed => ({
    what,
    items: (texts ?? []).flatMap((text, index) => (text === undefined ? [] : [{ text, place: inMember(member, ...at(index)) }])),
  });
  return [
    // The department is none of its own units.
    list('单位', [部门.名称, ...(部门.所属单位 ?? []).map(({ 名称 }) => 名称)], (index) =>
      index === 0 ? ['部门', '名称'] : ['部门', '所属单位', index - 1, '名称'],
    ),
    list('职责', 职责, (index) => ['职责', index]),
    list(
      '机构',
      机构设置?.map(({ 名称 }) => 名称),
      (index) => ['机构设置', index, '名称'],
    ),
    list('政府购买服务', 政府购买服务, (index) => ['政府购买服务', index]),
    list(
      '补充科目',
      补充科目?.map(({ 编码 }) => 编码),
      (index) => ['补充科目', index, '编码'],
    ),
    list(
      '机关运行经费的单位',
      机关运行经费?.单位?.map(({ 名称 }) => 名称),
      (index) => ['机关运行经费', '单位', index, '名称'],
    ),
  ];
}

function glossaryList({ department, definition }: CheckContext): Listed[] {
  const own = department.名词解释;
  const items = (own ?? definition.district.名词解释 ?? []).map(({ 名词: text }, index) => {
    const path = ['名词解释', index, '名词'];
    return { text, place: own ? { kind: 'definition' as const, path } : { kind: 'district' as const, path } };
  });
  return [{ what: '名词', items }];
}

function indicatorLists(context: CheckContext): Listed[] {
  return publishedForms(context).map((form) => ({
    what: `项目“${form.name}”的指标`,
    items: indicators(form).map(({ name, indicator, path }) => ({
      // The same name at two levels, or with another value, may well be meant.
      text: [indicator.名称, indicator.值, indicator.实施期值, indicator.年度值, name].join('\n'),
      place: inMember(form.member, ...path, '名称'),
    })),
  }));
}

/** Spaces and the stop at the end make no difference. */
const bare = (text: string) => text.replace(/[ \t\u3000]/g, '').replace(/[。；;.，,]+(?=\n|$)/g, '');

function repeated({ what, items }: Listed): Finding[] {
  const first = new Map<string, Place>();
  return items.flatMap(({ text, place }) => {
    const before = first.get(bare(text));
    if (before)
      return finding(`${what}“${text.split('\n')[0]}”写了不止一次。`, place, {
        related: [{ message: '第一次', place: before }],
        hint: '删去重复的一条。',
      });
    first.set(bare(text), place);
    return [];
  });
}
