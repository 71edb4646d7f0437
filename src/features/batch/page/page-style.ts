/** What the page over all departments adds to the look of the reports: wide tables, links, four states. */
export const PAGE_STYLE = `
main { max-width: 1240px; }
h3 { margin: 18px 0 4px; font-size: 15px; break-after: avoid; }
a { color: inherit; }
tr:target td { background: var(--band); }
.可以公开 { color: var(--good); } .有提醒 { color: var(--tail); } .有错误, .没有生成 { color: var(--bad); font-weight: 600; }
.lacking { color: var(--bad); }
th.amount { text-align: right; }
table.wide { font-size: 12px; } table.wide th { white-space: normal; }
tr.total td { border-top: 2px solid var(--ink); font-weight: 600; }
ul { margin: 4px 0; padding-left: 20px; }
@media print { table.wide { font-size: 8.5px; } a { text-decoration: none; } }
@page { size: A4 landscape; }
`;
