import { CUBES } from '../../budget/cubes/index.js';
import { EXPANSION_NAMES, EXPANSIONS, noteOf, shapeWords, wordsOfDimension } from '../../budget/dictionary.js';
import { DIMENSIONS } from '../../budget/dimensions.js';
import type { Figure } from '../../budget/figure.js';
import { STYLE_NAMES } from '../../document/layout.js';
import { HELPERS } from '../../narrative/helpers.js';
import type { Shape, Shaped } from '../../narrative/shape.js';
import { partialSources } from '../../narrative/template-engine.js';
import { FILL_NAMES } from '../../profile/fill.js';
import { expansionsOf, FORM_NAMES, FORM_STYLES, fieldsOf } from '../../profile/form-schema.js';
import { outlineItems } from '../../profile/outline.js';
import type { Profile } from '../../profile/profile.js';
import { COLUMN_NOTES, FAMILY_NOTES, FILL_NOTES, KIND_WORDS, MARKUP_NOTES, STYLE_NOTES } from './authors-notes.js';
import { code, table } from './key-reference.js';

/**
 * templates/模板说明.md: everything that a template or a table may name, straight from the code. The context is that of
 * any department: only its names and kinds are told, and the labels of its figures. With a profile, its own files and
 * phrases as well; then the context is made with its names.
 */
export function authorsGuide(context: Shaped, profile?: Profile): string {
  const parts = [
    profile ? [profileIntroduction(profile), ...profileParts(profile)] : INTRODUCTION,
    [
      '## 短文字里的变量',
      '方案.yaml、报表和绩效目标表的文字里可以写：',
      table(['变量', '印出'], [...FILL_NAMES.map((name) => [code(`{{${name}}}`), FILL_NOTES[name]]), ...FAMILY_NOTES]),
    ],
    ['## 模板里的变量', VARIABLES_NOTE, variables(context), OWN_NAMES_NOTE, table(['变量', '是'], OWN_NAMES)],
    ['## 模板里的用法', helpers()],
    ['## 标题、段落和列表', MARKUP_NOTE, table(['写', '成为'], MARKUP_NOTES)],
    ['## 报表的栏目', table(['内容', '印出'], Object.entries(COLUMN_NOTES))],
    [
      '## 报表的行：展开',
      table(
        ['展开', '成为', '另可写', '给出（栏目的“内容”）'],
        EXPANSION_NAMES.map((name) => [name, EXPANSIONS[name].note, EXPANSIONS[name].takes.join('、'), EXPANSIONS[name].gives.join('、')]),
      ),
    ],
    ['## 取数', MEASURE_NOTE, cubes(), values()],
    [
      '## 绩效目标表的“取”',
      `“绩效目标表.yaml”是项目的，“整体绩效目标表.yaml”是部门（单位）的；每格的“取”按所在的行写。样式可以写：${FORM_STYLES.join('、')}。`,
      table(
        ['文件', '所在的行', '可以取'],
        FORM_NAMES.flatMap((name) =>
          [undefined, ...expansionsOf(name)].map((over) => [
            `${name}.yaml`,
            over === undefined ? '没有展开的行' : `“展开: ${over}”的行`,
            fieldsOf(name, over).join('、'),
          ]),
        ),
      ),
    ],
    [
      '## 版式的样式',
      '版式.yaml 的“样式”按下列名称写；表格的两套字号由程序按版面选用。',
      table(
        ['样式', '用于'],
        STYLE_NAMES.map((name) => [name, STYLE_NOTES[name]]),
      ),
    ],
  ];
  return `${parts.flat().join('\n\n')}\n`;
}

const INTRODUCTION = `# 模板说明

由程序按代码生成，不要手改：变量、用法、取数的表和条件、样式，都在这里。怎么做一套本地的表式，见 README.md；每个键能写什么，见 键的说明.md。`;

const VARIABLES_NOTE = `只写名称即印出文字；数要用“万元”“百分比”等用法印出；“是否”类用在 {{#如果 …}} 里；列表用 {{#逐项 …}}。
在“逐项”里面，写各项自己的名称；要用外面的，前面加 ../，如 {{../年度}}。{{@index}} 是从 0 起的序号，{{@last}} 表示最后一项。`;

const OWN_NAMES_NOTE = '方案自己定义的，按它起的名称（下面的“某某”）写：';

/** In the order of \`narrative/variables/own-data.ts\` and \`own-figures.ts\`; which there are depends on the profile. */
const OWN_NAMES: readonly (readonly string[])[] = [
  ['`称谓.某某`', '方案的“称谓”里的词'],
  ['`报表号.某某`', '名称为某某的报表的号，和表上印的一样，如 见{{报表号.政府采购表}}；方案要有“报表标签”'],
  ['`数据.某某`', '方案的“数据”里的数'],
  ['`自有数据.某某`', '部门按方案的“自有数据”填写的数或文字；数另有 `自有数据.有某某`，用在 {{#如果 …}} 里'],
  ['`明细.某某.有`', '清单里有没有条目，用在 {{#如果 …}} 里'],
  ['`明细.某某.条数`', '条目的个数'],
  ['`明细.某某.合计.栏目`', '这一栏的合计；栏目是数'],
  ['`明细.某某.条目`', '列表，用在 {{#逐项 …}} 里；每项有各栏目，科目类的另有“栏目名称”'],
];

