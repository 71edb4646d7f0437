import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Check } from './check.js';
import type { CheckOutcome, Told } from './check-report.js';
import type { CheckContext } from './context.js';
import { isDifference, tailAmount, tailObjection } from './stated-tail.js';

type Confirmation = Required<Pick<CheckOutcome, 'reason'>> & Pick<CheckOutcome, 'tail'>;
type Statement = NonNullable<CheckContext['department']['已确认的提醒']>[number];

/** What the definition confirms, with the reasons; and what its confirmations that confirm nothing are told. */
export function acknowledge(told: readonly Told[], context: CheckContext, checks: readonly Check[]) {
  const { department, definition } = context;
  const confirmed = new Map<Told, Confirmation>();
  const unused: Diagnostic[] = [];
  const known = new Map<string, Check>(checks.map((check) => [check.code, check]));
  (department.已确认的提醒 ?? []).forEach((statement, index) => {
    const check = known.get(statement.检查);
    const found = told.filter((one) => one.check === check && one.diagnostic);
    const meant = meantBy(statement, found, department);
    const problem = objection(statement, check, found, meant, department);
    if (problem)
      unused.push({ code: 'acknowledgement-unused', severity: 'warning', at: definition.locate(['已确认的提醒', index]), ...problem });
    else for (const one of meant) confirmed.set(one, confirmed.get(one) ?? confirmation(statement));
  });
  return { confirmed, unused };
}

function meantBy({ 内容: content, 尾差: tail }: Statement, found: readonly Told[], department: CheckContext['department']): Told[] {
  const named = found.filter(({ diagnostic }) => content === undefined || diagnostic?.message.includes(content));
  if (!tail) return named;
  const amount = tailAmount(tail, department);
  return named.filter(({ outcome }) => amount !== undefined && isDifference(outcome) && outcome.difference.abs().eq(amount));
}

const confirmation = ({ 尾差: tail, 理由: reason }: Statement): Confirmation =>
  tail ? { reason: `尾差：${reason}`, tail: true } : { reason };

/** Why a confirmation does not count. Reminders can be confirmed as a whole, errors one by one, and figures that disagree never but for a stated tail. */
function objection(
  statement: Statement,
  check: Check | undefined,
  found: readonly Told[],
  meant: readonly Told[],
  department: CheckContext['department'],
) {
  const { 检查: code, 内容: content } = statement;
  if (!check) return { message: `没有“${code}”这项检查。`, hint: '填写提醒前面的英文名称。' };
  if (found.length === 0) return { message: `检查“${code}”没有提醒，这一条确认已经用不上。`, hint: '删去这一条，免得以后掩盖新的问题。' };
  const unlike = { message: `这一条确认的“内容”没有对上“${code}”查出的内容。`, hint: '“内容”照抄提醒里的一段文字。' };
  if (statement.尾差) {
    const problem = tailObjection(found.map(({ outcome }) => outcome).filter(isDifference), statement.尾差, department);
    return problem ?? (meant.length === 0 ? unlike : undefined);
  }
  const byValue = check.confirmable ?? check.inference;
  if (check.severity === '错误' && !byValue)
    return {
      message: `“${code}”查出的是不能确认的错误。`,
      hint: '改正数据；表与表、表与文的勾稽关系不符，不能靠确认通过；四舍五入的尾差，写明“尾差”和理由。',
    };
  if (meant.length === 0) return unlike;
  if (check.severity === '提醒') return undefined;
  if (content === undefined) return { message: `“${code}”查出的错误要逐处确认。`, hint: '用“内容”照抄所确认的那一处的文字。' };
  if (check.inference && meant.length > 1)
    return { message: `这一条确认的“内容”对上了 ${meant.length} 处。`, hint: '金额要逐处确认：把“内容”写得具体些，如写上项目名称和金额。' };
  return undefined;
}
