import type { CodeList } from '../../definition/classifications.js';
import type { CheckContext, Place } from '../check.js';
import { inDefinition, inMember } from './sides.js';

/** A name that a definition gives to a code, and where. */
export interface GivenName {
  readonly name: string;
  readonly place: Place;
}

/** A code that the definition uses, at its first place, with the names that it gives to it. */
export interface UsedCode {
  readonly code: string;
  readonly kind: '功能科目' | '部门经济科目' | '政府经济科目';
  readonly list: CodeList;
  readonly place: Place;
  readonly names: readonly GivenName[];
}

/** Every code of the definition and of its member units, once. */
export function usedCodes(context: CheckContext): UsedCode[] {
  const { members, budget } = context;
  const { functional, departmentEconomic, governmentEconomic } = budget.classifications;
  const given = givenNames(context);
  const used = new Map<string, UsedCode>();
  const add = (kind: UsedCode['kind'], list: CodeList, code: string | undefined, place: Place): void => {
    if (code === undefined || code === '' || used.has(kind + code)) return;
    used.set(kind + code, { code, kind, list, place, names: given.get(code) ?? [] });
  };
  for (const member of members) {
    member.content.支出.forEach((leaf, index) => add('功能科目', functional, leaf.科目, inMember(member, '支出', index, '科目')));
    member.content.一般公共预算基本支出?.forEach((leaf, index) => {
      const at = (key: string) => inMember(member, '一般公共预算基本支出', index, key);
      add('部门经济科目', departmentEconomic, leaf.科目, at('科目'));
      const government = leaf.政府科目 ?? budget.classifications.governmentCounterpart(leaf.科目, member.content.部门.单位性质);
      add('政府经济科目', governmentEconomic, government, at(leaf.政府科目 === undefined ? '科目' : '政府科目'));
    });
  }
  return [...used.values()];
}

/** All names that the definition, its member units and its district give to codes. */
export function givenNames({ department, members, definition: { district } }: CheckContext): Map<string, GivenName[]> {
  const names = new Map<string, GivenName[]>();
  const add = (code: string, name: string | undefined, place: Place): void => {
    if (name !== undefined) names.set(code, [...(names.get(code) ?? []), { name, place }]);
  };
  for (const member of members) {
    for (const key of ['支出', '一般公共预算基本支出'] as const) {
      member.content[key]?.forEach((leaf, index) => add(leaf.科目, leaf.名称, inMember(member, key, index, '名称')));
    }
  }
  department.补充科目?.forEach((one, index) => add(one.编码, one.名称, inDefinition('补充科目', index, '名称')));
  district.补充科目?.forEach((one, index) => add(one.编码, one.名称, { kind: 'district', path: ['补充科目', index, '名称'] }));
  return names;
}
