import { addFormat, addOut } from '../../commands/arguments/options.js';
import type { CommandEntry } from '../../commands/command.js';
import { defined } from '../../plain/objects.js';
import type { CompareRequest } from './command.js';

export const compareCommand: CommandEntry<CompareRequest> = {
  name: 'compare',
  position: 70,
  define: (command, ask) => {
    command
      .usage('-- <新> <旧> [选项]')
      .description('对比两个年度或两个文件，写成一页，摘要显示在屏幕上。')
      .argument('<新>', '年度，如 2026；或 YAML 文件')
      .argument('<旧>', '年度，如 2025；或 YAML 文件');
    addFormat(addOut(command)).action((current: string, previous: string, { out, format = 'text' }: Partial<CompareRequest>) =>
      ask({ command: 'compare', current, previous, format, ...defined({ out }) }),
    );
  },
  run: async (request, environment) => (await import('./command.js')).compare(request, environment),
};
