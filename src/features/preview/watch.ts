import { join } from 'node:path';
import { watch } from 'chokidar';
import { type Environment, showPath } from '../../environment.js';

/**
 * Programs save in several steps: what comes within this time is one change. chokidar keeps to itself what happens to a file
 * in the 50 ms after it told of it, so whoever reads earlier may read what was before the last save, and never hear of that.
 */
const TOGETHER = 60;

/** Tells of every YAML file, template or list that is saved, of the office's own and of the program's. */
export async function watchInputs(environment: Environment, changed: (paths: readonly string[]) => void): Promise<() => Promise<void>> {
  const { home, project } = environment;
  const folders = [...new Set([project, home])].flatMap((root) => [join(root, 'data'), join(root, 'templates')]);
  const watcher = watch(folders, { ignoreInitial: true, followSymlinks: true, ignored: (path) => /[\\/]\.[^\\/]*$/.test(path) });
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_, path) => {
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...waiting];
      waiting.clear();
      changed(paths);
    }, TOGETHER);
  });
  let told = false;
  watcher.on('error', (error) => {
    if (!told) environment.say(cannotWatch(error as NodeJS.ErrnoException, environment));
    told = true;
  });
  await new Promise<void>((done) => watcher.once('ready', () => done()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}

/** Of a thousand files that the system does not let us watch, the first. */
function cannotWatch({ code = '', path }: NodeJS.ErrnoException, environment: Environment): string {
  const what = path === undefined ? '有的文件' : `“${showPath(environment, path)}”`;
  const reason = REASONS[code] ?? '磁盘或网络出错';
  return `${what}保存以后不会自动重做：${reason}（${code}）。改了它，请按 Ctrl+C 停下来再运行一次；再有这样的文件不另说。`;
}

const REASONS: Record<string, string> = {
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
  ELOOP: '它是指向自己的链接',
  ENOSPC: '系统能同时留意的文件已到上限',
  EMFILE: '系统能同时留意的文件已到上限',
};
