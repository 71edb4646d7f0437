import type { CommandEntry } from '../../commands/command.js';
import { wrongUse } from '../../commands/wrong-use.js';
import { defined } from '../../plain/objects.js';
import type { ImportRequest } from './command.js';

const ONE_FILE = '一次导入一个文件，如 npm run import -- 导出.xlsx 或 npm run import -- --from 导出.xlsx。';

export const importCommand: CommandEntry<ImportRequest> = {
  name: 'import',
  position: 110,
  define: (command, ask) =>
    command
      .usage('-- <文件.xlsx> [选项]')
      .description('导入填报表，或一体化系统等导出的表：先列出改动，确认后写入部门的 YAML，注释和次序不变。')
      .argument('[文件]', '填好的填报表，或别的系统导出的表')
      .option('--来自, --from <文件>', '同上：是填报表还是导出的表，程序自己认')
      .option('--是, --yes', '不问，直接写入')
      .option('--部门, --department <部门>', '导出的表里没有部门代码时，写明导入到哪个部门')
      .option('--年度, --year <年度>', '不写则为表里写的，或最新的年度')
      .option('--对照, --map <名称>', '导出的表用哪一种对照（方案的 导入.yaml 里的名称）；不写则逐个试')
      .action((file: string | undefined, options: Readonly<Record<string, string | boolean>>) => {
        const { yes, from, department, year, map } = options as { yes?: boolean } & Readonly<Partial<Record<string, string>>>;
        const named = [file, from].filter((one) => one !== undefined);
        if (named.length !== 1) return ask(wrongUse(named.length > 1 ? '写了两个文件。' : '没有写要导入的文件。', ONE_FILE));
        ask({ command: 'import', file: named[0] ?? '', yes: yes === true, ...defined({ department, year, map }) });
      }),
  menu: {
    label: '导入 Excel',
    hint: '先列出改动，确认后写入，再生成',
    asks: { message: '把 Excel 文件拖到这个窗口里，按回车', example: '填报/2026/105-教育局.xlsx' },
    takes: /\.xls[xm]$/i,
    next: 'build-doc',
  },
  run: async (request, environment) => (await import('./command.js')).importWorkbook(request, environment),
};
