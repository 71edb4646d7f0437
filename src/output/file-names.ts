/** What the names of a disclosure's files are made from. */
export interface NamedDisclosure {
  readonly year: string;
  readonly code: string;
  readonly name: string;
  /** Whose budget it is: a department's, or one of its units'. */
  readonly subject?: '部门' | '单位';
}

/** Names of one disclosure's folder and files; all of them safe on Windows, macOS and Linux. */
export interface OutputNames {
  /** Folders under the output folder, outermost first. */
  readonly folders: readonly string[];
  /** What the names of all editions begin with; each adds its own ending. */
  readonly stem: string;
  /** 核对报告, as a page and as data. */
  readonly report: string;
  readonly reportData: string;
}

/** Why a name cannot be a file name. */
export interface NameRefusal {
  readonly message: string;
  readonly hint: string;
}

export const MAX_NAME_BYTES = 120;
const ALLOWED = /^[\p{Script=Han}A-Za-z0-9-]+$/u;
/** Marks that names of offices carry, as in 发展和改革局（粮食局）; each becomes a dash. */
const MARKS = /[（）()〔〕《》“”、·—]+/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** `<year>/<code>-<name>/<code>-<name>-<year>年部门预算公开.docx`, a unit's 单位预算公开; a draft never takes the official file's name. */
export function outputNames({ year, code, name, subject = '部门' }: NamedDisclosure, draft: boolean): OutputNames {
  const folder = `${code}-${plain(name)}`;
  const stem = `${folder}-${year}年${subject}预算${draft ? '草稿' : '公开'}`;
  const report = draft ? '核对报告-草稿' : '核对报告';
  return { folders: [year, folder], stem, report: `${report}.html`, reportData: `${report}.json` };
}

/** The first reason against the names, if there is one. */
export function nameRefusal({ folders, stem }: OutputNames): NameRefusal | undefined {
  return [...folders, stem].map(stemRefusal).find(Boolean) ?? lengthRefusal(`${stem}.docx`);
}

function plain(name: string): string {
  return name.replace(MARKS, '-').replace(/^-+|-+$/g, '');
}

function stemRefusal(stem: string): NameRefusal | undefined {
  const strange = [...stem].find((character) => !ALLOWED.test(character));
  const refusal = (reason: string): NameRefusal => ({
    message: `“${stem}”不能作文件名：${reason}。`,
    hint: '文件名只用汉字、英文字母、数字和“-”（括号、顿号等会自动换成“-”），请核对部门名称和代码。',
  });
  if (stem === '') return refusal('没有内容');
  if (strange !== undefined) return refusal(`含有“${strange}”`);
  if (stem !== stem.normalize('NFC')) return refusal('含有兼容汉字，在别的电脑上会变成另一个字');
  return RESERVED.test(stem) ? refusal('Windows 保留了这个名称') : undefined;
}

function lengthRefusal(file: string): NameRefusal | undefined {
  const bytes = Buffer.byteLength(file);
  if (bytes <= MAX_NAME_BYTES) return undefined;
  return {
    message: `文件名“${file}”有 ${bytes} 个字节，超过 ${MAX_NAME_BYTES} 个的上限。`,
    hint: '部门名称最长 28 个汉字，请用规范简称。',
  };
}

/** The folder of the pages over two years, in the output folder. */
export const COMPARISONS = '对比';
export const comparisonName = (current: string, previous: string): string => `${current}年与${previous}年对比`;
export const comparisonPath = (current: string, previous: string): string => `${COMPARISONS}/${comparisonName(current, previous)}.html`;
