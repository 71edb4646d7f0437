import { type WrongUse, wrongUse } from './request.js';

/** Options of ours that npm takes for its own where `--` was forgotten, and hands on in the environment only. */
const OURS = ['draft', 'year', 'out'];

/** `npm run build-doc --draft` would make the official file: npm keeps `--draft` for itself. */
export function forgottenDashes(variables: Readonly<Record<string, string | undefined>>): WrongUse | undefined {
  const script = variables['npm_lifecycle_event'];
  const lost = OURS.find((name) => variables[`npm_config_${name}`]);
  if (lost === undefined || (script !== 'build-doc' && script !== 'check')) return undefined;
  return wrongUse(`“--${lost}”被 npm 当成了自己的选项。`, `请在选项前加“--”：npm run ${script} -- --${lost} …`);
}
