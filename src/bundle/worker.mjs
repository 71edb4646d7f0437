// What the threads of a batch run: the program's second entrance.
import { loadProgram } from './load.mjs';

const { work } = await loadProgram();
export default work;
