/** What the comparison adds to the look of the pages: wide tables, rows by their change; colours come with a word, never alone. */
export const COMPARISON_STYLE = `
main { max-width: 1180px; }
h3 { margin: 22px 0 6px; font-size: 15px; break-after: avoid; }
nav ul { columns: 2; padding-left: 20px; }
a { color: inherit; }
th.amount { text-align: right; }
tr.new td { background: #eef6ee; } tr.dropped td { background: #f7eeee; } tr.equal td { color: var(--soft); }
.lacking { color: var(--bad); font-weight: 600; }
@page { size: A4 landscape; }
@media print { section + section { break-before: page; } nav { display: none; } }
`;
