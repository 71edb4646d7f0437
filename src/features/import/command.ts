import { basename, dirname, join, relative, sep } from 'node:path';
import { chooseDepartments } from '../../commands/choose-departments.js';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { parseYaml, type YamlTree } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import { statedDepartment } from '../../definition/stated-department.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../diagnostics/source-text.js';
import { type Environment, outputContext, resolvePath, showPath } from '../../environment.js';
import { DISTRICT_FILE, departmentFiles, UNIT_FOLDER } from '../../input/places.js';
import { listFiles, readInputFile } from '../../input/read-files.js';
import { makeShelf } from '../../input/shelf.js';
import { districtFolder } from '../../input/unit-documents.js';
import { outputNames } from '../../output/file-names.js';
import { writeTogether } from '../../output/write-together.js';
import { groupBy } from '../../plain/objects.js';
import type { CellSheet } from '../../spreadsheet/cells.js';
import { readWorkbook } from '../../spreadsheet/read-workbook.js';
import { blockMark, formLayout } from '../excel/form-layout.js';
import { valueAt } from '../excel/form-tree.js';
import { declaredFields, profileAsks } from '../excel/profile-asks.js';
import { withLineEndsOf } from '../roll-over/roll-file.js';
import { applyExport } from './apply-export.js';
import { checkContent } from './check-content.js';
import { type Difference, differences } from './differences.js';
import { editYaml } from './edit-yaml.js';
import type { ExportMap } from './export-map.js';
import { newFileText } from './new-file.js';
import { ownerOf } from './owner.js';
import { readExport } from './read-export.js';
import { type FormContent, isForm, keepMissing, readForm } from './read-form.js';
import { readMaps } from './read-maps.js';
import { sameValue } from './same-value.js';

/** Takes a workbook's content into a department's file. */
export interface ImportRequest {
  readonly command: 'import';
  readonly file: string;
  /** Without being asked. */
  readonly yes: boolean;
  readonly department?: string;
  readonly year?: string;
  readonly map?: string;
}

/** How a person is asked; where nobody is there, nothing is written. */
export type Confirm = () => Promise<'yes' | 'no' | 'nobody'>;

/** `import`: shows what would change, and writes it where that is wanted. */
export async function importWorkbook(
  request: ImportRequest,
  environment: Environment,
  confirm: Confirm = confirmOnTerminal,
): Promise<ExitCode> {
  const path = resolvePath(environment, request.file);
  const file = showPath(environment, path);
  const input = readInputFile(path, file);
  if (!input.value) return finish(input.diagnostics, [], environment);
  const read = await readWorkbook(input.value.bytes);
  if ('refused' in read) return finish([unreadable(file, read)], [], environment);
  const content = isForm(read.sheets)
    ? formContent(read.sheets, file, request, environment)
    : exportContent(read.sheets, file, request, environment);
  if (!content.path) return finish(content.findings, [], environment);
  return take({ ...content, path: content.path }, request, environment, confirm);
}

/** What a workbook comes to: the file that it is of, and what that file will say, once what it says now is known. */
interface Content {
  readonly path?: string;
  readonly findings: readonly Diagnostic[];
  readonly after?: (before: unknown) => { readonly tree: unknown; readonly findings: readonly Diagnostic[] };
}

/** A form is read twice: its first sheets tell whose it is, and only then is it known what that profile asks for. */
function formContent(sheets: readonly CellSheet[], file: string, request: ImportRequest, environment: Environment): Content {
  const start = readForm(sheets, file);
  const { path, diagnostics } = findTarget(start, file, request, environment);
  if (path === undefined) return { findings: [...start.diagnostics, ...diagnostics] };
  const shelf = makeShelf(environment);
  const { declared, indicators } = profileAsks(path, shelf);
  const classifications = shelf.classifications(basename(districtFolder(path))).value;
  const form = readForm(sheets, file, declared, { classifications, indicators });
  const findings = [...diagnostics, ...form.diagnostics, ...checkContent(form), ...missingFinding(form)];
  return { path, findings, after: (before) => ({ tree: keepMissing(form, before), findings: [] }) };
}

function finish(findings: readonly Diagnostic[], sources: readonly SourceText[], environment: Environment): ExitCode {
  sayFindings(findings, sources, environment);
  return exitCodeOf(findings);
}

function unreadable(file: string, { refused, hint }: { refused: string; hint: string }): Diagnostic {
  return { code: 'workbook-unreadable', severity: 'error', message: `“${file}”读不了：${refused}。`, hint };
}