const MARKUP_NOTE = '模板里只有这几样标记；部门文件里的文字再像，也不会被当成标记。';

const MEASURE_NOTE = `一格的数，是数据表里符合行和栏目的全部条件的金额之和；行和栏目的条件都要满足。条件可以写一个值，也可以写几个：[事业收入, 其他收入]。
科目写编码的前几位即可：201 是类，20103 是款，2010301 是项。`;

/** Whether there is one depends on the figures. */
const RATE_NOTE = '上年为零时没有，先用“有增减率”判断';

function variables({ shape, value }: Shaped): string {
  return table(['变量', '是', '说明'], rowsOf(shape, value, ''));
}

function rowsOf(shape: Shape, value: unknown, prefix: string): string[][] {
  if (shape.kind !== 'record') return [];
  return Object.entries(shape.fields).flatMap(([key, field]): string[][] => {
    const name = prefix + key;
    const one = fieldOf(value, key);
    const own = [code(name), KIND_WORDS[field.kind], key === '增减率' ? RATE_NOTE : note(field, one, prefix)];
    if (field.kind === 'record') return rowsOf(field, one, `${name}.`);
    if (field.kind === 'list') return [own, ...rowsOf(field.item, undefined, `${name} › `)];
    return [own];
  });
}

/** Figures bring their label along; the names of the others say what they are. */
function note(shape: Shape, value: unknown, prefix: string): string {
  if (prefix === '称谓.') return `“${String(value)}”`;
  if (shape.kind === 'figure') return value === undefined ? '' : (value as Figure).label;
  if (shape.kind === 'list') return shape.item.kind === 'text' ? '每项是文字，写 {{this}}' : '每项有下列名称';
  return '';
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function helpers(): string {
  const form = (name: string, block: boolean) => (block ? `{{#${name} …}} … {{/${name}}}` : `{{${name} …}}`);
  return table(
    ['写法', '作用'],
    Object.entries(HELPERS).map(([name, { block, description }]) => [code(form(name, block)), description]),
  );
}

function cubes(): string {
  return table(
    ['表', '内容', '它的数有这些条件'],
    CUBES.map((cube) => [cube, noteOf(cube), shapeWords(cube).join('；或 ')]),
  );
}

function values(): string {
  return table(
    ['条件', '可以写的值'],
    DIMENSIONS.map((dimension) => [dimension, wordsOfDimension(dimension)?.join('、') ?? '编码或名称']),
  );
}

const profileIntroduction = ({ folder, spec }: Profile): string => `# 模板说明：${spec.名称}

由程序按方案 ${folder}/ 和代码生成，不要手改：这个方案的文件、称谓、数据和词句，以及变量、用法、取数的表和条件、样式，都在这里。改了方案再生成一次。`;

/** What only this profile has: which file each part comes from, and the phrases that its templates may call. */
function profileParts(profile: Profile): string[] {
  return ['## 本方案的文件', FILES_NOTE, files(profile), '## 本方案的词句', PHRASES_NOTE, phrases(profile)];
}

const FILES_NOTE = '不在本方案文件夹里的，是继承来的；要改，照同样的路径在本方案里放一份，就代替上级的。';

const PHRASES_NOTE = '各节共用的句子，是“词句”文件夹里的文件；在它后面写一组变量，里面就直接用那一组的名称。';

function files({ spec, tables, display, checkRules, wholeForm }: Profile): string {
  const chapters = spec.大纲.flatMap((part) =>
    outlineItems(part, spec.报表).flatMap((item) => (item.kind === 'chapter' ? [[`“${part.标题}”的一节`, item.path]] : [])),
  );
  const sheets = spec.报表.map((path, index) => [`报表“${tables[index]?.名称 ?? ''}”`, path]);
  const fixed = [
    ['封面、大纲、称谓、数据和各种标签', '方案.yaml'],
    ['纸张、字体、字号', '版式.yaml'],
    ['绩效目标表的格子', '绩效目标表.yaml'],
    ...(wholeForm ? [['整体支出绩效目标表的格子', '整体绩效目标表.yaml']] : []),
    ...(checkRules ? [['核对的级别和规则', '核对.yaml']] : []),
  ];
  const rows = [...fixed, ...chapters, ...sheets].map(([what = '', path = '']) => [what, code(display(path))]);
  return table(['管什么', '文件'], rows);
}

function phrases({ templates, display }: Profile): string {
  const rows = [...partialSources(templates)].map(([name, source]) => [
    code(`{{> ${name} …}}`),
    firstComment(source),
    code(display(`词句/${name}.hbs`)),
  ]);
  return rows.length === 0 ? '没有。' : table(['写法', '说明', '文件'], rows);
}

/** What its author wrote at the top of a phrase. */
function firstComment(source: string): string {
  const [, comment = ''] = /^\s*\{\{!--(.*?)--\}\}/s.exec(source) ?? [];
  return comment.replace(/\s+/g, ' ').trim();
}
