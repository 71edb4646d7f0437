import type { CommandEntry } from '../../commands/command.js';
import type { SchemaRequest } from './command.js';

export const schemaCommand: CommandEntry<SchemaRequest> = {
  name: 'schema',
  position: 50,
  define: (command, ask) =>
    command
      .usage('')
      .description('更新 data/ 和 templates/ 下供编辑器使用的 JSON Schema')
      .action(() => ask({ command: 'schema' })),
  run: async (_request, environment) => (await import('./command.js')).writeSchemas(environment),
};
