import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formWorkbook } from '../../src/features/excel/form-workbook.js';
import { importWorkbook } from '../../src/features/import/command.js';
import { workbookToXlsx } from '../../src/writers/xlsx/write-workbook.js';
import { b7, withFormat, workbook } from '../spreadsheet/hostile-workbooks.js';
import { typedTree } from '../support/department-files.js';
import { type Change, changes, piece, place, spoil } from './mutations.js';
import { type Project, scratchProject } from './project.js';
import type { Target, Tried } from './targets.js';

const DEPARTMENT = 'data/2026/003-朔州市平鲁区人民政府办公室.yaml';

/** Cells that no honest program writes, and some that one does: the attributes and the content. */
const ODD_CELLS: readonly (readonly [attributes: string, content: string])[] = [
  ['t="e"', '<v>#REF!</v>'],
  ['t="e"', '<v>#DIV/0!</v>'],
  ['', '<v>NaN</v>'],
  ['', '<v>1E308</v>'],
  ['', '<v>-1E-308</v>'],
  ['', '<v>99999999999999999999.999</v>'],
  ['', '<v>0.30000000000000004</v>'],
  ['', '<v></v>'],
  ['', '<f>[1]甲!A1</f>'],
  ['', '<f>SUM(A1:XFD1048576)</f><v>0</v>'],
  ['t="b"', '<v>1</v>'],
  ['t="s"', '<v>99999999</v>'],
  ['t="s"', '<v>-1</v>'],
  ['t="d"', '<v>2026-02-30T00:00:00</v>'],
  ['s="99999999"', '<v>46062</v>'],
  ['t="inlineStr"', '<is><t>_x0000__xD800_甲</t></is>'],
  ['t="inlineStr"', '<is><t>１，２６２．８０万元</t></is>'],
  ['t="inlineStr"', '<is><t>待填</t></is>'],
  ['t="inlineStr"', '<is><t>无</t></is>'],
  ['t="inlineStr"', '<is><t>取自上年文件</t></is>'],
  ['t="inlineStr"', '<is><t>甲: 乙 # 丙\n- {"丁": [1, 2]}</t></is>'],
];

const spoilt = fc.record({
  of: fc.constantFrom('form', 'export', 'old'),
  how: fc.constantFrom('part', 'cells', 'bytes'),
  part: place,
  cells: fc.array(fc.record({ at: place, odd: fc.oneof(fc.constantFrom(...ODD_CELLS), piece) }), { minLength: 1, maxLength: 4 }),
  changes,
});
type Spoilt = Parameters<Parameters<typeof spoilt.map>[0]>[0];

/** The project, and workbooks that are taken as they are: made when the first is asked for. */
let made: { readonly project: Project; readonly books: Readonly<Record<string, Uint8Array>> } | undefined;

async function ready() {
  if (made) return made;
  const project = scratchProject();
  const tree = typedTree(readFileSync(project.path(DEPARTMENT), 'utf8'));
  const form = { tree, unit: '元', year: '2026', code: '003', name: '朔州市平鲁区人民政府办公室', classifications: undefined } as const;
  const books = {
    form: await workbookToXlsx(formWorkbook(form)),
    export: exported(),
    old: readFileSync(join(import.meta.dirname, 'old.xls')),
  };
  for (const [kind, bytes] of Object.entries(books)) await taken(project, bytes, kind);
  made = { project, books };
  return made;
}

/** What is refused before it is spoilt shows nothing. */
async function taken(project: Project, bytes: Uint8Array, kind: string): Promise<void> {
  const { outcome } = await take(project, bytes);
  if (outcome === 'refused') throw new Error(`the unspoilt ${kind} is refused`);
}

