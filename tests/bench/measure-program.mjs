// One run of the program as people start it, in a project's folder: measure-program.mjs PROGRAM PROJECT ARGUMENTS…
// Workers are threads, so time and memory are those of all of them together.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [program, project, ...argv] = process.argv.slice(2);
const start = join(program, 'src', 'start.mjs');
process.argv = [process.argv[0], start, ...argv];
process.chdir(project);
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  console.log(`\n${JSON.stringify({ memory: maxRSS / 1024, processor: (userCPUTime + systemCPUTime) / 1000 })}`);
});
await import(pathToFileURL(start).href);
