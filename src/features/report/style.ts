import { LOOK } from '../../html/look.js';

/** What only the report has: the verdict, the numbers and the lines to sign on. */
export const STYLE = `${LOOK}
.verdict { margin: 20px 0 16px; padding: 14px 20px; border-left: 6px solid var(--good); background: var(--band); }
.verdict.bad { border-color: var(--bad); }
.verdict strong { font-size: 20px; line-height: 1.4; }
.numbers { display: flex; flex-wrap: wrap; gap: 10px 0; margin: 0 0 8px; padding: 0; list-style: none; }
.numbers li { flex: 1 0 12%; min-width: 84px; padding: 4px 12px; border-left: 1px solid var(--line); }
.number { display: block; font-size: 24px; font-weight: 600; font-variant-numeric: tabular-nums; }
.label { font-size: 12px; color: var(--soft); }
.hash { font-size: 11px; word-break: break-all; }
.sign { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 28px; margin-top: 48px; break-inside: avoid; }
.sign div { padding-top: 34px; border-bottom: 1px solid var(--ink); }
`;
