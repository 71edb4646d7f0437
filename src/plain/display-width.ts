import { eastAsianWidth } from 'get-east-asian-width';

/** Stand over the character before, or steer it: they take no column. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/** The columns that a terminal gives a text: two for a Chinese character. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) if (!WITHOUT_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}
