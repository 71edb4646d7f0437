const DIGITS = '零一二三四五六七八九';

/** 1 to 99,999,999 in Chinese numerals, as headings count: 十一, 二十, 一百零一, 一万零二十. */
export function chineseNumber(value: number): string {
  const text = spellWithMyriads(value);
  return text.startsWith('一十') ? text.slice(1) : text;
}

/** Four digits at a time: the upper ones count 万, and a gap in the lower ones is a 零. */
function spellWithMyriads(value: number): string {
  const digits = String(value); // ok: a counter, not money
  if (digits.length <= 4) return spell(digits);
  const lower = digits.slice(-4);
  return `${spell(digits.slice(0, -4))}万${lower.startsWith('0') && Number(lower) > 0 ? '零' : ''}${spell(lower)}`;
}

function spell(text: string): string {
  const digits = [...text.replace(/^0+/, '')].map(Number);
  const words = digits.map((digit, index) => digitWord(digit, digits.length - 1 - index));
  return words.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function digitWord(digit: number, power: number): string {
  return digit === 0 ? '零' : `${DIGITS[digit]}${['', '十', '百', '千'][power]}`;
}
