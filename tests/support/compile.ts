import { spawnSync } from 'node:child_process';

/** Some tests start the program as a whole: dist/ has to be what src/ says. While src/ is being worked on, the others still run. */
export default function compile(): void {
  const { status } = spawnSync(process.execPath, ['src/start.mjs', '--compile'], { stdio: 'inherit' });
  if (status !== 0 && process.env['CI']) throw new Error('src/ does not compile');
}
