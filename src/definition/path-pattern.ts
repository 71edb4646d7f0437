/** Whether a path is one of those that a pattern means: `*` is any one step, `**` at the end anything below. */
export function fitsPattern(pattern: string, path: readonly (string | number)[]): boolean {
  const steps = pattern.split('/');
  const open = steps.at(-1) === '**';
  const fixed = open ? steps.slice(0, -1) : steps;
  const rightLength = open ? path.length > fixed.length : path.length === fixed.length;
  return rightLength && fixed.every((step, index) => step === '*' || step === String(path[index]));
}
