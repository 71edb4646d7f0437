/** A number of a person found in a text. `shown` is as typed; `masked` is how it may be printed. */
export interface PersonalData {
  readonly kind: '身份证号' | '手机号' | '银行卡号';
  readonly shown: string;
  readonly masked: string;
}

/** Digits with whatever may be put between them: spaces, dashes, points, invisible characters. */
const RUN = /[0-9０-９][0-9０-９Xxｘ\s\-－—–.·　\u200b-\u200d\u2060\ufeff]*[0-9０-９Xxｘ]/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** Identity cards (with check digit, or the old 15 digits), mobile numbers, and bank cards by their check digit. */
export function findPersonalData(text: string): PersonalData[] {
  if (text.search(RUN) === -1) return [];
  return [...text.matchAll(RUN)].flatMap(([shown]) => {
    const digits = fold(shown);
    const kind = kindOf(digits);
    return kind ? [{ kind, shown: shown.trim(), masked: mask(kind, digits) }] : [];
  });
}

function fold(text: string): string {
  const half = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return half.replace(/[^0-9Xxｘ]/g, '').replace(/[xｘ]/g, 'X');
}

function kindOf(digits: string): PersonalData['kind'] | undefined {
  if (isIdentityCard(digits)) return '身份证号';
  const local = digits.replace(/^(?:0086|86)(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(local)) return '手机号';
  return isBankCard(digits) ? '银行卡号' : undefined;
}

/** A number that may be an identity card's, and why one thinks so. */
export interface DoubtfulIdentity {
  readonly shown: string;
  readonly why: string;
}

/** Six digits of a region, a birthday, and its end masked in part: who it is can be found out. */
const MASKED = /(?<!\d)[1-9]\d{5}(?:19|20)\d{6}\d{0,3}[*＊×xX#●]{1,4}/g;

/** Region and birthday fit, but the end does not: mistyped, cut short, or masked too little. */
export function findDoubtfulIdentity(text: string): DoubtfulIdentity[] {
  if (text.search(RUN) === -1) return [];
  const typed = [...text.matchAll(RUN)].flatMap(([shown]) => {
    const digits = fold(shown);
    const isLike = /^[1-9]\d{15,16}[\dX]$/.test(digits) && isProvince(digits) && isDay(digits.slice(6, 14));
    return isLike && !kindOf(digits) ? [{ shown: shown.trim(), why: '地区和出生日期像身份证号，只是校验码不对' }] : [];
  });
  const masked = [...text.matchAll(MASKED)].flatMap(([shown]) => {
    const isLike = isProvince(shown) && isDay(shown.slice(6, 14)) && !typed.some((one) => one.shown.startsWith(shown.slice(0, 14)));
    return isLike && !kindOf(fold(shown)) ? [{ shown, why: '只遮住了末几位，仍看得出地区和出生日期' }] : [];
  });
  return [...typed, ...masked];
}

/** GB 11643: a real birthday, and ISO 7064 MOD 11-2 over the first 17 digits. */
function isIdentityCard(digits: string): boolean {
  if (/^[1-9]\d{14}$/.test(digits)) return isProvince(digits) && isDay(`19${digits.slice(6, 12)}`);
  if (!/^[1-9]\d{16}[\dX]$/.test(digits) || !isProvince(digits) || !isDay(digits.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0); // ok: check digit
  return CHECK_DIGITS[sum % 11] === digits[17];
}

const isProvince = (digits: string) => /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(digits);

function isDay(text: string): boolean {
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return /^(?:19|20)/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

/** 16 to 19 digits of a known issuer range, with the Luhn check digit. */
function isBankCard(digits: string): boolean {
  if (!/^(?:62|4|5[1-5]|35|9)\d{14,17}$/.test(digits) || digits.length < 16 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1); // ok: check digit
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function mask(kind: PersonalData['kind'], digits: string): string {
  if (kind === '手机号') return digits.slice(-11).replace(/^(\d{3})\d{4}/, '$1****');
  return `${digits.slice(0, 2)}${'*'.repeat(digits.length - 5)}${digits.slice(-3)}`;
}
