import type { Classifications } from '../definition/classifications.js';
import type { Definition, Member } from '../definition/definition.js';
import { type PreviousYearFigures, previousYearFigures } from './previous-year-figures.js';

/** Last year's definition of a department, with the classifications of its year. */
export interface PreviousYear {
  readonly definition: Definition;
  readonly classifications: Classifications;
}

/** Last year's file of a unit, and what it says. */
export interface PreviousMember {
  readonly member: Member;
  readonly figures: PreviousYearFigures;
}

/** What a file says of itself: codes are given to other offices, so it is the name that tells whether it is the same one. */
export interface Identity {
  readonly 代码?: string | undefined;
  readonly 名称?: string | undefined;
  /** Its name of last year, where it has been renamed since. */
  readonly 原名称?: string | undefined;
}

/** Last year's file of the same unit: of its name or its former one; by its code only where no name is stated. */
export function previousMember(previous: PreviousYear | undefined, unit: Identity): PreviousMember | undefined {
  const member = previous?.definition.members.find(({ content }) => isSameUnit(unit, content.部门));
  return previous && member && { member, figures: previousYearFigures(previous.definition, previous.classifications, member) };
}

/** Last year's file of another unit that had this code: a renamed office that does not say so, or a code that was given on. */
export function otherOfSameCode(previous: PreviousYear | undefined, unit: Identity): Member | undefined {
  if (previousMember(previous, unit)) return undefined;
  return previous?.definition.members.find(({ content }) => content.部门.代码 === unit.代码);
}

/** Whether last year's file is of this unit. */
export function isSameUnit(unit: Identity, before: Identity): boolean {
  const name = unit.原名称 ?? unit.名称;
  return name === undefined ? unit.代码 === before.代码 : plain(name) === plain(before.名称 ?? '');
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** Last year's file of the department that this year's is of: of the same name, else of the same code, for a renamed office. */
export function previousFileName(fileName: string, code: string, namesOfLastYear: readonly string[]): string | undefined {
  const named = fileName.replace(/^\d+-/, '');
  const coded = new RegExp(`^${code}-.+\\.ya?ml$`, 'i');
  const sameName = namesOfLastYear.filter((name) => /^\d+-/.test(name) && name.replace(/^\d+-/, '') === named);
  return namesOfLastYear.find((name) => name === fileName) ?? sameName[0] ?? namesOfLastYear.find((name) => coded.test(name));
}
