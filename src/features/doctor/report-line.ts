/** How one thing stands: 注意 can wait, 有问题 keeps the program from working. */
export type State = '正常' | '注意' | '有问题';

/** One line of the report; what is not 正常 says what to do. */
export interface ReportLine {
  readonly state: State;
  readonly topic: string;
  readonly message: string;
  readonly hint?: string;
}

export const good = (topic: string, message: string): ReportLine => ({ state: '正常', topic, message });
export const notice = (topic: string, message: string, hint: string): ReportLine => ({ state: '注意', topic, message, hint });
export const bad = (topic: string, message: string, hint: string): ReportLine => ({ state: '有问题', topic, message, hint });

/** The report as people read it. */
export function reportText(lines: readonly ReportLine[]): string[] {
  const width = Math.max(...lines.map(({ state }) => state.length));
  const printed = lines.flatMap(({ state, topic, message, hint }) => {
    const head = `${state}${'　'.repeat(width - state.length)}  ${topic}：${message}`;
    return hint === undefined ? [head] : [head, `${'　'.repeat(width)}  提示：${hint}`];
  });
  const count = (state: State) => lines.filter((line) => line.state === state).length;
  return [...printed, `共 ${lines.length} 项：正常 ${count('正常')}，注意 ${count('注意')}，有问题 ${count('有问题')}。`];
}
