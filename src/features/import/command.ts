import { basename, dirname, join, relative, sep } from 'node:path';
import { EXIT, type ExitCode, exitCodeOf } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { parseYaml, type YamlTree } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../diagnostics/source-text.js';
import { type Environment, outputContext, resolvePath, showPath } from '../../environment.js';
import { listFiles, readInputFile } from '../../input/read-files.js';
import { makeShelf } from '../../input/shelf.js';
import { districtFolder } from '../../input/unit-documents.js';
import { writeTogether } from '../../output/write-together.js';
import { groupBy } from '../../plain/objects.js';
import type { CellSheet } from '../../spreadsheet/cells.js';
import { readWorkbook } from '../../spreadsheet/read-workbook.js';
import { blockMark, formLayout } from '../excel/form-layout.js';
import { profileAsks } from '../excel/profile-asks.js';
import { withLineEndsOf } from '../roll-over/roll-file.js';
import { type ChangesText, changesText, unitChanged } from './changes-text.js';
import { checkContent, checkRows } from './check-content.js';
import { differences, sameValue } from './differences.js';
import { editYaml } from './edit-yaml.js';
import { type Content, exportContent } from './export-content.js';
import { type FormContent, isForm, keepMissing, readForm } from './read-form.js';
import { findTarget } from './target.js';
import { newFileText } from './yaml-text.js';

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

/** What a person is asked: whether figures that are there already change, and whether more is to be seen than was said. */
export interface Question {
  readonly changesFigures: boolean;
  readonly hasMore: boolean;
}

/** How a person is asked; where nobody is there, nothing is written. */
export type Confirm = (question: Question) => Promise<'yes' | 'no' | 'all' | 'nobody'>;

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
    : await exportContent(read.sheets, file, request, environment);
  if (!content.path) return finish(content.findings, [], environment);
  return take({ ...content, path: content.path }, request, environment, confirm);
}

/** A form is read twice: its first sheets tell whose it is, and only then is it known what that profile asks for. */
function formContent(sheets: readonly CellSheet[], file: string, request: ImportRequest, environment: Environment): Content {
  const start = readForm(sheets, file);
  const { path, diagnostics } = findTarget(start, file, request.year, environment);
  if (path === undefined) return { findings: [...start.diagnostics, ...diagnostics] };
  const shelf = makeShelf(environment);
  const { declared, indicators } = profileAsks(path, shelf);
  const classifications = shelf.classifications(basename(districtFolder(path))).value;
  const form = readForm(sheets, file, declared, { classifications, indicators });
  const findings = [...diagnostics, ...form.diagnostics, ...checkContent(form), ...checkRows(form), ...missingFinding(form)];
  const after = (before: unknown) => {
    const tree = keepMissing(form, before);
    return { tree, findings: unitChanged(before, tree, form.locate(['金额单位'])), isPartial: form.missing.length > 0 };
  };
  return { path, findings, after };
}

function finish(findings: readonly Diagnostic[], sources: readonly SourceText[], environment: Environment): ExitCode {
  sayFindings(findings, sources, environment);
  return exitCodeOf(findings);
}

function unreadable(file: string, { refused, hint }: { refused: string; hint: string }): Diagnostic {
  return { code: 'workbook-unreadable', severity: 'error', message: `“${file}”读不了：${refused}。`, hint };
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
    environment.say(`${made?.isPartial ? '读入的部分' : ''}与 ${shown} 相同，没有改动。`);
    return EXIT.good;
  }
  if (!current.bytes) environment.say(`没有 ${shown}，将新建这个部门的文件。`);
  const text = changesText(changes, after);
  environment.say(request.yes ? text.full : text.brief);
  const answer = request.yes ? 'yes' : await ask(confirm, text, environment);
  if (answer !== 'yes') {
    environment.say(answer === 'no' ? '没有写入。' : '没有写入：核对上面的改动，加 --yes 写入。');
    // Nothing goes on from what was not wanted.
    return answer === 'no' ? EXIT.findings : EXIT.good;
  }
  const content = current.source ? edited(current.source.text, before, after) : newFileText(after);
  return write(path, current.bytes ? withLineEndsOf(current.bytes, content) : content, environment);
}

/** Whoever is asked may first see all of what is told in short; whom nobody can ask is told all of it. */
async function ask(
  confirm: Confirm,
  { brief, full, changesFigures }: ChangesText,
  environment: Environment,
): Promise<'yes' | 'no' | 'nobody'> {
  for (let hasMore = brief !== full; ; hasMore = false) {
    const answer = await confirm({ changesFigures, hasMore });
    if (hasMore && (answer === 'all' || answer === 'nobody')) environment.say(full);
    if (answer !== 'all') return answer;
  }
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

const confirmOnTerminal: Confirm = async ({ changesFigures, hasMore }) => {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return 'nobody';
  const { select } = await import('@clack/prompts');
  const all = { value: 'all', label: '看全部改动' } as const;
  const answer = await select<'yes' | 'no' | 'all'>({
    message: '写入部门的文件？',
    options: [{ value: 'yes', label: '是，写入' }, { value: 'no', label: '否，不写入' }, ...(hasMore ? [all] : [])],
    // What is there already is not to be changed by a stroke of the return key.
    initialValue: changesFigures || hasMore ? 'no' : 'yes',
    output: process.stderr,
  });
  return typeof answer === 'symbol' ? 'no' : answer;
};
