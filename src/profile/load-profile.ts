import { ownTextFields } from '../budget/dimensions.js';
import type { Located } from '../definition/load-definition.js';
import type { Loaded } from '../definition/read-source.js';
import { type Diagnostic, hasErrors, type SourceLocation } from '../diagnostics/diagnostic.js';
import { nearestWord } from '../plain/nearest-word.js';
import { checkOutline } from './check-outline.js';
import { checkRelations } from './check-relations.js';
import { ADDED_LISTS, checkRulesSchema } from './check-rules-schema.js';
import { checkSpec } from './check-spec.js';
import { checkTable } from './check-table.js';
import { checkForm, formSchema, wholeFormSchema } from './form-schema.js';
import { checkLayout, resolveLayout } from './layout.js';
import { chapterPaths, outlineItems } from './outline.js';
import type { Profile } from './profile.js';
import { type FindProfile, type ProfileFiles, type ProfileLayer, profileLayers } from './profile-layers.js';
import { isMap, ProfileReader } from './profile-reader.js';
import { layoutSchema, type ProfileSpec, profileSchema } from './profile-schema.js';
import { type TableSpec, tableSpec } from './table-schema.js';

export type { FindProfile, ProfileFiles, ProfileLayer } from './profile-layers.js';

/** What a profile may be made of besides its own folder. */
export interface ProfileOptions {
  /** Finds the profiles that 继承 names; absent: there are none. */
  readonly find?: FindProfile | undefined;
  /** A district's own files, laid over the profile. */
  readonly overlay?: ProfileLayer | undefined;
  /** Finds one that is only looked at; absent: as `find`. */
  readonly lookAt?: FindProfile | undefined;
  /** All profiles that `find` would find; absent: not known. */
  readonly names?: readonly string[] | undefined;
}

/** All of a profile but where it stands in its files: plain data, as it is kept. */
export type ProfileData = Omit<Profile, 'folder' | 'templates' | 'display' | 'locate'> & {
  readonly templates: readonly (readonly [path: string, source: string])[];
};

export function profileData({ folder, templates, display, locate, ...data }: Profile): ProfileData {
  return { ...data, templates: [...templates] };
}

/** A profile from its data, which these very layers once gave without a finding. They are read only where a place in them is asked for. */
export function profileFromData(data: ProfileData, layers: readonly ProfileLayer[], read: () => Loaded<Profile>): Loaded<Profile> {
  const reader = new ProfileReader(layers);
  const locate: Profile['locate'] = (file, path, part) =>
    read().value?.locate(file, path, part) ?? { file: reader.display(file), line: 1, column: 1 };
  const folder = layers[0]?.folder ?? '';
  const value = { ...data, folder, templates: new Map(data.templates), display: (path: string) => reader.display(path), locate };
  return { value, diagnostics: [], sources: reader.allSources() };
}

/** By the profile's own files, then by those of the overlay. */
const loaded = new WeakMap<ProfileFiles, Map<ProfileFiles | undefined, Loaded<Profile>>>();

/** Reads and checks a whole profile, once for the same files: a batch shares it. `folder` is the name that messages show. */
export function loadProfile(folder: string, files: ProfileFiles, options: ProfileOptions = {}): Loaded<Profile> {
  const variants = loaded.get(files) ?? new Map<ProfileFiles | undefined, Loaded<Profile>>();
  const { overlay } = options;
  const known = variants.get(overlay?.files) ?? readProfile({ folder, files }, options);
  loaded.set(files, variants.set(overlay?.files, known));
  return known;
}

