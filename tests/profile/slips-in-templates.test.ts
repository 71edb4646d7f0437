import { expect, test } from 'vitest';
import { chapter, expectFirst, findings, type Slip, TABLE, type Texts, table } from './author-findings.js';

// What a stranger slips on besides the cases P1–P16, in templates: each is told at its place, in words; none ends as
// «程序内部错误», and none prints a false row or a sign as it stands.

test.each<Slip>([
  [
    'unclosed mustache',
    chapter('支出{{万元 支出.总计\n'),
    'my/说明/03-支出预算.hbs:1:1 template-syntax 模板语法有误，花括号或结束标记不成对。',
  ],
  [
    'unclosed block',
    chapter('{{#如果 有所属单位}}甲\n'),
    'my/说明/03-支出预算.hbs:2:1 template-syntax 模板语法有误，花括号或结束标记不成对。',
  ],
  [
    'wrong close',
    chapter('{{#如果 有所属单位}}甲{{/除非}}\n'),
    'my/说明/03-支出预算.hbs:1:4 template-syntax 模板语法有误，花括号或结束标记不成对。',
  ],
  ['close only', chapter('甲{{/如果}}\n'), 'my/说明/03-支出预算.hbs:1:1 template-syntax 模板语法有误，花括号或结束标记不成对。'],
  ['with', chapter('{{#with 支出}}{{万元 总计}}{{/with}}\n'), 'my/说明/03-支出预算.hbs:1:4 template-unknown-helper 没有“with”这个用法。'],
  ['each', chapter('{{#each 预算单位}}{{名称}}{{/each}}\n'), 'my/说明/03-支出预算.hbs:1:4 template-unknown-helper 没有“each”这个用法。'],
  ['if', chapter('{{#if 有所属单位}}a{{/if}}\n'), 'my/说明/03-支出预算.hbs:1:4 template-unknown-helper 没有“if”这个用法。'],
  ['lookup', chapter('{{lookup 支出 "总计"}}\n'), 'my/说明/03-支出预算.hbs:1:3 template-unknown-name 没有“lookup”这个用法。'],
  [
    'lookup sub',
    chapter('{{万元 (lookup 支出 "总计")}}\n'),
    'my/说明/03-支出预算.hbs:1:6 template-unsupported 模板用了本程序不支持的写法。',
  ],
  ['log', chapter('{{log 部门}}\n'), 'my/说明/03-支出预算.hbs:1:3 template-unknown-name 没有“log”这个用法。'],
  ['toString', chapter('{{toString}}\n'), 'my/说明/03-支出预算.hbs:1:3 template-unknown-name 没有“toString”这个变量。'],
  ['constructor', chapter('{{部门.constructor}}\n'), 'my/说明/03-支出预算.hbs:1:3 template-unknown-name 没有“部门.constructor”这个变量。'],
  ['__proto__', chapter('{{__proto__}}\n'), 'my/说明/03-支出预算.hbs:1:3 template-unknown-name 没有“__proto__”这个变量。'],
  [
    'hasOwnProperty block',
    chapter('{{#hasOwnProperty 部门}}x{{/hasOwnProperty}}\n'),
    'my/说明/03-支出预算.hbs:1:4 template-unknown-helper 没有“hasOwnProperty”这个用法。',
  ],
  ['@root', chapter('{{@root.年度}}\n'), 'my/说明/03-支出预算.hbs:1:3 template-unknown-name 没有“@root.年度”这个变量。'],
  ['@index out', chapter('{{序数 @index}}\n'), 'my/说明/03-支出预算.hbs:1:6 template-unknown-name “@index”只在“逐项”里才有。'],
  [
    '@last',
    chapter('{{#逐项 预算单位}}{{@last}}{{/逐项}}\n'),
    'my/说明/03-支出预算.hbs:1:13 template-not-text “@last”不是文字，不能直接印出。',
  ],
  ['this top', chapter('{{this}}\n'), 'my/说明/03-支出预算.hbs:1:1 template-not-text “this”不是文字，不能直接印出。'],
  ['../ top', chapter('{{../年度}}\n'), 'my/说明/03-支出预算.hbs:1:3 template-unknown-name 没有“../年度”这个变量。'],
  [
    '../../ in 逐项',
    chapter('{{#逐项 预算单位}}{{../../年度}}{{/逐项}}\n'),
    'my/说明/03-支出预算.hbs:1:15 template-unknown-name 没有“../../年度”这个变量。',
  ],
  [
    '../ in 如果',
    chapter('{{#如果 有所属单位}}{{../年度}}{{/如果}}\n'),
    'my/说明/03-支出预算.hbs:1:16 template-unknown-name 没有“../年度”这个变量。',
  ],
  ['else alone', chapter('a{{else}}b\n'), 'my/说明/03-支出预算.hbs:1:1 template-syntax 模板语法有误，花括号或结束标记不成对。'],
  ['decorator', chapter('{{* foo}}\n'), 'my/说明/03-支出预算.hbs:1:1 template-unsupported 模板用了本程序不支持的写法。'],
  [
    'inline partial',
    chapter('{{#*inline "x"}}甲{{/inline}}{{> x}}\n'),
    'my/说明/03-支出预算.hbs:1:1 template-unsupported 模板用了本程序不支持的写法。',
  ],
  [
    'partial block',
    chapter('{{#> 增减 支出.变动}}甲{{/增减}}\n'),
    'my/说明/03-支出预算.hbs:1:1 template-unsupported 模板用了本程序不支持的写法。',
  ],
  ['dynamic partial', chapter('{{> (lookup . "x")}}\n'), 'my/说明/03-支出预算.hbs:1:1 template-unsupported 模板用了本程序不支持的写法。'],
  ['partial no name', chapter('{{> }}\n'), 'my/说明/03-支出预算.hbs:1:1 template-syntax 模板语法有误，花括号或结束标记不成对。'],
  ['partial unknown', chapter('{{> 增減 支出.变动}}\n'), 'my/说明/03-支出预算.hbs:1:5 template-unknown-partial “词句”文件夹里没有“增減”。'],
  [
    'partial path',
    chapter('{{> 词句/增减 支出.变动}}\n'),
    'my/说明/03-支出预算.hbs:1:5 template-unknown-partial “词句”文件夹里没有“词句/增减”。',
  ],
  [
    'partial hash',
    chapter('{{> 增减 支出.变动 甲=1}}\n'),
    'my/说明/03-支出预算.hbs:1:14 template-unsupported 模板用了本程序不支持的写法。',
  ],
  ['number literal', chapter('{{万元 5}}\n'), 'my/说明/03-支出预算.hbs:1:6 template-unsupported 模板用了本程序不支持的写法。'],
  ['true literal', chapter('{{#如果 true}}a{{/如果}}\n'), 'my/说明/03-支出预算.hbs:1:7 template-unsupported 模板用了本程序不支持的写法。'],
  ['string to 万元', chapter('{{万元 "支出"}}\n'), 'my/说明/03-支出预算.hbs:1:6 template-wrong-kind “万元”要的是一个数，“支出”不是。'],
  [
    'two args',
    chapter('{{万元 支出.总计 支出.合计}}\n'),
    'my/说明/03-支出预算.hbs:1:1 template-wrong-kind “万元”后面要写 1 个内容，这里写了 2 个。',
  ],
  ['no args', chapter('{{万元}}\n'), 'my/说明/03-支出预算.hbs:1:1 template-wrong-kind “万元”后面要写 1 个内容，这里写了 0 个。'],
  ['fullwidth braces', chapter('支出｛｛万元 支出.总计｝｝。\n'), 'my/说明/03-支出预算.hbs:1:3 template-syntax 这里的花括号会照样印出。'],
  ['single brace', chapter('支出{万元 支出.总计}。\n'), 'my/说明/03-支出预算.hbs:1:3 template-syntax 这里的花括号会照样印出。'],
  ['half open', chapter('支出{{万元 支出.总计}。\n'), 'my/说明/03-支出预算.hbs:1:1 template-syntax 模板语法有误，花括号或结束标记不成对。'],
  ['escaped', chapter('支出\\{{万元 支出.总计}}。\n'), 'my/说明/03-支出预算.hbs:1:4 template-syntax 这里的花括号会照样印出。'],
  ['cn dot', chapter('{{万元 支出。总计}}\n'), 'my/说明/03-支出预算.hbs:1:6 template-unknown-name 没有“支出。总计”这个变量。'],
  ['raw block', chapter('{{{{raw}}}}x{{{{/raw}}}}\n'), 'my/说明/03-支出预算.hbs:1:5 template-unknown-helper 没有“raw”这个用法。'],
  [
    'block params',
    chapter('{{#逐项 预算单位 as |单位|}}{{单位.名称}}{{/逐项}}\n'),
    'my/说明/03-支出预算.hbs:1:4 template-unsupported 模板用了本程序不支持的写法。',
  ],
  ['list printed', chapter('{{预算单位}}\n'), 'my/说明/03-支出预算.hbs:1:1 template-not-text “预算单位”不是文字，不能直接印出。'],
  ['flag printed', chapter('{{有所属单位}}\n'), 'my/说明/03-支出预算.hbs:1:1 template-not-text “有所属单位”不是文字，不能直接印出。'],
  [
    '逐项 on text',
    chapter('{{#逐项 部门}}a{{/逐项}}\n'),
    'my/说明/03-支出预算.hbs:1:7 template-wrong-kind “逐项”要的是一个列表，“部门”不是。',
  ],
  [
    '逐项 else',
    chapter('{{#逐项 预算单位}}a{{else}}b{{/逐项}}\n'),
    'my/说明/03-支出预算.hbs:1:22 template-unsupported “逐项”没有 {{else}}。',
  ],
  [
    'CRLF hbs',
    chapter('## 支出\r\n\r\n{{万元 支出.总记}}。\r\n'),
    'my/说明/03-支出预算.hbs:3:6 template-unknown-name 没有“支出.总记”这个变量。',
  ],
  [
    'GBK hbs',
    { '说明/03-支出预算.hbs': new Uint8Array([0xd6, 0xa7, 0xb3, 0xf6]) },
    'my/说明/03-支出预算.hbs:1:2 file-encoding 文件像是 GBK（GB18030、ANSI）编码，不是 UTF-8：第 3 个字节（B3）不符合 UTF-8。',
  ],
  [
    'UTF16 hbs',
    { '说明/03-支出预算.hbs': new Uint8Array(Buffer.from('\uFEFF支出', 'utf16le')) },
    'my/说明/03-支出预算.hbs:1:1 file-encoding 文件是 UTF-16（Unicode）编码，不是 UTF-8。',
  ],
  [
    'private use',
    chapter('支出\uE000\n'),
    'my/说明/03-支出预算.hbs:1:3 template-syntax 这里有字体自造的字（专用区字符），各台电脑显示不同，不能印出。',
  ],
])('templates: %s', (_, files, first) => expectFirst(files, first));

test.each<readonly [string, Texts]>([
  ['triple', chapter('{{{部门}}}\n')],
  ['amp', chapter('{{&部门}}\n')],
  ['else if', chapter('{{#如果 有所属单位}}a{{else 如果 有参公单位}}b{{/如果}}\n')],
  ['comment ok', chapter('{{! 说明 }}甲。\n')],
  ['space fullwidth', chapter('{{万元　支出.总计}}\n')],
  ['whitespace control', chapter('{{~部门~}}\n')],
  ['BOM hbs', chapter('\uFEFF## 支出\n\n{{万元 支出.总计}}。\n')],
  ['展开 three', table('{展开: [部门, 单位, 功能分类], 取数: {表: 支出}}')],
  ['取数 单位 name', table('{名称: 行, 取数: {表: 支出, 单位: 图书馆}}')],
  ['合计 without 汇总 ok', table('{名称: 合计, 合计: 是, 取数: {表: 支出}}')],
  ['BOM yaml', { [TABLE]: `\uFEFF${table('{名称: 行, 取数: {表: 支出}}')[TABLE]}` }],
])('no slip: %s', (_, files) => expect(findings(files)).toEqual([]));
