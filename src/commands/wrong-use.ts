import type { Environment } from '../environment.js';
import { EXIT, type ExitCode } from './exit-code.js';

/** What was typed cannot be meant: why, and how it is written. */
export interface WrongUse {
  readonly command: 'wrong-use';
  readonly message: string;
  readonly hint: string;
  /** The command whose help page has more. */
  readonly about?: string;
}

export const wrongUse = (message: string, hint: string): WrongUse => ({ command: 'wrong-use', message, hint });

export function sayWrongUse({ message, hint, about = 'build-doc' }: WrongUse, environment: Environment): ExitCode {
  environment.say(`用法不对：${message}\n  提示：${hint}\n  全部用法：npm run ${about} -- --help`, 'needed');
  return EXIT.wrongUse;
}
