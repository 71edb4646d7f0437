import type { AmountFormat } from '../money/format.js';
import type { ProfileSpec } from './profile-schema.js';

type Spec = Pick<ProfileSpec['表内金额'], '单位' | '小数' | '千分位'>;

/** How amounts are printed by 表内金额 or 文中金额 of the profile, and by what a table says of its own. */
export function amountFormat(spec: Spec, own: { readonly [K in keyof Spec]?: Spec[K] | undefined } = {}): AmountFormat {
  return { unit: own.单位 ?? spec.单位, decimals: own.小数 ?? spec.小数, separators: own.千分位 ?? spec.千分位 };
}
