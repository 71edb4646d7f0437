import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ProfileFiles, ProfileLayer } from '../../profile/profile-layers.js';

/** What a new profile is to be. */
export interface NewProfile {
  /** Its folder under templates/. */
  readonly folder: string;
  /** Its 名称, in Chinese. */
  readonly name: string;
  /** The profile that it starts from; `folder` is its name under templates/. */
  readonly base: ProfileLayer;
  /** A form of its own in full, or only what differs. */
  readonly way: '复制' | '继承';
}

/** The files to write under `templates/<folder>/`, by path; nothing is written here. */
export interface StartedProfile {
  readonly files: ProfileFiles;
  readonly diagnostics: readonly Diagnostic[];
}

const FOLDER = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** A starting point for a new form: every file of another, or a 方案.yaml that departs from it. */
export function newProfile({ folder, name, base, way }: NewProfile, existing: readonly string[]): StartedProfile {
  const refused = refusal(folder, existing);
  if (refused) return { files: new Map(), diagnostics: [refused] };
  const files = way === '复制' ? copied(base.files, name) : new Map([['方案.yaml', encode(departure(base.folder, name))]]);
  return { files, diagnostics: [] };
}

function refusal(folder: string, existing: readonly string[]): Diagnostic | undefined {
  const refuse = (message: string, hint: string): Diagnostic => ({ code: 'profile-folder-invalid', severity: 'error', message, hint });
  if (existing.includes(folder)) return refuse(`templates/ 里已经有“${folder}”这个方案。`, '换一个文件夹名；已有的方案不会被改动。');
  if (!FOLDER.test(folder)) return refuse(`“${folder}”不能用作方案的文件夹名。`, '用小写英文字母、数字和连字符，如 my-district。');
  return undefined;
}

/** 名称 is the one line that a copy must not keep. */
function copied(files: ProfileFiles, name: string): ProfileFiles {
  const spec = new TextDecoder().decode(files.get('方案.yaml')).replace(/^名称:.*$/m, `名称: ${JSON.stringify(name)}`);
  return new Map([...files, ['方案.yaml', encode(spec)]]);
}

function departure(base: string, name: string): string {
  return `# 这个方案与“${base}”相同，只写不同的地方：
# · 这里写了的键代替上级的（称谓、表内金额等逐项合并，清单整体代替）；
# · 同一路径的文件（如 说明/07-三公经费.hbs、报表/10-三公经费表.yaml）放在本文件夹里，就代替上级的；
# · 版式.yaml 也只写要改的样式。
# 可用的变量和写法见 templates/模板说明.md。
继承: ${base}
名称: ${JSON.stringify(name)}
# 表头左: 编制部门：{{部门}}
# 表内金额: {单位: 元, 小数: 2, 千分位: 是}
`;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
