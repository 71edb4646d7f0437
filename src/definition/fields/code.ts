import { foldDigits, type Reading } from './refusal.js';
import { scalarField } from './scalar-field.js';

/** A code of one of the given lengths. Stays the text as typed: 0301 keeps its zero even where unquoted. */
export function code({ digits }: { readonly digits: readonly number[] }) {
  const pattern = `^(${digits.map((length) => `[0-9]{${length}}`).join('|')})$`;
  return scalarField({ types: ['number', 'string'], pattern }, (text) => readCode(text, digits));
}

function readCode(text: string, digits: readonly number[]): Reading<string> {
  if (/^\d+$/.test(text) && digits.includes(text.length)) return { value: text };
  const bare = foldDigits(text).replace(/\s/g, '');
  const expected = `应为 ${digits.join('、')} 位数字`;
  const isCode = /^\d+$/.test(bare);
  const suggestion = isCode && bare !== text && digits.includes(bare.length) ? { suggestion: bare } : {};
  const reason = isCode ? `编码${expected}，这里是 ${bare.length} 位` : `编码${expected}`;
  const spaced = 'suggestion' in suggestion ? '编码中不能有空格或全角数字' : reason;
  return { refusal: { code: 'code-invalid', reason: spaced, ...suggestion } };
}
