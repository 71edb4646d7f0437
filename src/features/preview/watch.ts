import { join } from 'node:path';
import { watch } from 'chokidar';
import type { Environment } from '../../environment.js';

/** Programs save in several steps: what comes within this time is one change. */
const TOGETHER = 30;

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
  await new Promise<void>((done) => watcher.once('ready', () => done()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
