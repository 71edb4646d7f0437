import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  MAX_CODE_LINES,
  MAX_DEPTH,
  MAX_DIAGNOSTICS,
  MAX_FILE_BYTES,
  MAX_ITEMS,
  MAX_LEXEMES,
  MAX_LINE_CHARACTERS,
} from '../../src/definition/limits.js';
import { MAX_INPUT_BYTES } from '../../src/input/read-files.js';
import {
  MAX_TEMPLATE_CHARACTERS,
  MAX_TEMPLATE_DEPTH,
  MAX_TEMPLATE_LENGTH,
  MAX_TEMPLATE_STEPS,
} from '../../src/narrative/template-limits.js';
import { MAX_NAME_BYTES } from '../../src/output/file-names.js';
import { MAX_PATTERN_CHARACTERS, MAX_PATTERN_SPAN, MAX_PATTERN_WAYS } from '../../src/profile/word-pattern.js';
import { MAX_FONT_BYTES } from '../../src/writers/pdf/fonts/load-fonts.js';

const README = join(import.meta.dirname, '../../README.md');
const mebibytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
const grouped = (count: number) => count.toLocaleString('en-US');

/** What has a limit, the limit, and the code and words with which more is refused. */
const LIMITS: readonly (readonly [string, string, string, string])[] = [
  ['任何输入文件', mebibytes(MAX_INPUT_BYTES), 'file-unreadable', '“…”超过 … MB。'],
  ['一个 YAML、CSV 或模板文件', mebibytes(MAX_FILE_BYTES), 'file-too-large', '文件有 … KB，超过 … KB 的上限。'],
  ['一行', `${grouped(MAX_LINE_CHARACTERS)} 个字`, 'file-line-too-long', '这一行超过 … 个字符。'],
  ['一个清单的项数，一段的键数', grouped(MAX_ITEMS), 'yaml-too-many-items', '“职责”有 … 项，超过 … 项的上限。'],
  ['`支出`、`一般公共预算基本支出`的行数', grouped(MAX_CODE_LINES), 'list-length', '“支出”最多 … 项。'],
  ['嵌套', `${MAX_DEPTH} 层`, 'yaml-too-deep', '嵌套超过 … 层。'],
  ['一个 YAML 文件的语法成分', grouped(MAX_LEXEMES), 'yaml-too-complex', '文件的内容太多，超出允许范围。'],
  ['一个文件列出的错误', grouped(MAX_DIAGNOSTICS), 'too-many-mistakes', '… 的错误太多，只列出前 … 个。'],
  ['一个模板', `${grouped(MAX_TEMPLATE_LENGTH)} 个字`, 'template-too-long', '模板有 … 个字，超过 … 个的上限。'],
  ['模板里“如果”“逐项”“词句”的嵌套', `${MAX_TEMPLATE_DEPTH} 层`, 'template-too-deep', '“如果”“逐项”“词句”一层套一层，超过 … 层。'],
  [
    '一份文件里模板写出的内容',
    `“逐项”“词句” ${grouped(MAX_TEMPLATE_STEPS)} 次、${grouped(MAX_TEMPLATE_CHARACTERS)} 个字`,
    'template-too-long',
    '模板写出的内容太多，没有写完。',
  ],
  [
    '`核对.yaml` 里的正则表达式',
    `${MAX_PATTERN_CHARACTERS} 个字符，每处 ${grouped(MAX_PATTERN_WAYS)} 种试法`,
    'value-invalid',
    '“写法”的正则表达式……',
  ],
  ['其中的 `*`、`+`', `最多一处，跨 ${MAX_PATTERN_SPAN} 个字`, 'value-invalid', '“写法”的正则表达式有 … 处连用的“*”“+”，……'],
  ['`fonts/local/` 里的一个字体', mebibytes(MAX_FONT_BYTES), 'font-refused', '没有采用字体文件“…”：文件超过 … MB。'],
  ['成品的文件名', `${MAX_NAME_BYTES} 个字节`, 'output-name', '文件名“…”有 … 个字节，超过 … 个的上限。'],
];

const table = (): string =>
  [
    ['什么', '上限', '代码', '提示'],
    ['---', '---', '---', '---'],
    ...LIMITS.map(([what, limit, code, said]) => [what, limit, `\`${code}\``, said]),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

test('README.md states every limit as it is (npm run test:update writes it)', async () => {
  const readme = readFileSync(README, 'utf8');
  const begins = readme.indexOf('| 什么 | 上限 |');
  const ends = readme.indexOf('\n\n', begins);
  expect(begins).toBeGreaterThan(0);
  await expect(`${readme.slice(0, begins)}${table()}${readme.slice(ends)}`).toMatchFileSnapshot(README);
});
