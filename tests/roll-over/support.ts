import type { Definition } from '../../src/definition/definition.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { parseYaml, type YamlTree } from '../../src/definition/parse-yaml.js';
import type { InputFile, Loaded } from '../../src/definition/read-source.js';
import { sourceText } from '../../src/diagnostics/source-text.js';
import type { PreviousYear } from '../../src/previous-year/previous-year.js';
import { classifications } from '../support/classifications.js';

export const inputFile = (name: string, text: string): InputFile => ({ name, bytes: new TextEncoder().encode(text) });
export { classifications };

export function definitionOf(
  yaml: string,
  { year = 2026, name = `${year}.yaml`, units = {} }: { year?: number; name?: string; units?: Record<string, string> } = {},
): Definition {
  const files = new Map(Object.entries(units).map(([unit, text]) => [unit, inputFile(unit, text)]));
  const loaded: Loaded<Definition> = loadDefinition(
    inputFile(name, yaml),
    inputFile('区县.yaml', `年度: ${year}\n地区: 虚构市示例区\n级次: 区级\n方案: shanxi\n`),
    files,
  );
  if (!loaded.value) throw new Error(JSON.stringify(loaded.diagnostics, undefined, 1));
  return loaded.value;
}

export const previousOf = (yaml: string): PreviousYear => ({ definition: definitionOf(yaml), classifications });

export function treeOf(yaml: string, name = '2027.yaml'): YamlTree {
  const { tree, diagnostics } = parseYaml(sourceText(name, yaml));
  if (!tree) throw new Error(JSON.stringify(diagnostics));
  return tree;
}
