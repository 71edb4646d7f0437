import { join } from 'node:path';
import { yearOf } from '../definition/dates.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Environment, outputContext, outputFolder, showPath } from '../environment.js';
import type { OutputFile } from '../output/context.js';
import { nameRefusal, outputNames } from '../output/file-names.js';
import { writeTogether } from '../output/write-together.js';
import { subjectOf } from '../profile/profile.js';
import type { Disclosure } from './disclosure.js';
import { type Outcome, outcomeOf, writtenFile } from './outcome.js';

/** What is written together, or not at all; `hidden` is the program's own and not told of. */
export interface Outputs {
  readonly told: readonly OutputFile[];
  readonly hidden: readonly OutputFile[];
}

export async function writeFiles(
  disclosure: Disclosure,
  { told, hidden }: Outputs,
  out: string | undefined,
  environment: Environment,
): Promise<Outcome> {
  const base = outputFolder(out, environment);
  const folders = disclosure.names?.folders ?? [];
  environment.progress(`写入 ${folders.join('/')}`);
  const { outcome, diagnostics } = await writeTogether(base, folders, [...told, ...hidden], outputContext(environment));
  const path = (name: string) => showPath(environment, join(base, ...folders, name));
  const files = told.map(({ name, bytes }) => writtenFile(path(name), bytes));
  const whole = outcomeOf(disclosure, outcome);
  return { ...whole, files: outcome === 'failed' ? [] : files, diagnostics: [...whole.diagnostics, ...diagnostics] };
}

/** With the names of its files; none where the department's own cannot be one. */
export function nameFiles(made: Disclosure, draft: boolean): Disclosure {
  const { definition, profile, diagnostics } = made;
  if (!definition) return made;
  const { 代码: code, 名称: name } = definition.department.部门;
  const subject = subjectOf(profile, definition);
  const names = outputNames({ year: yearOf(definition.district), code, name, subject }, draft);
  const refusal = nameRefusal(names);
  if (!refusal) return { ...made, names };
  const finding: Diagnostic = { code: 'output-name', severity: 'error', ...refusal, at: definition.locate(['部门', '名称']) };
  return { ...made, diagnostics: [...diagnostics, finding] };
}
