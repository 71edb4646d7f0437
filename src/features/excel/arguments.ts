import type { CommandEntry } from '../../commands/command.js';
import { defined } from '../../plain/objects.js';
import type { ExcelRequest } from './command.js';

export const excelCommand: CommandEntry<ExcelRequest> = {
  name: 'excel',
  position: 100,
  define: (command, ask) =>
    command
      .usage('-- [部门……] [选项]')
      .description('写出填报用的 Excel 表（填报/<年度>/），带着部门文件里已有的内容；填好用 import 导入。')
      .argument('[部门...]', '代码、名称或 YAML 文件；不写则为全部部门')
      .option('--年度, --year <年度>', '不写则为最新的年度')
      .option('--覆盖, --force', '已有的填报表里有还没有导入的内容，也覆盖')
      .action((departments: string[], { year, force }: { readonly year?: string; readonly force?: boolean }) =>
        ask({ command: 'excel', departments, force: force === true, ...defined({ year }) }),
      ),
  menu: { label: '填报用的 Excel', hint: '写到填报文件夹，带着已有的内容' },
  run: async (request, environment) => (await import('./command.js')).excel(request, environment),
};
