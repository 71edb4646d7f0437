const DIGITS = '零一二三四五六七八九';

/** 1 to 9999 in Chinese numerals, as headings count: 十一, 二十, 一百零一. */
export function chineseNumber(value: number): string {
  const text = spell(value);
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

function spell(value: number): string {
  const digits = [...String(value)].map(Number); // ok: a counter, not money
  const words = digits.map((digit, index) => digitWord(digit, digits.length - 1 - index));
  return words.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function digitWord(digit: number, power: number): string {
  return digit === 0 ? '零' : `${DIGITS[digit]}${['', '十', '百', '千'][power]}`;
}
