import type { Command } from 'commander';
import type { NewProfileRequest } from '../../features/new-profile/command.js';
import { type Request, wrongUse } from '../request.js';

type AskFor = (request: Request) => void;

interface Options {
  readonly extends?: string;
  readonly from?: string;
  readonly name?: string;
}

/** Commands for the authors of templates. */
export function addProfileCommands(program: Command, ask: AskFor): void {
  program
    .command('new-profile')
    .usage('-- <文件夹名> [选项]')
    .description('建立一个新方案：templates/ 下的一个文件夹，建好就能生成。')
    .argument('<文件夹名>', '新方案的文件夹名，用小写英文字母、数字和连字符，如 my-district')
    .option('--继承, --extends <方案>', '只写与这个方案不同的地方（不写则继承最新年度“区县.yaml”的方案）')
    .option('--复制, --from <方案>', '把这个方案的文件整套复制过来自己改')
    .option('--名称, --name <名称>', '方案的名称，如 “平鲁区部门预算公开”（不写则与文件夹同名）')
    .action((folder: string, options: Options) => ask(newProfileRequest(folder, options)));
  program
    .command('guide')
    .usage('-- [方案]')
    .description('列出模板里能用的变量和用法，写成 templates/模板说明.md；写了方案的，连同这个方案的文件、称谓和词句。')
    .argument('[方案]', 'templates/ 下的文件夹名，如 shanxi')
    .action((profile: string | undefined) => ask({ command: 'guide', ...(profile !== undefined && { profile }) }));
}

function newProfileRequest(folder: string, { extends: parent, from, name }: Options): Request {
  if (parent !== undefined && from !== undefined)
    return wrongUse('“--继承”和“--复制”只能写一个。', '继承：只写不同的地方，上级改了也跟着改；复制：整套自己改。');
  const base = parent ?? from;
  const request: NewProfileRequest = { command: 'new-profile', folder, way: from === undefined ? '继承' : '复制' };
  return { ...request, ...(base !== undefined && { base }), ...(name !== undefined && { name }) };
}
