import { type WrongUse, wrongUse } from '../wrong-use.js';
import { optionNames } from './parse-arguments.js';

/**
 * `npm run build-doc --draft` would make the official file: npm takes options without `--` before them for its own, and
 * hands them on in the environment only.
 */
export function forgottenDashes(variables: Readonly<Record<string, string | undefined>>): WrongUse | undefined {
  const script = variables['npm_lifecycle_event'] ?? '';
  const lost = optionNames(script).find((name) => variables[`npm_config_${name.replaceAll('-', '_')}`]);
  if (lost === undefined) return undefined;
  return wrongUse(`“--${lost}”被 npm 当成了自己的选项。`, `请在选项前加“--”：npm run ${script} -- --${lost} …`);
}