/** Lines of detail as a financial system exports them. */
function exported(): Uint8Array {
  const rows = [
    ['2026年部门预算明细（单位：元）'],
    ['预算单位', '项目名称', '项目类别', '支出功能分类', '部门预算经济分类', '政府预算经济分类', '资金性质', '金额（元）'],
    ['003', '工资', '人员类', '2010301-行政运行', '30101 基本工资', '50101', '一般公共预算拨款', '1567400'],
    ['003', '政府印刷费（政府办）', '特定目标类', '2010303', '30202', '50201', '单位资金', '800,000.00'],
    ['003', '说不清的', '另类', '2010303', '30202', '50201', '一般公共预算', '7'],
    ['', '合计', '', '', '', '', '', '2367407'],
  ];
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return workbook({
    cells: rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('') + b7('s="1"', '<v>1</v>'),
    styles: withFormat('0.00'),
  });
}

function spoiltBytes(valid: Uint8Array, { of, how, part, cells, changes: wanted }: Spoilt): Uint8Array {
  if (how === 'bytes' || of === 'old') return Buffer.from(spoil(Buffer.from(valid).toString('latin1'), wanted), 'latin1');
  const parts = unzipSync(valid);
  const names = Object.keys(parts).filter((name) =>
    how === 'cells' ? name.startsWith('xl/worksheets/sheet') : name.endsWith('.xml') || name.endsWith('.rels'),
  );
  const name = names[Math.floor(part * (names.length - 1))] ?? '';
  const text = strFromU8(parts[name] ?? new Uint8Array());
  const changed = how === 'cells' ? cells.reduce(withCell, text) : spoil(text, wanted as readonly Change[]);
  return zipSync({ ...parts, [name]: strToU8(changed) }, { level: 0 });
}

/** Another cell where one is. */
function withCell(xml: string, { at, odd }: Spoilt['cells'][number]): string {
  const found = [...xml.matchAll(/<c( r="\w+")?[^>]*?(?:\/>|>.*?<\/c>)/gs)];
  const match = found[Math.floor(at * (found.length - 1))];
  if (!match) return xml;
  const [attributes, content] = typeof odd === 'string' ? ['t="inlineStr"', `<is><t>${odd.replace(/[<&]/g, ' ')}</t></is>`] : odd;
  return `${xml.slice(0, match.index)}<c${match[1] ?? ''} ${attributes}>${content}</c>${xml.slice(match.index + match[0].length)}`;
}

/** Takes a workbook in as `import --yes` does, and looks at what is there afterwards. */
async function take(project: Project, bytes: Uint8Array): Promise<Tried> {
  const file = '导出.xlsx';
  writeFileSync(project.path(file), bytes);
  const outcome = await takenIn(project, file);
  project.restore((name) => name === file || /^data\/2026\/[^/]+\.yaml$/.test(name));
  return { said: [], outcome };
}

async function takenIn(project: Project, file: string): Promise<string> {
  const request = { command: 'import', file, yes: true, department: '003', year: '2026' } as const;
  const exitCode = await importWorkbook(request, project.environment);
  const said = project.said();
  expectNamed(said, [file, 'data/2026/', '导入.yaml']);
  if (exitCode !== 0) return 'refused';
  if (!said.some((line) => line.startsWith('已写入'))) return 'nothing to change';
  // What was taken in is what the workbook says: taken in again, it changes nothing.
  await importWorkbook(request, project.environment);
  const again = project.said();
  if (!again.some((line) => line.includes('没有改动'))) throw new Error(`taken in again it changes something:\n${again.join('\n')}`);
  return 'written';
}

/** Every finding, from its first line to the next, names a file. */
function expectNamed(said: readonly string[], names: readonly string[]): void {
  const findings = said.join('\n').split(/^(?=.*(?:错误|提醒) [a-z-]+$)/m);
  const strange = findings.filter((text) => /(?:错误|提醒) [a-z-]+$/m.test(text) && !names.some((name) => text.includes(name)));
  if (strange.length > 0) throw new Error(`names no file: ${strange.join('\n')}`);
}

/** Workbooks of every kind that `import` takes. */
export const workbooks: Target = {
  input: spoilt,
  run: async (one: Spoilt) => {
    const { project, books } = await ready();
    return take(project, spoiltBytes(books[one.of] ?? new Uint8Array(), one));
  },
};
