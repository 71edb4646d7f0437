import type { Document, Inline } from '../../document/document.js';
import { exactAmount, type FigureInline, type FigureRecord } from '../../document/figure.js';
import { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { inMember } from '../shared/sides.js';
import { amountsByFile, type FileAmounts, farPairs, isFar, type StatedAmount } from '../shared/stated-amounts.js';
import { describePlace } from '../to-diagnostic.js';

/** 元 in one 万元: what a wrong unit multiplies or divides by. */
const UNIT = 10_000;
/** So little that hardly anything costs it. */
const TOO_LITTLE = 100;
/** So little that it prints as zero in 万元. Of 上年结转, some hundred 元 are common; less than this never bears out the other year. */
const NEXT_TO_NOTHING = 50;

/**
 * 符合：
 *     政府采购: {货物: 2100, 服务: 150000}
 *     核对数.政府采购合计: 删除
 *     上年预算.上年结转: {单位资金: 80}
 * 符合：
 *     政府采购: {货物: 333, 服务: 150000}
 *     核对数.政府采购合计: 删除
 * 不符（政府采购/货物）：
 *     政府采购: {货物: 333}
 *     核对数.政府采购合计: 删除
 *     收入.一般公共预算: 9000000
 *     支出[0].基本支出.一般公共预算: 8600000
 *     一般公共预算基本支出[0].金额: 8400000
 *     核对数: 删除
 *     上年预算.一般公共预算: 8000000
 * 不符（政府采购/货物）：
 *     政府采购: {货物: 40, 服务: 150000}
 *     核对数.政府采购合计: 删除
 * 不符（政府采购/工程）：
 *     政府采购: {货物: 100000, 工程: 55, 服务: 150000}
 *     核对数.政府采购合计: 删除
 * 不符（上年预算/上年结转/单位资金）：
 *     上年预算.上年结转: {单位资金: 6}
 * 不符（三公经费/因公出国（境）费/上年）：
 *     三公经费.因公出国（境）费: {上年: 500000000}
 *     增减原因.因公出国（境）费: 压减出国批次
 */
export const amountsFitUnit: Check = {
  code: 'amounts-fit-unit',
  group: '金额大小',
  severity: '提醒',
  strict: '错误',
  rule: '每个金额的大小要与本文件的金额单位相合：印出来是 0.00 的、小得不像单独一笔的、大过全部收支的、与另一个数正好差一万倍的，要核实。',
  relations: ['U-1'],
  basis: '财预〔2016〕143号：内容准确',
  consequenceOf: ['total-fits-unit'],
  run: (context) => {
    const files = amountsByFile(context.budget);
    const zeros = printedAsZero(context);
    const findings = files.flatMap((file) => {
      const { little } = context.rules.magnitude;
      const values = new Map(file.amounts.map((one) => [one.value.toFixed(), one]));
      const known = { ...leavesOf(file, context), zeros, values, littleSections: littleSections(file, little), little };
      return file.amounts.flatMap((one) => misfit(one, file, known));
    });
    return findingsOr(findings, files.flatMap(({ amounts }) => amounts).length, '每个金额的大小都与金额单位相合。');
  },
};

interface Known {
  /** Reported with the other year already. */
  readonly reported: ReadonlySet<string>;
  /** Borne out by the other year. */
  readonly borneOut: ReadonlySet<string>;
  readonly zeros: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, StatedAmount>;
  /** Sections of which every amount is little. */
  readonly littleSections: ReadonlySet<string>;
  readonly little: Decimal;
}

function leavesOf(file: FileAmounts, { rules }: CheckContext): Pick<Known, 'reported' | 'borneOut'> {
  const { times } = rules.magnitude;
  const near = [...file.funds, ...file.items].filter((one) => !isFar(one, times));
  const leaves = (pairs: readonly { readonly leaves: ReadonlySet<string> }[]) => new Set(pairs.flatMap((one) => [...one.leaves]));
  return { reported: leaves(farPairs(file, times)), borneOut: leaves(near) };
}

function littleSections({ amounts }: FileAmounts, little: Decimal): ReadonlySet<string> {
  const all = new Set(amounts.flatMap(({ section }) => section ?? []));
  for (const { section, value } of amounts) if (section !== undefined && value.abs().gte(little)) all.delete(section);
  return all;
}

function misfit(amount: StatedAmount, file: FileAmounts, known: Known): Finding[] {
  if (amount.value.isZero() || known.reported.has(amount.id)) return [];
  const what = signOf(amount, known, (value) => exactAmount(value, file.member.content.金额单位));
  if (!what) return [];
  const place = inMember({ file: amount.source.file }, ...amount.source.path);
  const { 金额单位: unit } = file.member.content;
  const typed = unit === '万元' ? amount.value.div(UNIT) : amount.value;
  const meant = what.isLarge ? typed.div(UNIT) : typed.times(UNIT);
  const message = `“${describePlace(place)}”填写的是 ${exactAmount(amount.value, unit)}，${what.says}。`;
  const hint = `本文件的金额单位是${unit}：如果应是 ${formatNumber(meant, meant.decimalPlaces(), true)}${unit}，写 ${meant.toFixed()}；确实无误的，在“已确认的提醒”里写明。`;
  return [finding(message, place, { hint })];
}

/** What shows that the amount is in another unit; the plainest first. */
function signOf(amount: StatedAmount, known: Known, say: (value: Decimal) => string) {
  const { id, value, alone, whole, wholeIs, most } = amount;
  const size = value.abs();
  if (known.zeros.has(id)) return { says: '印出来是 0.00', isLarge: false };
  if (!alone || (known.borneOut.has(id) && size.gte(NEXT_TO_NOTHING))) return undefined;
  if (size.gt(most)) return { says: `而${wholeIs}有 ${say(whole)}`, isLarge: true };
  if (size.lt(littleFor(amount, known)) && size.times(UNIT).lte(whole)) return { says: `而${wholeIs}有 ${say(whole)}`, isLarge: false };
  const twin = size.precision() > 1 ? known.values.get(value.times(UNIT).toFixed()) : undefined;
  return (
    twin && { says: `正好是“${describePlace(inMember(twin.source, ...twin.source.path))}”${say(twin.value)}的一万分之一`, isLarge: false }
  );
}

/** Below what an amount is too small for its place: of several that somebody wrote together, all of them have to be. */
function littleFor({ source, section }: StatedAmount, { little, littleSections }: Known): Decimal {
  if (source.path.includes('上年结转')) return Decimal.min(little, NEXT_TO_NOTHING);
  return section === undefined || littleSections.has(section) ? little : Decimal.min(little, TOO_LITTLE);
}

/** Ids of the stated amounts that are printed, but as 0.00: alone, or as the only parts of a sum that is. */
function printedAsZero({ document, texts }: CheckContext): ReadonlySet<string> {
  const small = new Set<string>();
  if (!document) return small;
  const add = (inline: Inline) => {
    if (inline.type !== 'figure' || !isZeroInPrint(inline)) return;
    for (const id of smallLeaves(inline.figure, inline.value, document)) small.add(id);
  };
  for (const { content } of texts.composed) content.forEach(add);
  return small;
}

const isZeroInPrint = ({ unit, value, text }: FigureInline) => unit === 'yuan' && /[1-9]/.test(value) && !/[1-9]/.test(text);

/** A difference of two large amounts may be small: only amounts and their sums are looked into. */
function smallLeaves(id: string, limit: string, document: Document): string[] {
  const record = document.figures[id];
  if (!record || !/[1-9]/.test(record.value)) return [];
  if (record.origin.kind === 'stated') return isWithin(record, limit) ? [id] : [];
  return record.origin.formula === 'sum' ? record.origin.inputs.flatMap((input) => smallLeaves(input, limit, document)) : [];
}

/** Of a sum that is small because its parts cancel, the parts are not. */
const isWithin = ({ value }: FigureRecord, limit: string) => new Decimal(value).abs().lte(new Decimal(limit).abs());
