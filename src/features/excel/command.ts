import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chooseDepartments } from '../../commands/choose-departments.js';
import { type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { sayWrongUse } from '../../commands/wrong-use.js';
import { parseYaml } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../diagnostics/source-text.js';
import { type Environment, outputContext, showPath } from '../../environment.js';
import { YAML } from '../../input/places.js';
import { readInputFile } from '../../input/read-files.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import { districtFolder } from '../../input/unit-documents.js';
import { writeTogether } from '../../output/write-together.js';
import { valueAt } from './form-tree.js';
import { type FormInput, formWorkbook } from './form-workbook.js';
import { profileAsks } from './profile-asks.js';

/** Writes the forms of departments. */
export interface ExcelRequest {
  readonly command: 'excel';
  readonly departments: readonly string[];
  readonly year?: string;
  /** Over a form that has been filled in and not imported. */
  readonly force: boolean;
}

/** Where forms stand, beside data/. */
const FORM_FOLDER = '填报';

/** `excel`: the form of each department that was chosen. */
export async function excel(request: ExcelRequest, environment: Environment): Promise<ExitCode> {
  const chosen = chooseDepartments(request, environment);
  if ('command' in chosen) return sayWrongUse({ ...chosen, about: 'excel' }, environment);
  const shelf = makeShelf(environment);
  const findings: Diagnostic[] = [...chosen.diagnostics];
  const sources: SourceText[] = [];
  for (const path of chosen.value ?? []) {
    const read = readTyped(path, shelf, environment);
    findings.push(...read.diagnostics);
    if (read.source) sources.push(read.source);
    if (read.form) findings.push(...(await writeForm(read.form, path, request, environment)));
  }
  sayFindings(findings, sources, environment);
  return exitCodeOf(findings);
}

interface TypedFile {
  readonly form?: FormInput;
  readonly source?: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/** A department's file as typed: mistakes in its values are shown in the form, too, and mended there. */
function readTyped(path: string, shelf: Shelf, environment: Environment): TypedFile {
  const file = readInputFile(path, showPath(environment, path));
  if (!file.value) return { diagnostics: file.diagnostics };
  const { text: source, diagnostics } = readSource(file.value.bytes, file.value.name);
  if (!source) return { diagnostics };
  const { tree, diagnostics: wrong } = parseYaml(source);
  if (!tree) return { source, diagnostics: [...diagnostics, ...wrong] };
  const typed = (...steps: string[]): string => String(valueAt(tree.value, steps) ?? '');
  const year = basename(districtFolder(path));
  const form: FormInput = {
    tree: tree.value,
    unit: typed('金额单位') === '万元' ? '万元' : '元',
    year,
    code: typed('部门', '代码'),
    name: typed('部门', '名称'),
    classifications: shelf.classifications(year).value,
    ...profileAsks(path, shelf),
  };
  return { form, source, diagnostics };
}

async function writeForm(form: FormInput, path: string, { force }: ExcelRequest, environment: Environment): Promise<readonly Diagnostic[]> {
  const { workbookToXlsx } = await import('../../writers/xlsx/write-workbook.js');
  const name = `${basename(path).replace(YAML, '')}.xlsx`;
  const folder = join(environment.project, FORM_FOLDER);
  const target = join(folder, form.year, name);
  const bytes = await workbookToXlsx(formWorkbook(form));
  if (!force && existsSync(target) && !readFileSync(target).equals(bytes)) return [formInTheWay(showPath(environment, target))];
  const { outcome, diagnostics } = await writeTogether(folder, [form.year], [{ name, bytes }], outputContext(environment));
  if (outcome !== 'failed') environment.say(`${outcome === 'written' ? '已写' : '未变'} ${showPath(environment, target)}`);
  if (outcome !== 'failed')
    environment.say(`  填好保存后，在菜单里选“导入 Excel”，或运行：npm run import -- ${showPath(environment, target)}`);
  return diagnostics;
}

function formInTheWay(shown: string): Diagnostic {
  const message = `“${shown}”已经有了，和现在要写的不同，里面可能有还没有导入的内容，没有动。`;
  const hint = '先用 npm run import 导入；不要的，移走它，或加 --force 覆盖。';
  return { code: 'form-in-the-way', severity: 'error', message, hint };
}
