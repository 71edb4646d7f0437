import type { TokenChange } from '../support/token-changes.js';

/** A change of a file that is rightly without effect and without a word. */
export interface TokenException {
  readonly title: string;
  readonly reason: string;
  /** Two ways of typing a part of the file: loaded, they are the same. A layout is part of a profile. */
  readonly proof: { readonly file: '预算.yaml' | '版式.yaml'; readonly one: string; readonly other: string };
  /** The changes of tokens that it excuses; absent: the changes tried never are of this kind. */
  readonly covers?: (change: TokenChange) => boolean;
}

export const TOKEN_EXCEPTIONS: readonly TokenException[] = [
  {
    title: 'Comments and blank lines',
    reason: 'They are for people. One written close to a word, which may be meant as content, is warned of (yaml-comment-dropped).',
    proof: { file: '预算.yaml', one: '金额单位: 元\n', other: '# 以元填写\n\n金额单位: 元   # 不是万元\n' },
  },
  {
    title: 'How a value is laid out: in quotes or not, in { } or on lines of its own',
    reason: 'YAML has several notations for the same content.',
    proof: { file: '预算.yaml', one: '收入:\n  一般公共预算: 12627960.91\n', other: '收入: {\'一般公共预算\': "12627960.91"}\n' },
  },
  {
    title: 'Zeros after the decimal point',
    reason: '1264.8 and 1264.80 are the same amount; it is printed with the decimals of the form.',
    proof: { file: '预算.yaml', one: '一般公共预算: 2232000\n', other: '一般公共预算: 2232000.00\n' },
  },
  {
    title: 'Full-width digits of an amount',
    reason: 'They are the same figure. Full-width points and signs are refused with the right ones.',
    proof: { file: '预算.yaml', one: '一般公共预算: 2232000\n', other: '一般公共预算: ２２３２０００\n' },
  },
  {
    title: 'Three notations of a date',
    reason: '2026-02-06, 2026-2-6 and 2026年2月6日 are one day; it is printed as the form has it.',
    proof: { file: '预算.yaml', one: '填报日期: 2025-11-21', other: '填报日期: 2025年11月21日' },
  },
  {
    title: 'The line feed at the end of a text written under “|”',
    reason: 'YAML adds it; nobody typed it as content.',
    proof: { file: '预算.yaml', one: '项目期: 1年\n', other: '项目期: |\n        1年\n' },
  },
  {
    title: 'A property of a style in 版式.yaml that says what the style would have anyway',
    reason: 'Taken away, the style keeps the same value from 基于 or from the default; what is printed is the same.',
    proof: { file: '版式.yaml', one: 'tableHeader: {字体: 黑, 字号: 10.5,', other: 'tableHeader: {字体: 黑,' },
    covers: ({ kind, what, path }) => kind === '删去' && what === '键' && path[0] === '样式' && path.length === 3,
  },
];
