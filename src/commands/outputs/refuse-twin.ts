import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Disclosure } from './disclosure.js';

/** The second file of one department: both would take turns in the same folder. */
export function refuseTwin(disclosure: Disclosure, first: string): Disclosure {
  const { definition } = disclosure;
  if (!definition) return disclosure;
  const finding: Diagnostic = {
    code: 'department-twice',
    severity: 'error',
    message: `与“${first}”是同一个部门、同一年度，会写到同一个文件夹。`,
    at: definition.locate(['部门', '代码']),
    hint: '核对部门代码和名称；多余的文件请移出年度文件夹。',
  };
  // Without a name it has no folder, and writes nothing.
  const { layout: _, names: __, ...rest } = disclosure;
  return { ...rest, diagnostics: [...disclosure.diagnostics, finding] };
}
