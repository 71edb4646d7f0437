import { basename, dirname, join, relative, sep } from 'node:path';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { parseYaml, type YamlTree } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../diagnostics/source-text.js';
import { type Environment, outputContext, resolvePath, showPath } from '../../environment.js';
import { DISTRICT_FILE, departmentFiles, UNIT_FOLDER } from '../../input/places.js';
import { listFiles, readInputFile } from '../../input/read-files.js';
import { outputNames } from '../../output/file-names.js';
import { writeTogether } from '../../output/write-together.js';
import { readWorkbook } from '../../spreadsheet/read-workbook.js';
import { valueAt } from '../excel/form-tree.js';
import { withLineEndsOf } from '../roll-over/roll-file.js';
import { checkContent } from './check-content.js';
import { type Difference, differences } from './differences.js';
import { editYaml } from './edit-yaml.js';
import { newFileText } from './new-file.js';
import { type FormContent, isForm, keepMissing, readForm } from './read-form.js';
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
  if (!isForm(read.sheets)) return finish([notAForm(file)], [], environment);
  const form = readForm(read.sheets, file);
  const target = findTarget(form, file, request, environment);
  if (!target.path) return finish([...form.diagnostics, ...target.diagnostics], [], environment);
  return take(form, target.path, request, environment, confirm);
}

function finish(findings: readonly Diagnostic[], sources: readonly SourceText[], environment: Environment): ExitCode {
  sayFindings(findings, sources, environment);
  return exitCodeOf(findings);
}

function unreadable(file: string, { refused, hint }: { refused: string; hint: string }): Diagnostic {
  return { code: 'workbook-unreadable', severity: 'error', message: `“${file}”读不了：${refused}。`, hint };
}

function notAForm(file: string): Diagnostic {
  const message = `“${file}”不是本程序写的填报表。`;
  return { code: 'import-not-understood', severity: 'error', message, hint: '用 npm run excel 写出填报表，填好再导入。' };
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
  const found = [folder, join(folder, UNIT_FOLDER)].flatMap((place) =>
    departmentFiles(place)
      .filter((name) => name.startsWith(`${code}-`))
      .map((name) => join(place, name)),
  );
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

async function take(
  form: FormContent,
  path: string,
  request: ImportRequest,
  environment: Environment,
  confirm: Confirm,
): Promise<ExitCode> {
  const shown = showPath(environment, path);
  const current = currentFile(path, shown);
  if (current.diagnostics.some(({ severity }) => severity === 'error')) return finish(current.diagnostics, current.sources, environment);
  const before = current.tree?.value ?? {};
  const after = keepMissing(form, before);
  const findings = [...form.diagnostics, ...checkContent(form), ...missingFinding(form)];
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
    return EXIT.good;
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
  const names = missing.map(({ path }) => path.filter((step) => step !== '*' && step !== '?').join('／') || '单项');
  if (names.length === 0) return [];
  const message = `表里没有 ${names.length} 处内容（${names.slice(0, 6).join('、')}${names.length > 6 ? '……' : ''}），部门文件里的这些内容不动。`;
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
