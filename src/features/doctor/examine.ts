import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** What was seen of the computer and the project; gathered by the command, judged here. */
export interface Seen {
  /** Files of a package for offices that are not as it was packed. */
  readonly program: {
    readonly version: string;
    readonly changed: readonly string[];
    readonly missing: readonly string[];
    readonly left: readonly string[];
  };
  readonly outdated: {
    /** Files for editors that another version has written. */
    readonly schemas: readonly string[];
    readonly results: readonly { readonly folder: string; readonly program: string }[];
    /** Own profiles that stand for the program's of the same name. */
    readonly replaced: readonly string[];
  };
  readonly nodeVersion: string;
  readonly fonts: SeenFonts | { readonly failure: string };
  readonly output: { readonly folder: string; readonly failure?: string };
  /** YAML files that were read, and what keeps some from being text. */
  readonly data: { readonly files: number; readonly findings: readonly Diagnostic[] };
  /** Files in the output folder that are open elsewhere or may not be replaced. */
  readonly locked: readonly { readonly path: string; readonly reason: string }[];
  readonly dataYears: readonly string[];
  readonly classificationYears: readonly string[];
  readonly profiles: readonly { readonly name: string; readonly findings: readonly Diagnostic[] }[];
}

export interface SeenFonts {
  readonly uses: readonly { readonly role: string; readonly face: string; readonly file: string }[];
  readonly findings: readonly Diagnostic[];
}

/** Node 20.12 is the first that all of our packages run on. */
const OLDEST_NODE = [20, 12] as const;

/** One line or more for each thing that the program needs. */
export function examine(seen: Seen): ReportLine[] {
  return [
    ...program(seen),
    node(seen),
    ...outdated(seen),
    ...fonts(seen),
    output(seen),
    ...locked(seen),
    ...encoding(seen),
    ...classifications(seen),
    ...profiles(seen),
  ];
}

function program({ program: { version, changed, missing, left } }: Seen): ReportLine[] {
  const again = '删去 app 文件夹，重新解压程序；自己的改动放到 templates/ 或 data/ 里。';
  const lines = [
    ...together(missing, (paths) => bad('程序', `缺少 ${paths}。`, again)),
    ...together(changed, (paths) => notice('程序', `${paths} 被改过，与程序自带的不同。`, again)),
    ...together(
      left.map((path) => `app/${path}`),
      (paths) => notice('程序', `${paths} 是以前的版本留下的，或者是自己放进去的。`, again),
    ),
  ];
  return lines.length > 0 ? lines : [good('程序', version)];
}

/** A line each; where they are many, one for all: a newer program unpacked over an older one leaves hundreds. */
function together(paths: readonly string[], line: (paths: string) => ReportLine): ReportLine[] {
  if (paths.length <= MOST_APART) return paths.map(line);
  return [line(`${paths.slice(0, MOST_APART).join('、')}等 ${paths.length} 个文件`)];
}

const MOST_APART = 3;

function outdated({ outdated: { schemas, results, replaced }, program: { version } }: Seen): ReportLine[] {
  return [
    ...schemas.map((path) => notice('编辑器', `${path} 与这个版本的程序不符，编辑器的提示会过时。`, '运行 npm run schema。')),
    ...results.map(({ folder, program: made }) =>
      notice(
        '以前生成的文件',
        `“${folder}”是 ${made} 版生成的，现在是 ${version} 版。`,
        '已经公开的不用重做；还没有公开的，重新生成、核对。',
      ),
    ),
    ...replaced.map((name) =>
      notice(
        '方案',
        `templates/${name} 代替了程序自带的同名方案，程序更新时它不会跟着变。`,
        '改名并写“继承”，只留下不同的地方；或者删去它。',
      ),
    ),
  ];
}

function node({ nodeVersion }: Seen): ReportLine {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (!isOld) return good('Node.js', nodeVersion);
  return bad('Node.js', `${nodeVersion}，太旧。`, `请安装 ${OLDEST_NODE.join('.')} 或更新的版本（nodejs.org 的 LTS 版）。`);
}

