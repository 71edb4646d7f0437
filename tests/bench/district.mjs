import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { row } from './print.mjs';

const WRITER = fileURLToPath(new URL('../support/district/write-district.mjs', import.meta.url));

/** Sixty generated departments with their units, by one worker and by two: what a second core is worth. */
export function district(measure, out, departments) {
  const project = join(out, 'district');
  const options = ['--project', '--departments', String(departments), '--out', project];
  const { status, stdout, stderr } = spawnSync(process.execPath, [WRITER, ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  console.log(`\n一个区县（${stdout.split('，').slice(0, 3).join('，')}），build-doc --all`);
  const [one, two] = [1, 2].map((workers) => run(workers));
  row('两个线程与一个线程之比', two.wall / one.wall, '倍', '0.50 为最好');

  function run(workers) {
    const result = measure('measure-district.mjs', project, join(out, `district-${workers}`), String(workers));
    row(`${workers} 个线程，从启动到退出`, result.wall / 1000, '秒', `${result.documents} 份文件`);
    row('　平均每份', result.wall / result.documents, 'ms', `处理器时间 ${Math.round(result.processor / result.documents)} ms`);
    row('　内存峰值', result.memory, 'MiB');
    return result;
  }
}
