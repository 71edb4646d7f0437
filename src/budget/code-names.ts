import type { Classifications, CodeList } from '../definition/classifications.js';
import type { Definition } from '../definition/definition.js';

/** Names of codes: from the catalogue, else as the definition states them for codes that the catalogue lacks. */
export interface CodeNames {
  functional(code: string): string;
  departmentEconomic(code: string): string;
  governmentEconomic(code: string): string;
}

export function codeNames(definition: Definition, classifications: Classifications): CodeNames {
  const own = ownNames(definition);
  const lookUp = (list: CodeList) => (code: string) => list.get(code)?.name ?? own.get(code) ?? code;
  return {
    functional: lookUp(classifications.functional),
    departmentEconomic: lookUp(classifications.departmentEconomic),
    governmentEconomic: lookUp(classifications.governmentEconomic),
  };
}

/** Names that the definition and its district add for codes of no catalogue. */
function ownNames({ department, district, members }: Definition): Map<string, string> {
  const added = [...(district.补充科目 ?? []), ...(department.补充科目 ?? [])].map(({ 编码, 名称 }) => [编码, 名称] as const);
  const leaves = members.flatMap(({ content }) => [...content.支出, ...(content.一般公共预算基本支出 ?? [])]);
  return new Map([...added, ...leaves.flatMap(({ 科目, 名称 }) => (名称 === undefined ? [] : [[科目, 名称] as const]))]);
}
