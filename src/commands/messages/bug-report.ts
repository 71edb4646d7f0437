/** Mistakes of the user are findings; whatever is thrown is ours, and said so. */
export function bugReport(error: unknown, debug = false): string {
  const { message = String(error), stack = message } = (error ?? {}) as Partial<Error>;
  const details = debug ? stack : '  提示：加 --debug 再运行一次，把全部显示的内容和 YAML 文件一起发给维护人员。';
  return `程序内部出错，这不是数据的问题；以前生成的文件没有动。\n  ${message}\n${details}`;
}
