import { type Asked, runTargets } from './run-targets.js';

await runTargets(JSON.parse(process.argv[2] ?? '') as Asked);
