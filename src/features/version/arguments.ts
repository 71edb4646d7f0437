import { addFormat } from '../../commands/arguments/options.js';
import type { CommandEntry } from '../../commands/command.js';
import type { VersionRequest } from './command.js';

export const versionCommand: CommandEntry<VersionRequest> = {
  name: 'version',
  position: 140,
  define: (command, ask) => {
    addFormat(command.usage('').description('显示程序、Node.js、方案和科目目录的版本（也可以写 --version）。')).action(
      ({ format = 'text' }: Partial<VersionRequest>) => ask({ command: 'version', format }),
    );
  },
  run: async (request, environment) => (await import('./command.js')).version(request, environment),
};
