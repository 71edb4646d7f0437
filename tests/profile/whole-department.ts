import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { profileFindings } from '../../src/features/check-templates/command.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { CLASSIFICATIONS, messagesOf } from '../support/build-case.js';
import { buildFromFiles } from '../support/build-from-files.js';
import { totalsOf, treeOf } from './independent-sums.js';
import { cellTexts, FIXTURES, profileNamed, repositoryProfile, tableNamed } from './support.js';

/** Whose fictitious department, in a folder of the fixtures, is printed in which form. */
interface Whole {
  readonly folder: string;
  readonly department: string;
  /** The form; that of its units is called the same with -unit. */
  readonly profile: string;
}

/** A department with a library of its own, each printed in its form through the strict checks, and what was typed beside it. */
export function wholeDepartment({ folder, department: name, profile }: Whole) {
  const file = (path: string) => ({ name: path.split('/').at(-1) ?? '', bytes: readFileSync(join(FIXTURES, folder, path)) });
  const library = file('单位/图书馆.yaml');
  const build = (form: string, department: ReturnType<typeof file>) => {
    const result = buildFromFiles(
      {
        department,
        district: file('区县.yaml'),
        units: new Map([['图书馆.yaml', library]]),
        classifications: CLASSIFICATIONS,
        profile: { ...profileNamed(form), find: repositoryProfile },
      },
      { strictness: 'strict' },
    );
    if (!result.tables || !result.document || !result.budget) throw new Error(messagesOf(result));
    return { ...result, tables: result.tables, document: result.document, budget: result.budget };
  };
  const department = build(profile, file(name));
  const unit = build(`${profile}-unit`, library);
  const trees = [name, '单位/图书馆.yaml'].map((path) => treeOf(readFileSync(join(FIXTURES, folder, path), 'utf8')));
  const rows = (table: string) => cellTexts(tableNamed(department.tables, table));
  return { department, unit, trees, rows, ...totalsOf(trees), expectNoFindings: () => expectNoFindings(profile, department.budget) };
}

function expectNoFindings(profile: string, budget: Parameters<typeof profileFindings>[1]): void {
  const names = [profile, `${profile}-unit`];
  for (const { folder, files } of names.map(profileNamed))
    expect(profileFindings(loadProfile(folder, files, { find: repositoryProfile, names }), budget)).toEqual([]);
}
