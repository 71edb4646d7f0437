import { yearOf } from '../definition/dates.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nameRefusal, outputNames } from '../output/file-names.js';
import { subjectOf } from '../profile/profile.js';
import type { Disclosure } from './disclosure.js';

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
