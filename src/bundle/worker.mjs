// What the threads of a batch run: the program's second entrance.
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadProgram } from './load.mjs';

const { work } = await loadProgram();

/** From how many bytes on a thread is tidied up after a document. */
const MUCH = 200 * 1024 ** 2;

/**
 * V8 goes by the largest that was needed: after a department of hundreds of pages it would let three hundred megabytes of
 * garbage stand before it looked again.
 */
export default async function workTidily(task) {
  const outcome = await work(task);
  if (getHeapStatistics().used_heap_size > MUCH) collectGarbage();
  return outcome;
}

/** Node.js gives the function only under a flag, which other threads' code caches are not to meet. */
function collectGarbage() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect?.();
}