function readProfile(own: ProfileLayer, { find = () => undefined, lookAt = find, overlay, names }: ProfileOptions): Loaded<Profile> {
  const layered = profileLayers(own, find, names);
  const layers = overlay && overlay.files.size > 0 ? [overlay, ...layered.layers] : layered.layers;
  if (hasErrors(layered.diagnostics)) return { diagnostics: layered.diagnostics, sources: layered.sources };
  const reader = new ProfileReader(layers);
  const spec = reader.readMerged('方案.yaml', profileSchema);
  const layout = reader.readMerged('版式.yaml', layoutSchema);
  const form = reader.read('绩效目标表.yaml', formSchema);
  const has = (path: string): boolean => layers.some(({ files }) => files.has(path));
  const wholeForm = has('整体绩效目标表.yaml') ? reader.read('整体绩效目标表.yaml', wholeFormSchema) : undefined;
  const checkRules = has('核对.yaml') ? reader.readMerged('核对.yaml', checkRulesSchema, ADDED_LISTS) : undefined;
  const tables = spec ? spec.value.报表.flatMap((path, index) => reader.read(path, tableSpec, spec.locate(['报表', index])) ?? []) : [];
  const templates = printedTemplates(reader.templates(), spec?.value);
  const words = spec?.value.称谓 ?? {};
  if (spec) {
    requireTemplates(spec, templates, reader);
    reader.checkNames(ownNames(spec.value, tables, words));
    const outline = checkOutline(spec, tables, {
      templates,
      hasWholeForm: wholeForm !== undefined,
      display: (path) => reader.display(path),
    });
    // Where tables are missing or have one name, what is said of them has no meaning yet.
    const isWhole = outline.length === 0 && tables.length === spec.value.报表.length;
    reader.diagnostics.push(
      ...outline,
      ...tables.flatMap((table) => checkTable(table, spec.value)),
      ...checkSpec(spec),
      ...(layout ? checkLayout(layout) : []),
      ...(form ? checkForm(form, '绩效目标表') : []),
      ...(wholeForm ? checkForm(wholeForm, '整体绩效目标表') : []),
      ...(checkRules && isWhole
        ? checkRelations(checkRules, filledTables(tables, words), {
            form: spec.value,
            own: [own, overlay].flatMap((layer) => layer?.folder ?? []),
          })
        : []),
      ...checkUnitProfile(spec, own, { find: lookAt, names }),
    );
    reader.refuseUnused();
    if (overlay) reader.diagnostics.push(...parentInOverlay(spec, overlay));
  }
  const { diagnostics, sources } = reader;
  if (!spec || !layout || !form || hasErrors(diagnostics)) return { diagnostics, sources };
  const files = new Map<string, Pick<Located<unknown>, 'locate'> | undefined>([
    ['方案.yaml', spec],
    ['版式.yaml', layout],
    ['绩效目标表.yaml', form],
    ['整体绩效目标表.yaml', wholeForm],
    ['核对.yaml', checkRules],
    ...tables.map((table, index) => [spec.value.报表[index] ?? '', table] as const),
  ]);
  const value: Profile = {
    folder: own.folder,
    spec: fillWords(spec.value, words),
    tables: filledTables(tables, words),
    form: fillWords(form.value, words),
    ...(wholeForm && { wholeForm: fillWords(wholeForm.value, words) }),
    ...resolveLayout(layout.value),
    templates,
    display: (path) => reader.display(path),
    locate: (file, path, part) => files.get(file)?.locate(path, part) ?? { file: reader.display(file), line: 1, column: 1 },
    ...(checkRules && { checkRules: fillWords(checkRules.value, words) }),
  };
  return { value, diagnostics, sources };
}

/** What texts may name besides the variables that there always are. A table that could not be read is told by itself. */
function ownNames(
  { 自有数据: fields, 报表标签, 报表目录标签 }: ProfileSpec,
  tables: readonly Located<TableSpec>[],
  words: Words,
): string[] {
  const numbered = 报表标签 === undefined && 报表目录标签 === undefined ? [] : tables.map(({ value }) => value.名称);
  const names = { 称谓: Object.keys(words), 自有数据: ownTextFields(fields), 报表号: numbered };
  return Object.entries(names).flatMap(([family, members]) => members.map((name) => `${family}.${name}`));
}