/** An export of another system goes to a department that has a file: it says nothing of duties and offices. */
function exportContent(sheets: readonly CellSheet[], file: string, request: ImportRequest, environment: Environment): Content {
  const { departments, year } = { departments: request.department === undefined ? [] : [request.department], year: request.year };
  const chosen = chooseDepartments({ departments, ...(year !== undefined && { year }) }, environment);
  if ('command' in chosen) return { findings: [targetFinding(chosen.message, chosen.hint)] };
  const [path, ...others] = chosen.value ?? [];
  if (path === undefined) return { findings: chosen.diagnostics };
  if (others.length > 0)
    return {
      findings: [targetFinding('这是别的系统导出的表，没有说明导入到哪个部门。', '在命令后面加 --department，如 --department 003。')],
    };
  const maps = readMaps(path, request.map, environment);
  if (hasErrors(maps.diagnostics)) return { findings: maps.diagnostics };
  const shelf = makeShelf(environment);
  const owner = ownerOf(path, shelf);
  const read = maps.maps
    .map((map) => ({ map, ...readExport(sheets, map, file, owner) }))
    .sort((one, other) => other.tables - one.tables)[0];
  if (!read || read.tables === 0) return { findings: [...maps.diagnostics, notUnderstood(file, maps.names)] };
  environment.say(`按“${read.map.名称}”读入：${read.tables} 张表，${read.written.length} 个数和名称。`);
  if (read.map.没有) environment.say(`这些表里没有、要自己填的：${read.map.没有.join('、')}。`);
  const after = (before: unknown) => {
    const unit = valueAt(before, ['金额单位']) === '万元' ? '万元' : '元';
    const tree = applyExport(before, read, unit);
    return {
      tree,
      findings: checkContent({
        tree,
        unit,
        declared: declaredFields(path, shelf),
        locate: () => ({ file, line: 1, column: 1, cell: '' }),
      }).filter(({ severity }) => severity === 'error'),
    };
  };
  return { path, findings: [...maps.diagnostics, ...read.diagnostics, ...sumsUnits(read.map, owner.unitsApart)], after };
}

/** Published tables have the sums of a department and its units; lines that say whose they are can be told apart. */
function sumsUnits(map: ExportMap, units: readonly string[]): Diagnostic[] {
  if (units.length === 0 || map.表.some((table) => table.属于 !== undefined)) return [];
  const message = `部门的表是汇总数，包括有自己文件的单位（${units.join('、')}），导入部门本级的文件会重复计算。`;
  const hint = '导入各单位自己的表（--department 单位代码），或带“预算单位”一栏的明细。';
  return [{ code: 'import-sums-units', severity: 'error', message, hint }];
}

const targetFinding = (message: string, hint: string): Diagnostic => ({ code: 'import-target', severity: 'error', message, hint });

function notUnderstood(file: string, names: readonly string[]): Diagnostic {
  const message = `“${file}”不是本程序写的填报表，也不是认得的导出表（试过：${names.join('、') || '没有对照'}）。`;
  const hint = '填报表用 npm run excel 写出；别的系统的表，在 templates/<方案>/导入.yaml 里写明它的表头。';
  return { code: 'import-not-understood', severity: 'error', message, hint };
}

