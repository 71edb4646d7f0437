import { CHECK_GROUPS, type Check } from '../../src/checks/check.js';
import { requirementOf } from '../../src/checks/requirements.js';
import { STATES, severityOf } from '../../src/checks/states.js';
import { basisOf } from '../../src/checks/to-diagnostic.js';

/** The list of checks for readers: made from the checks themselves, so that it is never out of date. */
export function checksReadme(checks: readonly Check[]): string {
  const sections = CHECK_GROUPS.map((group) => ({ group, members: checks.filter((check) => check.group === group) })).filter(
    ({ members }) => members.length > 0,
  );
  const head = [
    '# 全部检查',
    '',
    '检查读预算、报表、成文和方案（`CheckInput`），给出每一处的结果和要说的话（`CheckReport`）；不读写文件，不打印。',
    '',
    '由 `tests/checks/generated.test.ts` 从代码生成，不要手改。每项检查一个文件，文件名就是检查的名称，永久不变；级别、依据都写在文件里；例子在文件的注释里，它们就是测试。加一项检查：写好这个文件，再运行 `npm run test:update`。',
    '',
    '级别“错误”妨碍正式公开，“提醒”要人看一看；严格核对（strict）时，有的提醒也是错误。方案可以在 `核对.yaml` 的“基本”“严格”里另定级别。',
    '',
    `每一处的状态，从坏到好：${STATES.join('、')}。提醒要人看；未能核对不等于符合；尾差是四舍五入所致，在界限之内。共 ${checks.length} 项。`,
    '',
    '“对应要求”的目录在 `requirements.ts`：一处不符，它说到的要求在核对报告里就不是“符合”。依据写着“本程序的推断”的，没有文件规定：数确实如此的，在“已确认的提醒”里写明内容和理由。',
  ];
  return [...head, ...sections.flatMap(({ group, members }) => ['', `## ${group}`, ...members.flatMap(section)]), ''].join('\n');
}

function section(check: Check): string[] {
  const [basic, strict] = (['basic', 'strict'] as const).map((strictness) => severityOf(check, strictness));
  return [
    '',
    `### ${check.code}`,
    '',
    check.rule,
    '',
    `- 级别：${basic ?? ''}${basic === strict ? '' : `（严格时为${strict ?? ''}）`}${check.severity === '错误' && (check.confirmable || check.inference) ? '，可以逐处确认' : ''}`,
    `- 对应要求：${check.relations.map((id) => `${id} ${requirementOf(id).sentence}`).join('；')}`,
    ...(basisOf(check) === undefined ? [] : [`- 依据：${basisOf(check)}`]),
  ];
}
