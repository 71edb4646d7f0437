import { fileURLToPath } from 'node:url';
import { main } from './main.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

await main(process, { home: at('..'), program: at('.'), worker: at('features/batch/worker.js') });
