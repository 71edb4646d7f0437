// Our PDF beside plain pdfmake on the same documents, in processor time: it does not depend on who else uses the machine.
import { join } from 'node:path';
import { median, row } from './print.mjs';

/** `measure` runs a script of this folder in a process of its own; `folder` holds the documents. */
export function comparePdf(measure, folder, { coldRuns, documents }) {
  const run = (engine, name, times) => measure('measure-pdf.mjs', engine, join(folder, `${name}.json`), String(times));
  console.log('\n只做 PDF：本程序（带标签的 PDF/A-3a，查过缺字和丢字）与 pdfmake 本来的做法（不带标签，不查），同一份文档，处理器时间');
  cold(run, coldRuns);
  warm(run, 'real', documents, '正式样例');
  warm(run, 'large', 9, '大部门');
  once(run);
}

function cold(run, times) {
  const of = (engine) => median(Array.from({ length: times }, () => run(engine, 'real', 1).processor));
  both('正式样例，冷启动，整个进程', of('own'), of('plain'), `${times} 次的中位数`);
}

/** The first ones compile the program's code: left out of the median, but not of the sum. */
function warm(run, name, count, title) {
  const [own, plain] = ['own', 'plain'].map((engine) => run(engine, name, count));
  const settled = ({ each }) => median(each.slice(Math.floor(count / 3)));
  both(`${title} ${own.pages} 页，热态每份`, settled(own), settled(plain), `一个进程 ${count} 份`);
  if (count < 20) return;
  both(`${count} 份合计`, total(own.each), total(plain.each), `内存峰值 ${Math.round(own.memory)} 和 ${Math.round(plain.memory)} MiB`);
}

function once(run) {
  const [own, plain] = ['own', 'plain'].map((engine) => run(engine, 'rows', 1));
  both(`一万行的表 ${own.pages} 页`, own.each[0], plain.each[0], `内存峰值 ${Math.round(own.memory)} 和 ${Math.round(plain.memory)} MiB`);
}

const total = (values) => values.reduce((sum, value) => sum + value, 0);

function both(name, own, plain, more) {
  row(name, own, 'ms', `pdfmake ${plain.toFixed(0)} ms，${(plain / own).toFixed(1)} 倍；${more}`);
}
