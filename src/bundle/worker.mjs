// What the threads of a batch run: the program's second entrance.
import { setFlagsFromString } from 'node:v8';
import { loadProgram } from './load.mjs';

const { work } = await loadProgram();

/**
 * From its first document on, what is young is looked through by the thread that made it: helpers would wait for a processor
 * that another thread has, and it for them. Not sooner, as V8 refuses code that was kept under other flags while a thread is
 * still loading. No collecting of our own: V8 throws optimised code away with it.
 */
export default async function workAlone(task) {
  const outcome = await work(task);
  setFlagsFromString('--no-parallel-scavenge');
  return outcome;
}
