import { addFormat } from '../../commands/arguments/options.js';
import type { CommandEntry } from '../../commands/command.js';
import type { DoctorRequest } from './command.js';

export const doctorCommand: CommandEntry<DoctorRequest> = {
  name: 'doctor',
  position: 80,
  define: (command, ask) => {
    command.usage('').description('检查运行环境：程序、Node.js、字体、文件夹权限、编码、科目目录、方案；哪些过时了，哪些被改过。');
    addFormat(command).action(({ format = 'text' }: Partial<DoctorRequest>) => ask({ command: 'doctor', format }));
  },
  menu: { label: '体检', hint: '看看这台电脑和这些文件有没有问题' },
  run: async (request, environment) => (await import('./command.js')).doctor(request, environment),
};
