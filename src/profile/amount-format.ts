import type { AmountFormat, NumberStyle, RateFormat } from '../money/format.js';
import type { ProfileSpec } from './profile-schema.js';

type Spec = Pick<ProfileSpec, '数字写法' | '表内金额' | '文中金额' | '文中比率'>;
type Own = { readonly [K in '单位' | '小数']?: ProfileSpec['表内金额'][K] | undefined };

/** How the document writes its numbers, wherever they stand: the profile chooses once. */
export const numberStyle = ({ 数字写法: { 千分位, 零 } }: Pick<Spec, '数字写法'>): NumberStyle => ({
  separators: 千分位,
  bareZero: 零 === '0',
});

/** How amounts are printed in tables, by what a table says of its own. */
export const tableAmounts = (spec: Omit<Spec, '文中金额' | '文中比率'>, own: Own = {}): AmountFormat => amounts(spec, spec.表内金额, own);

/** How amounts are printed in sentences and charts. */
export const textAmounts = (spec: Omit<Spec, '表内金额' | '文中比率'>, own: Own = {}): AmountFormat => amounts(spec, spec.文中金额, own);

/** How rates and shares are printed, in sentences, tables and charts. */
export const rates = (spec: Pick<Spec, '数字写法' | '文中比率'>): RateFormat => ({ ...numberStyle(spec), decimals: spec.文中比率.小数 });

/** Of amounts in another unit than the profile's: whole 元 would lose two thirds of a 万元. */
const USUAL_DECIMALS = 2;

function amounts(spec: Pick<Spec, '数字写法'>, given: Pick<Spec['文中金额'], '单位' | '小数'>, own: Own): AmountFormat {
  const { 单位: unit = given.单位, 小数: decimals = unit === given.单位 ? given.小数 : USUAL_DECIMALS } = own;
  return { ...numberStyle(spec), unit, decimals };
}
