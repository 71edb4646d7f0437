/** Looks of the report: one column, prints on A4 in black on white, loads nothing. */
export const STYLE = `
:root { --ink: #1c2024; --soft: #60656c; --line: #d9dce1; --band: #f6f7f9; --good: #1a6b3c; --tail: #8a5a00; --bad: #b3261e; --open: #4a5a78; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceef1; color: var(--ink); font: 15px/1.65 "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
main { max-width: 980px; margin: 24px auto; padding: 44px 56px 56px; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / .15); }
h1, h2, th, .tag, .label, .number { font-family: "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", SimHei, sans-serif; }
h1 { margin: 0 0 4px; font-size: 26px; letter-spacing: .02em; }
h2 { margin: 40px 0 10px; padding-bottom: 6px; border-bottom: 2px solid var(--ink); font-size: 18px; break-after: avoid; }
p { margin: 8px 0; }
.soft { color: var(--soft); }
.verdict { display: flex; gap: 20px; align-items: baseline; margin: 22px 0 18px; padding: 14px 20px; border-left: 6px solid var(--good); background: var(--band); }
.verdict.bad { border-color: var(--bad); }
.verdict strong { font-size: 20px; }
.numbers { display: flex; flex-wrap: wrap; gap: 10px 0; margin: 0 0 8px; padding: 0; list-style: none; }
.numbers li { flex: 1 0 14%; padding: 6px 14px; border-left: 1px solid var(--line); }
.number { display: block; font-size: 24px; font-weight: 600; font-variant-numeric: tabular-nums; }
.label { font-size: 12px; color: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.5; }
th { padding: 6px 8px; border-bottom: 1px solid var(--ink); background: var(--band); font-weight: 600; text-align: left; white-space: nowrap; }
td { padding: 6px 8px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.place, code { font: .85em/1.5 ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; color: var(--soft); }
.tag { display: inline-block; min-width: 4.6em; padding: 1px 6px; border: 1px solid currentColor; border-radius: 3px; font-size: 12px; text-align: center; white-space: nowrap; }
.符合 { color: var(--good); } .尾差 { color: var(--tail); } .不符, .错误 { color: var(--bad); font-weight: 600; } .未能核对, .待确认, .提醒 { color: var(--open); border-style: dashed; } .不适用 { color: var(--soft); }
.hash { font-size: 11px; word-break: break-all; }
.sign { display: grid; grid-template-columns: repeat(3, 1fr); gap: 28px; margin-top: 48px; }
.sign div { padding-top: 34px; border-bottom: 1px solid var(--ink); }
@media print { body { background: #fff; font-size: 12px; } main { max-width: none; margin: 0; padding: 0; box-shadow: none; } table { font-size: 10.5px; } h2 { margin-top: 24px; } }
@page { size: A4; margin: 18mm 16mm; }
`;
