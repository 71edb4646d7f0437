/** The name under which npm installs the program. */
const PROGRAM = 'npx budget-disclosure';

/** Words about npm's own way with options. */
const NPM_ONLY = /^选项前面要有单独的“--”.*\n/m;

/**
 * Messages name commands as npm runs them in the program's own folder. In any other folder there are no such scripts, and
 * the program is called by its name, without the `--` that keeps npm from taking options.
 */
export function asProgram(text: string): string {
  return text.replace(NPM_ONLY, '').replace(/npm run (?:--silent )?([a-z-]+|<命令>)(?: --(?=\s|$))?/g, `${PROGRAM} $1`);
}
