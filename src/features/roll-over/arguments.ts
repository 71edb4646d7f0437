import type { CommandEntry } from '../../commands/command.js';
import type { NewYearRequest } from './command.js';

export const newYearCommand: CommandEntry<NewYearRequest> = {
  name: 'new-year',
  position: 60,
  define: (command, ask) =>
    command
      .usage('-- <年度>')
      .description('由上年的文件建立新年度的文件：金额待填，文字待确认。')
      .argument('<年度>', '新的年度，如 2027')
      .action((year: string) => ask({ command: 'new-year', year })),
  menu: { label: '新年度', hint: '由上年的文件建立，金额待填', asks: { message: '新的年度', example: '2027' } },
  run: async (request, environment) => (await import('./command.js')).newYear(request, environment),
};
