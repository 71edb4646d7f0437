// A whole district by `build-doc --all`, with so many workers, as a bureau would run it: in the district's own folder.
// Workers are threads, so the memory is that of all of them together.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [project, out, workers] = process.argv.slice(2);
const argv = ['build-doc', '--all', '--force', '--workers', workers, '--out', out];
process.argv = [process.argv[0], fileURLToPath(new URL('../../src/start.mjs', import.meta.url)), ...argv];
process.chdir(project);
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const documents = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.pdf')).length;
  console.log(`\n${JSON.stringify({ memory: maxRSS / 1024, processor: (userCPUTime + systemCPUTime) / 1000, documents })}`);
});
await import('../../src/start.mjs');
