import { addYear } from '../../commands/arguments/options.js';
import type { CommandEntry } from '../../commands/command.js';
import { defined } from '../../plain/objects.js';
import type { PreviewRequest } from './command.js';

export const previewCommand: CommandEntry<PreviewRequest> = {
  name: 'preview',
  position: 30,
  define: (command, ask) => {
    command
      .usage('-- <部门> [选项]')
      .description('在浏览器里边改边看：保存 YAML、模板或科目目录，页面马上跟着变。')
      .argument('[部门]', 'YAML 文件，或部门、单位的名称、代码；最新年度只有一个部门的可以不写');
    addYear(command)
      .option('--no-open', '不打开浏览器，只显示地址')
      .addHelpText('after', NOTE)
      .action((department: string | undefined, { year, open = true }: Partial<PreviewRequest>) =>
        ask({ command: 'preview', departments: department === undefined ? [] : [department], open, ...defined({ year }) }),
      );
  },
  menu: { label: '预览', hint: '在浏览器里边改边看，按 Ctrl+C 结束', asks: { message: '哪个部门', example: '003' } },
  run: async (request, environment) => (await import('./command.js')).preview(request, environment),
};

const NOTE = `
只在本机 127.0.0.1 上，地址里有一次性的口令，别的电脑、别的网页打不开。按 Ctrl+C 结束。预览不写 out/，公开的文件仍用 build-doc 生成。
`;
