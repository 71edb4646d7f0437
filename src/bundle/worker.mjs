// What the threads of a batch run: the program's second entrance.
import { setFlagsFromString } from 'node:v8';
import { loadProgram } from './load.mjs';

/**
 * What is young is looked through by the thread that made it: helpers would wait for a processor that another thread has, and
 * it for them. A single document is made sooner with them. V8 does not refuse kept code for this flag.
 */
setFlagsFromString('--no-parallel-scavenge');
// Nothing is collected by force after a large document: V8 throws optimised code away with it.

const { work } = await loadProgram();
export default work;
