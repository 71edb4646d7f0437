import type { Budget } from '../budget/budget.js';
import type { Diagnostic, Severity, SourceLocation } from '../diagnostics/diagnostic.js';
import { nearestWord } from '../plain/nearest-word.js';
import { unknownNames } from '../profile/fill.js';
import type { Profile } from '../profile/profile.js';

const KEYS = ['空表说明', '表注'] as const;

/** Texts of a department or district for tables that the form does not have, or with variables that nobody fills. */
export function strangeTexts({ definition }: Budget, { tables }: Profile): Diagnostic[] {
  const names = tables.map((table) => table.名称);
  const sides = [
    { texts: definition.department.文字, locate: definition.locate, severity: 'error' as const },
    // A district may have departments of several forms.
    { texts: definition.district.文字, locate: definition.locateInDistrict, severity: 'warning' as const },
  ];
  return sides.flatMap(({ texts, locate, severity }) =>
    KEYS.flatMap((key) =>
      Object.entries(texts?.[key] ?? {}).flatMap(([name, text]) => [
        ...(names.includes(name) ? [] : [unknownTable(name, names, severity, locate(['文字', key, name], 'key'))]),
        ...unknownNames(text).map((variable) => ({
          code: 'template-unknown-name' as const,
          severity: 'error' as const,
          message: `没有“${variable}”这个变量。`,
          at: locate(['文字', key, name]),
        })),
      ]),
    ),
  );
}

function unknownTable(name: string, names: readonly string[], severity: Severity, at: SourceLocation): Diagnostic {
  const near = nearestWord(name, names);
  const hint = near === undefined ? `方案里的报表有：${names.join('、')}。` : `是否为“${near}”？`;
  return { code: 'text-for-unknown-table', severity, message: `方案里没有叫“${name}”的报表。`, at, hint };
}
