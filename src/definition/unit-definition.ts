import type { Definition, Member } from './definition.js';
import type { DistrictDefinition } from './schema/district.js';

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
