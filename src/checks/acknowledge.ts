import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Check } from './check.js';
import type { CheckContext } from './context.js';

/** A finding that a person has looked at and confirmed in the definition, with the reason. */
export interface Acknowledged {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** Parts the findings that the definition confirms from the others, and reports confirmations that confirm nothing. */
export function acknowledge(found: readonly Diagnostic[], { department, definition }: CheckContext, checks: readonly Check[]) {
  const stated = department.已确认的提醒 ?? [];
  const known = new Map(checks.map((check) => [check.code, check]));
  const used = new Set<number>();
  const acknowledged: Acknowledged[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const diagnostic of found) {
    const index = stated.findIndex((one) => confirms(one, diagnostic, known.get(diagnostic.code)));
    const reason = stated[index]?.理由;
    if (reason === undefined) diagnostics.push(diagnostic);
    else {
      used.add(index);
      acknowledged.push({ diagnostic, reason });
    }
  }
  stated.forEach((one, index) => {
    if (!used.has(index)) diagnostics.push(unused(one, definition.locate(['已确认的提醒', index]), found, known));
  });
  return { diagnostics, acknowledged };
}

type Statement = NonNullable<CheckContext['department']['已确认的提醒']>[number];

/** A reminder stays one in a strict run; figures that disagree are never confirmed away. */
function confirms({ 检查: code, 内容: content }: Statement, diagnostic: Diagnostic, check: Check | undefined): boolean {
  if (diagnostic.code !== code || !check) return false;
  if (check.severity === '错误' && (!check.confirmable || content === undefined)) return false;
  return content === undefined || diagnostic.message.includes(content);
}

function unused(
  { 检查: code }: Statement,
  at: NonNullable<Diagnostic['at']>,
  found: readonly Diagnostic[],
  known: ReadonlyMap<string, Check>,
): Diagnostic {
  const base = { code: 'acknowledgement-unused', severity: 'warning' as const, at };
  if (!known.has(code)) return { ...base, message: `没有“${code}”这项检查。`, hint: '填写提醒前面的英文名称。' };
  if (!found.some((diagnostic) => diagnostic.code === code))
    return { ...base, message: `检查“${code}”没有提醒，这一条确认已经用不上。`, hint: '删去这一条，免得以后掩盖新的问题。' };
  const hint = known.get(code)?.confirmable ? '用“内容”写明所确认的文字。' : '改正数据；金额不符不能靠确认通过。';
  return { ...base, message: `这一条确认没有对上“${code}”查出的内容，或查出的是不能确认的错误。`, hint };
}
