import type { CommandEntry } from '../../commands/command.js';
import { type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { defined } from '../../plain/objects.js';
import type { NewProfileRequest } from './command.js';

interface Options {
  readonly extends?: string;
  readonly from?: string;
  readonly name?: string;
}

export const newProfileCommand: CommandEntry<NewProfileRequest> = {
  name: 'new-profile',
  position: 120,
  define: (command, ask) =>
    command
      .usage('-- <文件夹名> [选项]')
      .description('建立一个新方案：templates/ 下的一个文件夹，建好就能生成。')
      .argument('<文件夹名>', '新方案的文件夹名，用小写英文字母、数字和连字符，如 my-district')
      .option('--继承, --extends <方案>', '只写与这个方案不同的地方（不写则继承最新年度“区县.yaml”的方案）')
      .option('--复制, --from <方案>', '把这个方案的文件整套复制过来自己改')
      .option('--名称, --name <名称>', '方案的名称，如 “平鲁区部门预算公开”（不写则与文件夹同名）')
      .action((folder: string, options: Options) => ask(requestOf(folder, options))),
  run: async (request, environment) => (await import('./command.js')).newProfileFolder(request, environment),
};

function requestOf(folder: string, { extends: parent, from, name }: Options): NewProfileRequest | WrongUse {
  if (parent !== undefined && from !== undefined)
    return wrongUse('“--继承”和“--复制”只能写一个。', '继承：只写不同的地方，上级改了也跟着改；复制：整套自己改。');
  return { command: 'new-profile', folder, way: from === undefined ? '继承' : '复制', ...defined({ base: parent ?? from, name }) };
}
