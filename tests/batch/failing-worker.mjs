// Stands in dist/ of a copy of the program.
// A worker that meets what must never happen: the document of 002 throws, that of 003 takes all memory.
import work from '../src/bundle/worker.mjs';

export default async function failingWork(task) {
  if (task.path.includes('002')) throw new Error('a mistake of the program');
  if (task.path.includes('003')) takeAllMemory();
  return work(task);
}

function takeAllMemory() {
  const kept = [];
  for (;;) kept.push(new Array(1_000_000).fill(kept.length + 0.5));
}
