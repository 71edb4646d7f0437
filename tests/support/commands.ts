import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { COMMANDS } from '../../src/commands/all-commands.js';

const ROOT = join(import.meta.dirname, '../..');
const FEATURES = join(ROOT, 'src/features');

interface FoundCommand {
  readonly folder: string;
  /** The name that its file exports. */
  readonly exported: string;
  readonly entry: (typeof COMMANDS)[number];
}

/** The commands that there are folders of, in the order of the help page. */
export async function commandsFound(): Promise<FoundCommand[]> {
  const folders = readdirSync(FEATURES).filter((folder) => existsSync(join(FEATURES, folder, 'arguments.ts')));
  const found = await Promise.all(folders.map(commandsIn));
  return found.flat().sort((one, other) => one.entry.position - other.entry.position);
}

async function commandsIn(folder: string): Promise<FoundCommand[]> {
  const path = join(FEATURES, folder, 'arguments.ts');
  const module = (await import(pathToFileURL(path).href)) as Record<string, FoundCommand['entry']>;
  const names = [...readFileSync(path, 'utf8').matchAll(/^export const (\w+): CommandEntry</gm)].map(([, name = '']) => name);
  return names.map((exported) => ({ folder, exported, entry: module[exported] as FoundCommand['entry'] }));
}

/** src/commands/all-commands.ts: plain imports, so that the program needs no folder of sources to know its commands. */
export function allCommandsSource(found: readonly FoundCommand[]): string {
  const folders = [...new Set(found.map(({ folder }) => folder))].sort();
  const imports = folders.map((folder) => {
    const names = found.filter((one) => one.folder === folder).map(({ exported }) => exported);
    return `import { ${names.sort().join(', ')} } from '../features/${folder}/arguments.js';`;
  });
  return `${[
    ...imports,
    '',
    '/** In the order of the help page. Made by tests/cli/generated.test.ts (npm run test:update): not edited by hand. */',
    `export const COMMANDS = [\n${found.map(({ exported }) => `  ${exported},\n`).join('')}] as const;`,
    '',
    '/** What a person asked a command for. */',
    "export type Request = Parameters<(typeof COMMANDS)[number]['run']>[0];",
  ].join('\n')}\n`;
}

/** npm runs a script of this name by itself, when it gives the program a new version. */
const NPM_OWN = ['version'];

/** package.json with a script for each command, and for the page that lists them, where the first of them stands. */
export function packageWithScripts(found: readonly FoundCommand[]): string {
  const named = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const isOfCommand = ([name, script]: [string, string]) => script === scriptOf(name);
  const others = Object.entries(named.scripts).filter((one) => !isOfCommand(one));
  const first = Object.entries(named.scripts).findIndex(isOfCommand);
  const names = [...found.map(({ entry }) => entry.name).filter((name) => !NPM_OWN.includes(name)), 'help'];
  const scripts = [...others.slice(0, first), ...names.map((name) => [name, scriptOf(name)]), ...others.slice(first)];
  return `${JSON.stringify({ ...named, scripts: Object.fromEntries(scripts) }, null, 2)}\n`;
}

const scriptOf = (name: string): string => `node src/start.mjs ${name}`;
