import type { Classifications } from '../definition/classifications.js';
import type { Definition, Member } from '../definition/definition.js';
import { type PreviousYearFigures, previousYearFigures } from './previous-year-figures.js';

/** Last year's definition of a department, with the classifications of its year. */
export interface PreviousYear {
  readonly definition: Definition;
  readonly classifications: Classifications;
}

/** Last year's file of the unit with this code, and what it says. */
export interface PreviousMember {
  readonly member: Member;
  readonly figures: PreviousYearFigures;
}

export function previousMember(previous: PreviousYear | undefined, code: string): PreviousMember | undefined {
  const member = previous?.definition.members.find(({ content }) => content.部门.代码 === code);
  return previous && member && { member, figures: previousYearFigures(previous.definition, previous.classifications, member) };
}

/** Last year's file of the department that this year's file is of: by its code, which names the file; else the same name. */
export function previousFileName(fileName: string, code: string, namesOfLastYear: readonly string[]): string | undefined {
  return (
    namesOfLastYear.find((name) => new RegExp(`^${code}-.+\\.ya?ml$`, 'i').test(name)) ?? namesOfLastYear.find((name) => name === fileName)
  );
}
