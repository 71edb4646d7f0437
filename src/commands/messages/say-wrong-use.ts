import type { Environment } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { WrongUse } from '../request.js';

export function sayWrongUse({ message, hint, about = 'build-doc' }: WrongUse, environment: Environment): ExitCode {
  environment.say(`用法不对：${message}\n  提示：${hint}\n  全部用法：npm run ${about} -- --help`);
  return EXIT.wrongUse;
}
