import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { Profile } from '../../profile/profile.js';
import { tableNumbers } from '../../profile/table-number.js';

/** Words of a profile with the place of each of their characters. */
export interface Words {
  readonly text: string;
  at(index: number): SourceLocation;
}

/** The number of a table within words; the table's name where there is one of this number. */
interface Found {
  readonly index: number;
  readonly number: string;
  readonly name?: string;
}

/** «见表五», «详见附表5»: whatever it names, it does not follow the tables. */
const NAMED = /(?<=见)[上下附]?表\s*(?:\d[\d-]*|[一二三四五六七八九十]+)/g;

/**
 * The number of a table, typed into a sentence: it stays when a table is put in or out. Found by the words «见表…», and
 * wherever the number of one of the profile's tables stands as it is printed.
 */
export function literalTableNumbers(words: readonly Words[], profile: Profile): Diagnostic[] {
  return words.flatMap(({ text, at }) =>
    tableNumbersIn(text, profile).map(({ index, number, name = '报表的名称' }) => ({
      code: 'template-literal-table',
      severity: 'warning',
      message: `这里直接写了表号“${number}”。`,
      at: at(index),
      hint: `写成 {{报表号.${name}}}，报表增减以后不会说错。`,
    })),
  );
}

export function tableNumbersIn(text: string, profile: Profile): readonly Found[] {
  const printed = Object.entries(tableNumbers(profile, {})).flatMap(([name, number]) =>
    placesOf(number, text).map((index): Found => ({ index, number, name })),
  );
  const isApart = ({ index, number }: Found) =>
    printed.every((one) => one.index >= index + number.length || index >= one.index + one.number.length);
  const named = [...text.matchAll(NAMED)].map(({ index, 0: number }): Found => ({ index, number }));
  return [...printed, ...named.filter(isApart)];
}

/** Where the number stands by itself: 表一 is not in 表十一, nor in 表一百, nor in 代表一. */
function placesOf(number: string, text: string): number[] {
  const found: number[] = [];
  for (let index = text.indexOf(number); number !== '' && index >= 0; index = text.indexOf(number, index + 1)) {
    const isWhole =
      !/[\d一二三四五六七八九十百-]/.test(text[index + number.length] ?? '') && !/[代图年月报列电手]/.test(text[index - 1] ?? '');
    if (isWhole) found.push(index);
  }
  return found;
}
