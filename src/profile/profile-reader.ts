import type { z } from 'zod';
import type { Located } from '../definition/load-definition.js';
import { parseYaml, type YamlPath, type YamlTree } from '../definition/parse-yaml.js';
import { readSource } from '../definition/read-source.js';
import { validate } from '../definition/validate.js';
import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { nearestWord } from '../plain/nearest-word.js';
import { unknownNames } from './fill.js';
import type { ProfileLayer } from './profile-layers.js';

/** What other systems' exports mean; read by `import` alone, and by no document. */
export const IMPORT_MAPS = '导入.yaml';

/** Reads the files of layered folders: of each path the uppermost, or all of them laid over one another. */
export class ProfileReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly sources: SourceText[] = [];
  private readonly used = new Set<string>();

  /** `layers` from the uppermost to the oldest. */
  constructor(private readonly layers: readonly ProfileLayer[]) {}

  /** The uppermost file of this path. `at` is where the path is named. */
  read<S extends z.ZodType>(path: string, schema: S, at?: SourceLocation): Located<z.output<S>> | undefined {
    const layer = this.layerOf(path);
    if (!layer) return this.missing(path, at);
    const tree = this.tree(layer, path);
    return tree && this.validated(tree, schema);
  }

  /** All files of this path laid over one another, then read as one; lists under the keys `added` are added to. */
  readMerged<S extends z.ZodType>(path: string, schema: S, added: readonly string[] = []): Located<z.output<S>> | undefined {
    const holding = this.layers.filter((layer) => layer.files.has(path));
    if (holding.length === 0) return this.missing(path, undefined);
    const trees = holding.flatMap((layer) => this.tree(layer, path) ?? []);
    if (trees.length < holding.length) return undefined;
    return this.validated(layYaml(trees, added), schema);
  }

  /** Every template by path, decoded. */
  templates(): Map<string, string> {
    const paths = [...new Set(this.layers.flatMap((layer) => [...layer.files.keys()]))].filter((path) => path.endsWith('.hbs')).sort();
    return new Map(
      paths.flatMap((path) => {
        const text = this.template(path);
        return text === undefined ? [] : [[path, text] as const];
      }),
    );
  }

  requireTemplate(path: string, templates: ReadonlyMap<string, string>, at: SourceLocation): void {
    this.used.add(path);
    if (!templates.has(path) && !this.layerOf(path)) this.missing(path, at);
  }

  /**
   * Files of the uppermost folder that nothing names would change nothing: most likely their names are wrong. One that
   * stands for a parent's file is meant for a form that prints it: a district's folder serves departments and units.
   */
  refuseUnused(): void {
    const [top, ...below] = this.layers;
    const known = new Set([...this.used, ...below.flatMap((layer) => [...layer.files.keys()])]);
    for (const path of top?.files.keys() ?? []) {
      if (this.used.has(path) || path === IMPORT_MAPS || path.startsWith('词句/') || !/\.(?:hbs|yaml)$/.test(path)) continue;
      if (below.some((layer) => layer.files.has(path))) continue;
      const near = nearestWord(
        path,
        [...known].filter((other) => other !== path),
      );
      const hint = near === undefined ? '在“方案.yaml”的“大纲”或“报表”里写上它，或删去这个文件。' : `是否为“${near}”？`;
      const at = { file: this.display(path), line: 1, column: 1 };
      this.diagnostics.push({ code: 'profile-file-unused', severity: 'error', message: '方案里没有用到这个文件。', at, hint });
    }
  }

  /** Names in {{ }} that nobody fills, in every YAML file read. */
  checkNames(known: readonly string[]): void {
    for (const source of this.sources) if (source.file.endsWith('.yaml')) this.checkSource(source, known);
  }

  /** Every text of every layer. */
  allSources(): SourceText[] {
    return this.layers.flatMap(({ folder, files }) =>
      [...files].flatMap(([path, bytes]) => (/\.(?:hbs|yaml)$/.test(path) ? (readSource(bytes, `${folder}/${path}`).text ?? []) : [])),
    );
  }

  /** The name that messages show for a path. */
  display(path: string): string {
    return `${(this.layerOf(path) ?? this.layers[0])?.folder ?? ''}/${path}`;
  }

  private tree(layer: ProfileLayer, path: string): YamlTree | undefined {
    this.used.add(path);
    const source = readSource(layer.files.get(path) ?? new Uint8Array(), `${layer.folder}/${path}`);
    const parsed = source.text && parseYaml(source.text);
    this.diagnostics.push(...source.diagnostics, ...(parsed?.diagnostics ?? []));
    if (source.text) this.sources.push(source.text);
    return parsed?.tree;
  }

  private validated<S extends z.ZodType>(tree: YamlTree, schema: S): Located<z.output<S>> | undefined {
    const { value, diagnostics } = validate(schema, tree);
    this.diagnostics.push(...diagnostics);
    return value === undefined ? undefined : { value, locate: tree.locate };
  }

  private template(path: string): string | undefined {
    const bytes = this.layerOf(path)?.files.get(path);
    if (!bytes) return undefined;
    const source = readSource(bytes, this.display(path));
    this.diagnostics.push(...source.diagnostics);
    if (source.text) this.sources.push(source.text);
    return source.text?.text;
  }

  private layerOf(path: string): ProfileLayer | undefined {
    return this.layers.find((layer) => layer.files.has(path));
  }

  private missing(path: string, at: SourceLocation | undefined): undefined {
    const near = nearestWord(
      path,
      this.layers.flatMap((layer) => [...layer.files.keys()]),
    );
    const message = `方案缺少文件“${this.display(path)}”。`;
    const hint = near === undefined ? '核对“方案.yaml”里写的文件名，或把文件补上。' : `是否为“${near}”？`;
    this.diagnostics.push({ code: 'profile-file-missing', severity: 'error', message, ...(at && { at }), hint });
  }

  private checkSource(source: SourceText, known: readonly string[]): void {
    source.lines.forEach((line, index) => {
      if (line.trimStart().startsWith('#')) return;
      const strange = unknownNames(line).filter((name) => !known.includes(name));
      for (const name of strange) {
        const column = [...line.slice(0, line.indexOf(name))].length + 1;
        const near = nearestWord(name, known);
        const hint = near === undefined ? {} : { hint: `是否为“${near}”？` };
        const at = { file: source.file, line: index + 1, column };
        this.diagnostics.push({ code: 'template-unknown-name', severity: 'error', message: `没有“${name}”这个变量。`, at, ...hint });
      }
    });
  }
}

