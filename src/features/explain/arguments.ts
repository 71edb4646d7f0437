import { addDepartments, addFormat, addYear } from '../../commands/arguments/options.js';
import type { CommandEntry } from '../../commands/command.js';
import { defined } from '../../plain/objects.js';
import type { ExplainRequest } from './command.js';

export const explainCommand: CommandEntry<ExplainRequest> = {
  name: 'explain',
  position: 40,
  define: (command, ask) => {
    command
      .usage('-- <数> [部门] [选项]')
      .description('说明一个数印在哪些地方、怎么算出来的。')
      .argument('<数>', '印出的数，如 34.96%、1,262.80；或填写的位置，如 支出[0].基本支出');
    addFormat(addYear(addDepartments(command)))
      .addHelpText('after', EXAMPLES)
      .action((query: string, departments: string[], { year, format = 'text' }: Partial<ExplainRequest>) =>
        ask({ command: 'explain', query, departments, format, ...defined({ year }) }),
      );
  },
  run: async (request, environment) => (await import('./command.js')).explainFigure(request, environment),
};

const EXAMPLES = `
例：
  npm run explain -- 34.96%
  npm run explain -- 1,262.80 003
  npm run explain -- "支出[0].基本支出"
`;
