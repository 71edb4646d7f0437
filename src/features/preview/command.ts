import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseDepartments } from '../../commands/choose-departments.js';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse, wrongUse } from '../../commands/wrong-use.js';
import type { Environment } from '../../environment.js';
import { type Preview, serve } from './server.js';
import { openSession, type Session } from './session.js';
import { watchInputs } from './watch.js';

/** Shows a department in the browser while it is being typed. */
export interface PreviewRequest {
  readonly command: 'preview';
  readonly departments: readonly string[];
  readonly year?: string;
  readonly open: boolean;
}

/** `preview`: until it is stopped. */
export async function preview(request: PreviewRequest, environment: Environment): Promise<ExitCode> {
  const chosen = chooseDepartments(request, environment);
  if ('command' in chosen) return sayWrongUse(chosen, environment);
  sayFindings(chosen.diagnostics, [], environment);
  const [path, ...others] = chosen.value ?? [];
  if (path === undefined) return exitCodeOf(chosen.diagnostics);
  if (others.length > 0) return sayWrongUse(wrongUse('一次预览一个部门。', '写上部门的代码，如 npm run preview -- 003'), environment);
  if (!existsSync(join(environment.machine.program, 'preview.js'))) {
    environment.say('预览的页面还没有编译好，请先运行 npm run build。');
    return EXIT.bug;
  }
  const { address } = await startPreview(path, environment);
  environment.say(`预览：${address}\n保存文件，页面就跟着变。按 Ctrl+C 结束。`);
  if (request.open) environment.open(address);
  return new Promise(() => undefined);
}

/** The whole of it, for the command and for tests. */
export async function startPreview(path: string, environment: Environment): Promise<Preview & { readonly session: Session }> {
  const session = await openSession(path, environment);
  const unwatch = await watchInputs(environment, (paths) => {
    session.rebuild(paths).then(
      () => environment.progress(`已更新，${session.shown().milliseconds} 毫秒`),
      (error: unknown) => environment.say(`程序内部出错：${error instanceof Error ? error.message : ''}`),
    );
  });
  const served = await serve(session, environment);
  const close = async () => {
    await unwatch();
    await served.close();
  };
  return { address: served.address, session, close };
}
