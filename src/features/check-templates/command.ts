import { join } from 'node:path';
import { type Budget, computeBudget } from '../../budget/budget.js';
import { lintTemplates } from '../../checks/templates/lint-templates.js';
import { type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { noSuchProfile } from '../../commands/messages/no-such-profile.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse } from '../../commands/wrong-use.js';
import { tallCover } from '../../compose/cover.js';
import { tooWideForms } from '../../compose/form-blocks.js';
import { tooWideTables } from '../../compose/published-table-blocks.js';
import type { Definition } from '../../definition/definition.js';
import { parseYaml } from '../../definition/parse-yaml.js';
import { type Loaded, readSource } from '../../definition/read-source.js';
import { type Diagnostic, diagnosticsToJson } from '../../diagnostics/diagnostic.js';
import type { FindingCode } from '../../diagnostics/finding-codes.js';
import type { Environment } from '../../environment.js';
import { profileNames } from '../../input/places.js';
import { listFolders } from '../../input/read-files.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import { checkNarrative } from '../../narrative/write-narrative.js';
import { buildDocument } from '../../pipeline.js';
import { isPlainObject } from '../../plain/objects.js';
import type { Profile } from '../../profile/profile.js';
import { buildTables } from '../../tables/build-table.js';
import { blankBudget } from '../guide/blank-budget.js';
import { madeUpDepartment } from './made-up-department.js';

/** Checks profiles before any budget is put into them. */
export interface CheckTemplatesRequest {
  readonly command: 'check';
  /** Folders of templates/; none: all of them. */
  readonly templates: readonly string[];
  readonly format: 'text' | 'json';
}

/** `check --templates`: each profile, and each with a district's own files over it. */
export function checkTemplates(request: CheckTemplatesRequest, environment: Environment): ExitCode {
  const names = profileNames(environment);
  const unknown = request.templates.find((name) => !names.includes(name));
  if (unknown !== undefined) return sayWrongUse(noSuchProfile(unknown, names), environment);
  const shelf = makeShelf(environment);
  const wanted = request.templates.length > 0 ? withUnitForms(request.templates, shelf, environment) : names;
  const budget = blankBudget(environment);
  if ('command' in budget) return sayWrongUse({ ...budget, about: 'check' }, environment);
  const places = [...wanted.map((name) => ({ name })), ...overlaid(wanted, shelf, environment)];
  const diagnostics = places.flatMap((place) => lint(place, { shelf, budget }, request, environment));
  if (request.format === 'json')
    environment.print(JSON.stringify({ profiles: wanted, ...diagnosticsToJson(diagnostics, []) }, undefined, 2));
  else
    environment.say(`核对了 ${places.length} 个方案，${diagnostics.length === 0 ? '没有发现问题' : `${diagnostics.length} 处要看一看`}。`);
  return exitCodeOf(diagnostics);
}

/** Units are printed in a form that departs from their department's: what changes there breaks it here. */
const withUnitForms = (asked: readonly string[], shelf: Shelf, { project }: Environment): readonly string[] => {
  const units = asked.flatMap((name) => shelf.profile(name, join(project, 'templates')).value?.spec.单位方案 ?? []);
  return [...new Set([...asked, ...units])];
};

/** A profile, and the folder of departments whose district lays its own files over it. */
interface Place {
  readonly name: string;
  readonly folder?: string;
}

/** What each profile is held against: its files, and the names of a budget of any department. */
interface Ground {
  readonly shelf: Shelf;
  readonly budget: Budget;
}

function lint(
  { name, folder }: Place,
  { shelf, budget }: Ground,
  { format }: CheckTemplatesRequest,
  environment: Environment,
): readonly Diagnostic[] {
  const loaded = shelf.profile(name, folder ?? join(environment.project, 'templates'));
  const found = profileFindings(loaded, budget);
  if (format === 'text') {
    environment.say(`核对方案 templates/${name}${folder === undefined ? '' : '（加上区县自己的文件）'}`);
    sayFindings(found, loaded.sources, environment);
  }
  return found;
}

/** As long as names of departments are. */
const LONG_NAME = '某某市某某区文化和旅游发展综合服务中心';

/** Everything that can be wrong with a profile before there is a department: each step looks at what the one before let pass. */
export function profileFindings(
  { value: profile, diagnostics }: Pick<Loaded<Profile>, 'value' | 'diagnostics'>,
  any: Budget,
): Diagnostic[] {
  if (!profile) return [...diagnostics];
  const budget = computeBudget(any.definition, any.classifications, profile.spec);
  const names = checkNarrative(budget, profile);
  const values = { 年度: '0000', 上年度: '0000', 部门: '部门', 地区: '地区', 级次: '级次' };
  const tables = buildTables(budget, profile, values);
  const closer =
    names.length > 0
      ? []
      : [
          ...lintTemplates(profile),
          ...tooWideTables(tables, profile),
          ...tooWideForms(profile),
          ...tallCover({ profile, values: { ...values, 部门: LONG_NAME } }),
        ];
  const written = names.length + closer.length > 0 ? [] : madeUpFindings(profile, any);
  return [...diagnostics, ...names, ...closer, ...written];
}

/** What is the form's own fault in the disclosure of a department that has something of everything. */
const FORM_CODES: readonly FindingCode[] = [
  'parts-within-whole',
  'repeated-sentences',
  'table-rows-agree',
  'table-sums-exact',
  'table-too-wide',
  'tables-agree',
  'template-no-value',
  'template-residue',
  'template-too-long',
  'template-wrong-kind',
];

/** A department that has everything, and one that has nothing. */
function madeUpFindings(profile: Profile, any: Budget): Diagnostic[] {
  const blank = { value: any.definition, diagnostics: [], sources: [] };
  return [
    ...formFindings(madeUpDepartment(profile, any), '填全了的部门', profile, any),
    ...formFindings(blank, '什么也没有的部门', profile, any),
  ];
}

function formFindings(definition: Loaded<Definition>, who: string, profile: Profile, { classifications }: Budget): Diagnostic[] {
  const read = { value: profile, diagnostics: [], sources: [] };
  const { diagnostics } = buildDocument({ definition, profile: read, classifications });
  const own = new Set(definition.value ? [definition.value.file, ...definition.sources.map(({ file }) => file)] : []);
  return diagnostics
    .filter(({ severity, code, at }) => severity === 'error' && FORM_CODES.includes(code) && at && !own.has(at.file))
    .map((one) => ({ ...one, message: `${who}：${one.message}` }));
}

/** Years whose district names the profile and has files of its own for it. */
function overlaid(wanted: readonly string[], shelf: Shelf, environment: Environment): Place[] {
  const data = join(environment.project, 'data');
  const years = listFolders(data).filter((name) => /^\d{4}$/.test(name) && listFolders(join(data, name)).includes('方案'));
  return years.flatMap((year) => {
    const folder = join(data, year);
    const district = shelf.district(folder).value;
    const source = district && readSource(district.bytes, district.name).text;
    const content = source && parseYaml(source).tree?.value;
    const name = isPlainObject(content) ? content['方案'] : undefined;
    return typeof name === 'string' && wanted.includes(name) ? [{ name, folder }] : [];
  });
}
