import type { SourceLocation } from '../diagnostics/diagnostic.js';
import type { DepartmentDefinition } from './schema/department.js';
import type { DistrictDefinition } from './schema/district.js';

/** One budget unit with a definition file of its own: the department itself (本级), or a member unit. */
export interface Member {
  readonly file: string;
  readonly content: DepartmentDefinition;
  /** The file as typed, in which 无 and «其余: 无» are still words: what names of places are looked up in. */
  readonly typed: unknown;
  locate(path: readonly (string | number)[], part?: 'key' | 'value'): SourceLocation;
}

/** A department's budget as stated, with what it inherits from its district. */
export interface Definition {
  /** Name of the department's file, as printed in messages and origins. */
  readonly file: string;
  readonly department: DepartmentDefinition;
  readonly district: DistrictDefinition;
  /** Of a member unit by itself: the department that it belongs to. */
  readonly superior?: DepartmentDefinition['部门'];
  /** The department itself first, then its member units that have a file: the budget is their sum. */
  readonly members: readonly Member[];
  /** Line and column of a path into the department's file. */
  locate(path: readonly (string | number)[], part?: 'key' | 'value'): SourceLocation;
  /** Line and column of a path into the district's file. */
  locateInDistrict(path: readonly (string | number)[], part?: 'key' | 'value'): SourceLocation;
}

/** Line and column of a leaf of any member. */
export function locateSource(
  { members }: Definition,
  source: { file: string; path: readonly (string | number)[] },
): SourceLocation | undefined {
  return members.find((member) => member.file === source.file)?.locate(source.path);
}

/** What a department says for its units as well; its 文字 are about its own tables. */
const HANDED_DOWN = ['方案', '名词解释', '补充科目'] as const satisfies readonly (keyof DistrictDefinition)[];

/**
 * A member unit's own definition, for its own disclosure: its file alone, with what its department hands down laid over
 * what the district does.
 */
export function unitDefinition(department: Definition, unit: Member): Definition {
  const stated = HANDED_DOWN.filter((key) => department.department[key] !== undefined);
  const handedDown = Object.fromEntries(stated.map((key) => [key, department.department[key]]));
  return {
    file: unit.file,
    department: unit.content,
    superior: department.department.部门,
    district: { ...department.district, ...handedDown },
    members: [unit],
    locate: unit.locate,
    locateInDistrict: (path, part) =>
      stated.some((key) => key === path[0]) ? department.locate(path, part) : department.locateInDistrict(path, part),
  };
}
