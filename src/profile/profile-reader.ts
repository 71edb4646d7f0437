import type { z } from 'zod';
import type { Located } from '../definition/load-definition.js';
import { parseYaml, type YamlTree } from '../definition/parse-yaml.js';
import { readSource } from '../definition/read-source.js';
import { validate } from '../definition/validate.js';
import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { nearestWord } from '../plain/nearest-word.js';
import { unknownNames } from './fill.js';
import { layYaml } from './layered-yaml.js';
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
