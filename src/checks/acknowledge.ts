import { powerOf } from '../definition/fields/number.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exactAmount } from '../document/figure.js';
import { Decimal } from '../money/decimal.js';
import { unitOfAmount } from '../money/parse-amount.js';
import type { Check, CheckContext, Comparison, Outcome, Side } from './check.js';
import type { CheckOutcome, Told } from './check-report.js';

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

type Department = CheckContext['department'];
type Tail = NonNullable<NonNullable<Department['已确认的提醒']>[number]['尾差']>;

/** A tail that an office states, in 元: as typed with its unit, else in the file's. Undefined for what is no amount. */
function tailAmount({ number, word }: Tail, { 金额单位: unit }: Department): Decimal | undefined {
  return word === undefined || word.endsWith('元') ? number.times(new Decimal(10).pow(powerOf(word ?? unit))) : undefined;
}

/** Two amounts that do not agree. */
const isDifference = (outcome: Outcome): outcome is Comparison =>
  outcome.kind === 'comparison' && outcome.verdict === '不符' && outcome.operator === '＝' && outcome.left.unit === 'yuan';

/**
 * The most that rounding may account for, where a platform adds up more decimals than it shows: half of the last digit for
 * each amount that was typed on either side. More than that is a wrong figure, and nobody may call it a tail.
 */
function tailBound({ left, right }: Comparison, { 金额单位: unit }: Department): Decimal {
  const typed = [left, right].flatMap(amountsOf);
  const steps = typed.map((amount) => {
    const { power, decimals } = unitOfAmount(amount, unit);
    return new Decimal(10).pow(power - decimals);
  });
  return Decimal.min(...steps)
    .times(typed.length)
    .div(2);
}

const amountsOf = ({ leaves, value }: Side): readonly Decimal[] => (leaves && leaves.length > 0 ? leaves : [value]);

/** Why this is no tail of that amount; nothing where it is one. */
function tailObjection(differences: readonly Comparison[], stated: Tail, department: Department) {
  const tail = tailAmount(stated, department);
  if (!tail) return { message: `尾差“${stated.typed}”不是金额。`, hint: '写成 1元 或 0.01万元。' };
  const shown = (amount: Decimal) => exactAmount(amount.abs(), department.金额单位);
  const [first] = differences;
  if (!first) return { message: '这项检查没有两个数相差的结果，不能用“尾差”确认。', hint: '删去“尾差”；提醒用“内容”确认。' };
  const meant = differences.filter(({ difference }) => difference.abs().eq(tail));
  if (meant.length === 0) {
    const actual = differences.map(({ difference }) => shown(difference)).join('、');
    return { message: `没有相差 ${shown(tail)}的核对，实际相差 ${actual}。`, hint: '尾差写两边相差的准确数。' };
  }
  const [tooMuch] = meant.filter((one) => tail.gt(tailBound(one, department)));
  if (!tooMuch) return undefined;
  const bound = shown(tailBound(tooMuch, department));
  return { message: `相差 ${shown(tail)}，超过四舍五入可能带来的 ${bound}，不是尾差。`, hint: '逐项核对填写的金额。' };
}
