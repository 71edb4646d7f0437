import type { Figure } from '../../budget/figure.js';
import { type CategoryFigure, isReduction } from '../../budget/figures/by-category.js';
import type { ItemFigure } from '../../budget/figures/by-item.js';
import { figureValue, flagValue, listValue, recordValue, type Shaped } from '../shape.js';
import type { Values } from './values.js';

/** One entry a 项: its name and those of its parents, its money, what it is spent on. */
export function itemList(list: readonly ItemFigure[], values: Values): Shaped {
  const item = (one: Partial<ItemFigure>) =>
    recordValue({
      名称: values.text(one.name),
      款名称: values.text(one.section),
      类名称: values.text(one.category),
      编码: values.text(one.code),
      金额: figureValue(one.amount),
      冲减: flagValue(one.amount !== undefined && isReduction(one.amount)),
      用途: values.text(one.purpose),
    });
  return listValue<Partial<ItemFigure>>(list, item, {});
}

export function categories(list: readonly CategoryFigure[], values: Values): Shaped {
  const item = (name: string, amount?: Figure, share?: Figure) =>
    recordValue({
      名称: values.text(name),
      金额: figureValue(amount),
      占比: figureValue(share),
      有占比: flagValue(share !== undefined),
      冲减: flagValue(amount !== undefined && isReduction(amount)),
    });
  return listValue<Partial<CategoryFigure>>(list, (one) => item(one.name ?? '', one.amount, one.share), {});
}
