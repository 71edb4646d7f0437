import { foldDigits, type Reading, refuseValue } from './refusal.js';
import { scalarField } from './scalar-field.js';

/** A code of one of the given lengths. Stays the text as typed: 0301 keeps its zero even where unquoted. */
export function code({ digits }: { readonly digits: readonly number[] }) {
  const pattern = `^(${digits.map((length) => `[0-9]{${length}}`).join('|')})$`;
  const editor = {
    types: ['number', 'string'],
    pattern,
    patternErrorMessage: `编码是 ${digits.join('、')} 位数字。`,
    // A code that begins with 0 is no number.
    minimum: 10 ** (Math.min(...digits) - 1),
    maximum: 10 ** Math.max(...digits) - 1,
  } as const;
  return scalarField(editor, (text) => readCode(text, digits));
}

function readCode(text: string, digits: readonly number[]): Reading<string> {
  if (/^\d+$/.test(text) && digits.includes(text.length)) return { value: text };
  const bare = foldDigits(text).replace(/\s/g, '');
  const isCode = /^\d+$/.test(bare) && digits.includes(bare.length);
  if (isCode) return refuseValue('code-invalid', '编码中不能有空格或全角数字', bare, bare);
  const length = /^\d+$/.test(bare) ? `，这里是 ${bare.length} 位` : '';
  const reason = `编码应为 ${digits.join('、')} 位数字${length}`;
  return { refusal: { code: 'code-invalid', reason, hint: '对照科目目录或一体化系统，核对有没有少位、多位。' } };
}
