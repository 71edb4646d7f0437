import type { CommandEntry } from '../../commands/command.js';
import { defined } from '../../plain/objects.js';
import type { GuideRequest } from './command.js';

export const guideCommand: CommandEntry<GuideRequest> = {
  name: 'guide',
  position: 130,
  define: (command, ask) =>
    command
      .usage('-- [方案]')
      .description('列出模板里能用的变量和用法，写成 templates/模板说明.md；写了方案的，连同这个方案的文件、称谓和词句。')
      .argument('[方案]', 'templates/ 下的文件夹名，如 shanxi')
      .action((profile: string | undefined) => ask({ command: 'guide', ...defined({ profile }) })),
  run: async (request, environment) => (await import('./command.js')).guide(request, environment),
};