/** Those that the outline prints, and phrases: a parent's chapter that this form leaves out speaks of what it need not have. */
const printedTemplates = (all: ReadonlyMap<string, string>, spec: ProfileSpec | undefined): ReadonlyMap<string, string> => {
  const chapters = new Set(spec ? chapterPaths(spec) : []);
  return new Map([...all].filter(([path]) => !spec || chapters.has(path) || path.startsWith('词句/')));
};

const filledTables = (tables: readonly Located<TableSpec>[], words: Words): readonly TableSpec[] =>
  fillWords(
    tables.map((table) => table.value),
    words,
  );

function strangerUnitProfile(name: string, own: ProfileLayer, at: SourceLocation, find: FindProfile = () => undefined): Diagnostic[] {
  const unit = find(name);
  if (!unit || profileLayers(unit, find).layers.some(({ folder }) => folder === own.folder)) return [];
  const short = own.folder.split('/').at(-1) ?? '';
  const message = `单位方案“${name}”不是从本方案“${short}”继承的，所属单位会用另一套表式公开。`;
  const hint = `建立“${short}-unit”，在它的方案.yaml 里写“继承: ${short}”和单位的称谓，再在本方案写“单位方案: ${short}-unit”；与部门用同一套的，写“单位方案: ${short}”。`;
  return [{ code: 'profile-unit-stranger', severity: 'error', message, at, hint }];
}

/** A district lays files over one profile; which one is said by 方案 in its YAML. */
function parentInOverlay({ value, locate }: Located<ProfileSpec>, { folder }: ProfileLayer): Diagnostic[] {
  const at = locate(['继承']);
  if (value.继承 === undefined || at.file !== `${folder}/方案.yaml`) return [];
  const hint = '删去这一行；用哪个方案写在“区县.yaml”或部门文件的“方案”里。';
  return [{ code: 'profile-parent-in-overlay', severity: 'error', message: '区县自己的方案文件不能写“继承”。', at, hint }];
}

function requireTemplates({ value, locate }: Located<ProfileSpec>, templates: ReadonlyMap<string, string>, reader: ProfileReader): void {
  value.大纲.forEach((part, index) => {
    const first = part.报表 === undefined ? 0 : 1;
    outlineItems(part, value.报表).forEach((item, at) => {
      if (item.kind === 'chapter') reader.requireTemplate(item.path, templates, locate(['大纲', index, '章节', at - first]));
    });
  });
}

/**
 * 单位方案 must be one of the profiles, and depart from this one: units are printed in the form of their department. Not
 * looked at where the profiles are not known.
 */
function checkUnitProfile({ value, locate }: Located<ProfileSpec>, own: ProfileLayer, { find, names }: ProfileOptions): Diagnostic[] {
  const { 单位方案: name } = value;
  if (name === undefined || !names) return [];
  if (names.includes(name)) return strangerUnitProfile(name, own, locate(['单位方案']), find);
  const near = nearestWord(name, names);
  const hint = near === undefined ? `现有方案：${names.join('、')}。所属单位与部门用同一个方案的，不写“单位方案”。` : `是否为“${near}”？`;
  return [{ code: 'profile-unit-missing', severity: 'error', message: `没有“${name}”这个方案。`, at: locate(['单位方案']), hint }];
}

/** 称谓 of a profile by name: words that differ between otherwise equal forms. */
type Words = Readonly<Record<string, string>>;

const WORD = /\{\{\s*称谓\.([^{}\s]+)\s*\}\}/g;

/** Puts the words for every {{称谓.…}} in the texts of a value, at every depth. */
function fillWords<T>(value: T, words: Words): T {
  return filled(value, words) as T;
}

function filled(value: unknown, words: Words): unknown {
  if (typeof value === 'string') return value.replace(WORD, (whole, name: string) => words[name] ?? whole);
  if (Array.isArray(value)) return value.map((item) => filled(item, words));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, words)]));
}
