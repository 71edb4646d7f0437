// One run of the command line as people start it; the memory is that of the whole process.
import { fileURLToPath } from 'node:url';

const [argument] = process.argv.slice(2);
const argv = argument === '--help' ? ['--help'] : argument === '--check' ? ['check'] : ['build-doc', '--out', argument];
process.argv = [process.argv[0], fileURLToPath(new URL('../../src/start.mjs', import.meta.url)), ...argv];
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  console.log(`\n${JSON.stringify({ memory: maxRSS / 1024, processor: (userCPUTime + systemCPUTime) / 1000 })}`);
});
await import('../../src/start.mjs');