interface Target {
  readonly path?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The department's or unit's file of the form's year, by its code; a new one where there is none. */
function findTarget({ year, code, tree, locate }: FormContent, file: string, request: ImportRequest, environment: Environment): Target {
  const refuse = (message: string, hint: string): Target => ({
    diagnostics: [{ code: 'import-target', severity: 'error', message, hint, at: locate(['部门', '代码']) }],
  });
  const wanted = request.year ?? year;
  if (!/^\d{4}$/.test(wanted)) return refuse(`“${file}”里没有写年度。`, '在命令后面加 --year，如 --year 2026。');
  if (!/^\d{3,9}$/.test(code)) return refuse(`部门代码“${code}”不对，不知道导入到哪个文件。`, '改正“基本信息”里的部门代码。');
  const folder = join(environment.project, 'data', wanted);
  const found = filesWithCode(code, folder);
  if (found.length > 1)
    return refuse(
      `data/${wanted}/ 里代码是 ${code} 的文件不止一个：${found.map((one) => basename(one)).join('、')}。`,
      '留下一个，再导入。',
    );
  if (found[0] !== undefined) return { path: found[0], diagnostics: [] };
  if (!listFiles(folder).includes(DISTRICT_FILE))
    return refuse(`data/${wanted}/ 里没有“${DISTRICT_FILE}”。`, '先用 npm run init 建立这个年度。');
  const name = valueAt(tree, ['部门', '名称']);
  if (typeof name !== 'string') return refuse('没有写部门名称。', '填写“基本信息”里的部门名称。');
  const [, stem = ''] = outputNames({ year: wanted, code, name }, false).folders;
  return { path: join(folder, `${stem}.yaml`), diagnostics: [] };
}

/** Files are named by their codes; those of units need not be. */
function filesWithCode(code: string, folder: string): string[] {
  const files = [folder, join(folder, UNIT_FOLDER)].flatMap((place) => departmentFiles(place).map((name) => join(place, name)));
  const named = files.filter((path) => basename(path).startsWith(`${code}-`));
  return named.length > 0 ? named : files.filter((path) => statedCode(path) === code);
}

function statedCode(path: string): unknown {
  const { value } = readInputFile(path, path);
  return value && statedDepartment(value)?.代码;
}

async function take(
  { path, findings: found, after: makeAfter }: Content & { readonly path: string },
  request: ImportRequest,
  environment: Environment,
  confirm: Confirm,
): Promise<ExitCode> {
  const shown = showPath(environment, path);
  const current = currentFile(path, shown);
  if (current.diagnostics.some(({ severity }) => severity === 'error')) return finish(current.diagnostics, current.sources, environment);
  const before = current.tree?.value ?? {};
  const made = makeAfter?.(before);
  const after = made?.tree;
  const findings = [...found, ...(made?.findings ?? [])];
  sayFindings(findings, [], environment);
  if (hasErrors(findings)) {
    environment.say('有错误，没有导入。');
    return exitCodeOf(findings);
  }
  const changes = differences(before, after);
  if (changes.length === 0) {
    environment.say(`与 ${shown} 相同，没有改动。`);
    return EXIT.good;
  }
  sayChanges(changes, environment);
  const answer = request.yes ? 'yes' : await confirm();
  if (answer !== 'yes') {
    environment.say(answer === 'no' ? '没有写入。' : '没有写入：核对上面的改动，加 --yes 写入。');
    // Nothing goes on from what was not wanted.
    return answer === 'no' ? EXIT.findings : EXIT.good;
  }
  const text = current.source ? edited(current.source.text, before, after) : newFileText(after);
  return write(path, current.bytes ? withLineEndsOf(current.bytes, text) : text, environment);
}

interface CurrentFile {
  readonly bytes?: Uint8Array;
  readonly source?: SourceText;
  readonly tree?: YamlTree;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** The file as it stands; nothing where it is to be made. */
function currentFile(path: string, shown: string): CurrentFile {
  if (!listFiles(dirname(path)).includes(basename(path))) return { diagnostics: [], sources: [] };
  const { value, diagnostics } = readInputFile(path, shown);
  if (!value) return { diagnostics, sources: [] };
  const { text: source, diagnostics: unfit } = readSource(value.bytes, shown);
  if (!source) return { diagnostics: unfit, sources: [] };
  const { tree, diagnostics: wrong } = parseYaml(source);
  return { bytes: value.bytes, source, ...(tree && { tree }), diagnostics: [...unfit, ...wrong], sources: [source] };
}

/** What was written is read again before it is kept: a file that says anything else would be our mistake. */
function edited(text: string, before: unknown, after: unknown): string {
  const result = editYaml(text, before, after);
  const { text: source } = readSource(new TextEncoder().encode(result), 'edited');
  const tree = source && parseYaml(source).tree;
  if (!tree || !sameValue(tree.value, after)) throw new Error('the edited file does not say what was imported');
  return result;
}

function missingFinding({ missing }: FormContent): Diagnostic[] {
  if (missing.length === 0) return [];
  const sheets = [...groupBy(missing, ({ sheet }) => sheet)].map(([sheet, blocks]) => {
    const isWhole = formLayout('元').find(({ name }) => name === sheet)?.blocks.length === blocks.length;
    return isWhole ? `“${sheet}”` : `“${sheet}”里的${blocks.map((block) => blockMark(block)).join('、')}`;
  });
  const message = `填报表里没有${sheets.join('、')}，部门文件里的这些内容不动。`;
  return [{ code: 'form-header-missing', severity: 'warning', message, hint: '本来不想删的，重新生成填报表。' }];
}

const MOST_LINES = 200;

function sayChanges(changes: readonly Difference[], environment: Environment): void {
  environment.say(`有 ${changes.length} 处改动：`);
  for (const { name, before, after } of changes.slice(0, MOST_LINES)) {
    if (before === undefined) environment.say(`  新增 ${name}：${after}`);
    else if (after === undefined) environment.say(`  删去 ${name}：${before}`);
    else environment.say(`  ${name}：${before} → ${after}`);
  }
  if (changes.length > MOST_LINES) environment.say(`  另有 ${changes.length - MOST_LINES} 处没有列出。`);
}

async function write(path: string, text: string, environment: Environment): Promise<ExitCode> {
  const data = join(environment.project, 'data');
  const folders = relative(data, dirname(path)).split(sep);
  const bytes = new TextEncoder().encode(text);
  const { outcome, diagnostics } = await writeTogether(data, folders, [{ name: basename(path), bytes }], outputContext(environment));
  sayFindings(diagnostics, [], environment);
  if (outcome === 'failed') return exitCodeOf(diagnostics);
  environment.say(`已写入 ${showPath(environment, path)}。`);
  return EXIT.good;
}

const confirmOnTerminal: Confirm = async () => {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return 'nobody';
  const { confirm } = await import('@clack/prompts');
  const answer = await confirm({ message: '写入部门的文件？', active: '是', inactive: '否', output: process.stderr });
  return answer === true ? 'yes' : 'no';
};