function fonts({ fonts: seen }: Seen): ReportLine[] {
  if ('failure' in seen) return [bad('字体', `读不了 fonts/：${seen.failure}`, '请重新取得完整的程序，fonts/ 里的文件不能少。')];
  const uses = seen.uses.map(({ role, face, file }) => good('字体', `${role} 用 ${face}（${file}）`));
  const refused = seen.findings.map(({ message, hint }) => notice('字体', message, hint ?? '换一个字体文件，或从 fonts/local/ 移走。'));
  return [...uses, ...refused];
}

function output({ output: { folder, failure } }: Seen): ReportLine {
  if (failure === undefined) return good('输出文件夹', `“${folder}”可以写。`);
  return bad('输出文件夹', `“${folder}”不能写：${failure}。`, '核对文件夹的权限和磁盘空间，或生成时用 --out 换一个文件夹。');
}

function locked({ locked: files }: Seen): ReportLine[] {
  if (files.length === 0) return [good('以前生成的文件', '没有被别的程序打开的。')];
  return files.map(({ path, reason }) =>
    notice('以前生成的文件', `“${path}”${reason}。`, '重新生成以前，请先关闭打开它的程序，并核对文件是否只读。'),
  );
}

function encoding({ data: { files, findings } }: Seen): ReportLine[] {
  if (findings.length === 0) return [good('数据文件', files === 0 ? '还没有数据文件。' : `${files} 个 YAML 文件都是 UTF-8 文本。`)];
  return findings.map(({ message, at, hint }) => bad('数据文件', `${at ? `${at.file}：` : ''}${message}`, hint ?? '请另存为 UTF-8。'));
}

function classifications({ dataYears, classificationYears }: Seen): ReportLine[] {
  const topic = '科目目录';
  if (dataYears.length === 0) return [notice(topic, 'data/ 里还没有年度文件夹。', '用 npm run init 建立第一个部门的文件。')];
  return dataYears.map((year) => {
    if (classificationYears.includes(year)) return good(topic, `${year} 年度的数据有 ${year} 年的科目目录。`);
    const hint = `把财政部公布的 ${year} 年政府收支分类科目放到 data/classifications/${year}/；现有 ${classificationYears.join('、') || '无'}。`;
    return bad(topic, `${year} 年度的数据没有 ${year} 年的科目目录。`, hint);
  });
}

function profiles({ profiles: seen }: Seen): ReportLine[] {
  return seen.flatMap(({ name, findings }) => {
    if (findings.length === 0) return [good('方案', `“${name}”可以读。`)];
    return findings.map(({ message, at, hint, severity }) => {
      const line = severity === 'error' ? bad : notice;
      return line('方案', `“${name}”：${at ? `${at.file}:${at.line}：` : ''}${message}`, hint ?? '核对 templates/ 里的这个方案。');
    });
  });
}

/** How one thing stands: 注意 can wait, 有问题 keeps the program from working. */
type State = '正常' | '注意' | '有问题';

/** One line of the report; what is not 正常 says what to do. */
interface ReportLine {
  readonly state: State;
  readonly topic: string;
  readonly message: string;
  readonly hint?: string;
}

const good = (topic: string, message: string): ReportLine => ({ state: '正常', topic, message });
const notice = (topic: string, message: string, hint: string): ReportLine => ({ state: '注意', topic, message, hint });
const bad = (topic: string, message: string, hint: string): ReportLine => ({ state: '有问题', topic, message, hint });

/** The report as people read it. */
export function reportText(lines: readonly ReportLine[]): string[] {
  const width = Math.max(...lines.map(({ state }) => state.length));
  const printed = lines.flatMap(({ state, topic, message, hint }) => {
    const head = `${state}${'　'.repeat(width - state.length)}  ${topic}：${message}`;
    return hint === undefined ? [head] : [head, `${'　'.repeat(width)}  提示：${hint}`];
  });
  const count = (state: State) => lines.filter((line) => line.state === state).length;
  return [...printed, `共 ${lines.length} 项：正常 ${count('正常')}，注意 ${count('注意')}，有问题 ${count('有问题')}。`];
}
