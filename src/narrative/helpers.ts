import type { HelperOptions } from 'handlebars';
import type { Figure, SourcePath } from '../budget/figure.js';
import type { FigureUnit } from '../document/figure.js';
import { type AmountFormat, formatAmount, formatNumber, formatPercent } from '../money/format.js';
import { numberStyle, rates, textAmounts } from '../profile/amount-format.js';
import type { ProfileSpec } from '../profile/profile-schema.js';
import { chineseNumber } from '../profile/table-number.js';
import { TemplateFailure, type WritingLimit } from './template-limits.js';
import type { TemplatePlace, TokenBook } from './tokens.js';

/** What a helper takes, for the static check and the author's guide. */
export interface HelperInfo {
  readonly takes: 'figure' | 'list' | 'text' | 'any' | 'word' | 'index' | 'nothing';
  readonly block: boolean;
  /** Of a figure: what it has to count. */
  readonly units?: readonly FigureUnit[];
  /** Stands on a line of its own. */
  readonly alone?: true;
  readonly description: string;
}

export const HELPERS: Readonly<Record<string, HelperInfo>> = {
  万元: { takes: 'figure', units: ['yuan'], block: false, description: '印出金额，单位为万元，如 1,262.80万元' },
  元: { takes: 'figure', units: ['yuan'], block: false, description: '印出金额，单位为元，如 87,080.91元' },
  百分比: { takes: 'figure', units: ['ratio'], block: false, description: '印出比率，如 34.96%' },
  数量: { takes: 'figure', units: ['count', 'squareMetre', 'yuan'], block: false, description: '印出个数、辆数、面积等数量，如 32' },
  顿号: { takes: 'list', block: false, description: '把一列文字用顿号连起来' },
  成句: { takes: 'text', block: false, description: '印出部门填写的文字，末尾没有句号的补上，如 {{成句 项目概况}}' },
  序数: { takes: 'index', block: false, description: '把从 0 起的序号印成一、二、三，如 {{序数 @index}}' },
  编号: { takes: 'index', block: false, description: '把从 0 起的序号印成 1、2、3，如 {{编号 @index}}' },
  图: { takes: 'word', block: false, alone: true, description: '放一张图，单独成行，如 {{图 "一般公共预算支出结构"}}' },
  报表: {
    takes: 'word',
    block: false,
    alone: true,
    description:
      '在这里放一张报表，写它的“名称”，如 {{报表 "收支总表"}}；表号、目录、核对都和别的报表一样；单独成行，不能写在 {{#…}} 里，也不能写在词句里',
  },
  绩效目标表: { takes: 'nothing', block: false, alone: true, description: '放全部公开的项目绩效目标表，每个项目另起一页；单独成行' },
  整体绩效目标表: {
    takes: 'nothing',
    block: false,
    alone: true,
    description: '放部门（单位）的整体支出绩效目标表，另起一页；部门没有填写的不印；格子写在“整体绩效目标表.yaml”里；单独成行',
  },
  本项目绩效目标表: {
    takes: 'any',
    block: false,
    alone: true,
    description: '在“逐项 绩效.公开项目”里放这个项目的绩效目标表，不另起页；单独成行，写 {{本项目绩效目标表 表号}}',
  },
  另起一页: { takes: 'nothing', block: false, alone: true, description: '从这里起换到新的一页；单独成行' },
  如果: { takes: 'any', block: true, description: '条件成立（或文字不空）时印出' },
  除非: { takes: 'any', block: true, description: '条件不成立时印出' },
  已填: {
    takes: 'any',
    block: true,
    description: '部门文件里写了这一项时印出；没有写的，列为“未填”，印“{{else}}”后面的；没有“{{else}}”的，连同前面的逗号不印',
  },
  逐项: { takes: 'list', block: true, description: '对列表的每一项印一次；第二个参数是各项之间的分隔符' },
};

/** By which a bare {{变量}} is printed; authors do not write it. */
export const PRINT = '印出';

/** Marks a block that holds whole sentences. */
export const WHOLE = '整句';

/** Where the template stands that calls a helper: Handlebars passes it along, with the file's name as its source. */
interface Call extends HelperOptions {
  readonly loc?: { readonly source?: string; readonly start: { readonly line: number; readonly column: number } } & {
    readonly end: { readonly line: number };
  };
}

type Formats = Pick<ProfileSpec, '数字写法' | '文中金额' | '文中比率'>;