/**
 * Files laid over one another, as one file, the uppermost first: maps key by key at every depth; anything else, lists
 * too, as a whole. Lists under the keys `added` are added to instead. Each place is that of the file which states it.
 */
function layYaml(trees: readonly YamlTree[], added: readonly string[] = []): YamlTree {
  const value = [...trees].reverse().reduce((below: unknown, above) => layOver(below, above.value, added), undefined);
  return { value, locate: (path, part) => locateIn(trees, path, part, added) };
}

/** `added` counts at the top of the files only. */
function layOver(below: unknown, above: unknown, added: readonly string[]): unknown {
  if (!isMap(below) || !isMap(above)) return above;
  const merged: Record<string, unknown> = Object.assign(Object.create(null), below);
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    const isAdded = added.includes(key) && Array.isArray(under) && Array.isArray(value);
    merged[key] = isAdded ? [...under, ...value] : layOver(under, value, []);
  }
  return merged;
}

function locateIn(trees: readonly YamlTree[], path: YamlPath, part: 'key' | 'value' | undefined, added: readonly string[]) {
  const [key, index, ...rest] = path;
  const isAdded = typeof index === 'number' && added.includes(String(key));
  if (isAdded) return locateAdded(trees, [String(key), index, ...rest], part);
  const depths = trees.map(({ value }) => depthOf(value, path));
  const deepest = Math.max(...depths);
  return (trees[depths.indexOf(deepest)] as YamlTree).locate(path, part);
}

/** The lower file's items come first. */
function locateAdded(trees: readonly YamlTree[], [key, index, ...rest]: readonly [string, number, ...YamlPath], part?: 'key' | 'value') {
  let left = index;
  for (const tree of [...trees].reverse()) {
    const list = isMap(tree.value) ? tree.value[key] : undefined;
    const length = Array.isArray(list) ? list.length : 0;
    if (left < length) return tree.locate([key, left, ...rest], part);
    left -= length;
  }
  return (trees[0] as YamlTree).locate([key], part);
}

/** How many steps of a path a file states. */
function depthOf(value: unknown, path: YamlPath): number {
  let at = value;
  for (const [depth, step] of path.entries()) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return depth;
    at = (at as Record<string | number, unknown>)[step];
  }
  return path.length;
}

/** A map of YAML: neither a list nor a decimal. */
export function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
