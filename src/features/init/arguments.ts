import type { CommandEntry } from '../../commands/command.js';
import { defined, forEachKey } from '../../plain/objects.js';
import type { InitRequest } from './command.js';
import { QUESTIONS, type Question } from './questions.js';

const NAMES = Object.keys(QUESTIONS) as Question[];

/** One option a question, by its Chinese name or the English one. */
export const initCommand: CommandEntry<InitRequest> = {
  name: 'init',
  position: 90,
  define: (command, ask) => {
    command.usage('-- [选项]').description('建立一个新部门的文件；没有写的选项会逐个提问。');
    for (const { flags, label, example } of Object.values(QUESTIONS)) {
      command.option(`--${flags[0]}, --${flags[1]} <${label}>`, `如 ${example}`);
    }
    command.action((options: Readonly<Record<string, string>>) =>
      ask({ command: 'init', given: defined(forEachKey(NAMES, (name) => options[QUESTIONS[name].flags[1]])) }),
    );
  },
  menu: { label: '新部门', hint: '建立一个部门的文件' },
  run: async (request, environment) => (await import('./command.js')).init(request, environment),
};
