import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { type Loaded, type Located, loadYaml } from '../definition/load-definition.js';
import type { z } from 'zod';
import { checkRulesSchema } from './check-rules-schema.js';
import { unknownNames } from './fill.js';
import { formSchema } from './form-schema.js';
import { resolveLayout } from './layout.js';
import type { Profile } from './profile.js';
import { layoutSchema, profileSchema } from './profile-schema.js';
import { tableSpec } from './table-schema.js';

/** The files of a profile by their path inside its folder, as bytes. */
export type ProfileFiles = ReadonlyMap<string, Uint8Array>;

const loaded = new WeakMap<ProfileFiles, Loaded<Profile>>();

/** Reads and checks a whole profile, once for the same files: a batch shares it. `folder` is the name that messages show. */
export function loadProfile(folder: string, files: ProfileFiles): Loaded<Profile> {
  const known = loaded.get(files) ?? readProfile(folder, files);
  loaded.set(files, known);
  return known;
}

function readProfile(folder: string, files: ProfileFiles): Loaded<Profile> {
  const reader = new ProfileReader(folder, files);
  const spec = reader.read('方案.yaml', profileSchema);
  const layout = reader.read('版式.yaml', layoutSchema);
  const form = reader.read('绩效目标表.yaml', formSchema);
  const checkRules = files.has('核对.yaml') ? reader.read('核对.yaml', checkRulesSchema) : undefined;
  const tables = spec?.value.报表.map((path) => reader.read(path, tableSpec)) ?? [];
  const templates = reader.templates();
  for (const part of spec?.value.大纲 ?? []) for (const path of part.章节 ?? []) reader.requireTemplate(path, templates);
  const { diagnostics, sources } = reader;
  if (!spec || !layout || !form || hasErrors(diagnostics)) return { diagnostics, sources };
  const value: Profile = {
    folder,
    spec: spec.value,
    tables: tables.flatMap((table) => table?.value ?? []),
    form: form.value,
    ...resolveLayout(layout.value),
    templates,
    ...(checkRules && { checkRules: checkRules.value }),
  };
  return { value, diagnostics, sources };
}

class ProfileReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly sources: SourceText[] = [];

  constructor(
    private readonly folder: string,
    private readonly files: ProfileFiles,
  ) {}

  read<S extends z.ZodType>(path: string, schema: S): Located<z.output<S>> | undefined {
    const bytes = this.files.get(path);
    if (!bytes) {
      this.missing(path);
      return undefined;
    }
    const file = loadYaml({ name: this.display(path), bytes }, schema);
    this.diagnostics.push(...file.diagnostics);
    this.sources.push(...file.sources);
    for (const source of file.sources) this.checkNames(source);
    return file.value;
  }

  templates(): Map<string, string> {
    const decoder = new TextDecoder('utf-8');
    const paths = [...this.files.keys()].filter((path) => path.endsWith('.hbs')).sort();
    return new Map(paths.map((path) => [path, decoder.decode(this.files.get(path)).replaceAll('\r\n', '\n')]));
  }

  requireTemplate(path: string, templates: ReadonlyMap<string, string>): void {
    if (!templates.has(path)) this.missing(path);
  }

  private missing(path: string): void {
    const message = `方案缺少文件“${this.display(path)}”。`;
    this.diagnostics.push({ code: 'profile-file-missing', severity: 'error', message, hint: '核对“方案.yaml”里写的文件名，或把文件补上。' });
  }

  private checkNames(source: SourceText): void {
    source.text.split('\n').forEach((line, index) => {
      if (line.trimStart().startsWith('#')) return;
      for (const name of unknownNames(line)) {
        const at = { file: source.file, line: index + 1, column: line.indexOf(name) + 1 };
        this.diagnostics.push({ code: 'template-unknown-name', severity: 'error', message: `没有“${name}”这个变量。`, at });
      }
    });
  }

  private display(path: string): string {
    return `${this.folder}/${path}`;
  }
}