/** The helpers over one token book: each figure that a template prints becomes a figure node with its origin. */
export function makeHelpers(book: TokenBook, formats: Formats, limit?: WritingLimit): Record<string, (...values: never[]) => unknown> {
  const gap = (sources: readonly SourcePath[], call: Call): string => {
    book.unstated.push({ sources, place: placeOf(call) });
    return book.gap(sources);
  };
  const stated = (name: string, print: (figure: Figure) => string) => (figure: Figure | undefined, call: Call) => {
    if (!figure) throw absent(call);
    const slip = unitSlip(name, figure.unit);
    if (slip) throw new TemplateFailure(slip.message, slip.hint, placeOf(call), 'template-wrong-kind');
    return figure.unstated ? gap(figure.unstated, call) : print(figure);
  };
  const amount = (unit: AmountFormat['unit']) =>
    stated(
      unit,
      (figure) =>
        book.figure(
          figure,
          formatAmount(figure.value, textAmounts(formats, { 单位: unit, ...(unit === '元' && { 小数: formats.文中金额.元的小数 }) })),
        ) + unit,
    );
  const percent = stated('百分比', (figure) => book.figure(figure, formatPercent(figure.value, rates(formats))));
  const { separators } = numberStyle(formats);
  const quantity = stated('数量', (figure) => book.figure(figure, formatNumber(figure.value, figure.value.decimalPlaces(), separators)));
  /** What depends on a value that nobody stated is a gap itself. */
  const known = (value: unknown, call: Call, print: () => string): string => {
    const found = book.gapIn(value);
    return found ? gap(found.sources, call) + lineEnd(call) : print();
  };
  return {
    [PRINT]: (value: string, call: Call) => known(value, call, () => value),
    万元: amount('万元'),
    元: amount('元'),
    百分比: percent,
    数量: quantity,
    顿号: (items: readonly string[], call: Call) => known(items, call, () => items.join('、')),
    成句: (value: string, call: Call) => known(value, call, () => (book.endsSentence(value) ? value : `${value}。`)),
    序数: (index: number) => chineseNumber(index + 1),
    编号: (index: number) => String(index + 1),
    图: (name: string) => book.block({ kind: 'chart', name }),
    报表: (name: string) => book.block({ kind: 'table', name }),
    整体绩效目标表: () => book.block({ kind: 'wholeForm' }),
    绩效目标表: () => book.block({ kind: 'performanceForms' }),
    本项目绩效目标表: (project: string) => book.block({ kind: 'performanceForm', project }),
    另起一页: () => book.block({ kind: 'pageBreak' }),
    如果: function (this: unknown, condition: unknown, call: Call) {
      return known(condition, call, () => (condition ? call.fn(this) : call.inverse(this)));
    },
    除非: function (this: unknown, condition: unknown, call: Call) {
      return known(condition, call, () => (condition ? call.inverse(this) : call.fn(this)));
    },
    已填: function (this: unknown, value: unknown, call: Call) {
      const unstated = book.gapIn(value)?.sources ?? (value as Partial<Figure> | undefined)?.unstated;
      if (!unstated) return call.fn(this);
      book.unstated.push({ sources: unstated, place: placeOf(call) });
      return call.inverse(this) || book.gap(unstated, 'clause');
    },
    逐项: (items: readonly unknown[], separator: unknown, options?: Call) =>
      known(items, options ?? (separator as Call), () => eachItem(items, separator, options, limit)),
  } as Record<string, (...values: never[]) => unknown>;
}

function placeOf({ loc }: Call): TemplatePlace {
  return { path: loc?.source ?? '', line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
}

const UNIT_NAMES: Readonly<Record<FigureUnit, readonly [is: string, usage: string]>> = {
  yuan: ['金额', '万元'],
  ratio: ['比率', '百分比'],
  count: ['数量', '数量'],
  squareMetre: ['面积', '数量'],
};

/** A usage that would print another kind of number: 20 people as 0.00万元. */
export function unitSlip(name: string, unit: FigureUnit | undefined): { readonly message: string; readonly hint: string } | undefined {
  const wanted = HELPERS[name]?.units;
  if (!wanted || unit === undefined || wanted.includes(unit)) return undefined;
  const [is, usage] = UNIT_NAMES[unit];
  return { message: `“${name}”不能用来印${is}，印出的会是另一个数。`, hint: `用“${usage}”。` };
}

/** A figure that need not be there, such as a rate of change from nothing. */
const absent = (call: Call): TemplateFailure =>
  new TemplateFailure('这里的数不存在（如上年为零时的增减率）。', '在外面加上 {{#如果 …}}，只在有这个数时印出。', placeOf(call));

/** A block of whole sentences ends as one; one over several lines takes their ends with it. */
const lineEnd = ({ loc, hash }: Call): string => (loc && loc.end.line > loc.start.line ? '\n\n' : hash[WHOLE] === true ? '。' : '');

function eachItem(items: readonly unknown[], separator: unknown, options: HelperOptions | undefined, limit?: WritingLimit): string {
  const settings = options ?? (separator as HelperOptions);
  const between = typeof separator === 'string' ? separator : '';
  return items
    .map((item, index) => {
      const written = settings.fn(item, { data: { ...settings.data, index, last: index === items.length - 1 } });
      return limit?.count(written) ?? written;
    })
    .join(between);
}
