/** Look of the page, on the screen and on paper; colours come with a word, never alone. */
export const PAGE_STYLE = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b1b1b; background: #fff;
  font: 15px/1.6 "Noto Serif SC", "Source Han Serif SC", SimSun, 宋体, serif; }
h1, h2, h3 { font-family: "Noto Sans SC", "Source Han Sans SC", SimHei, 黑体, sans-serif; line-height: 1.3; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; border-bottom: 2px solid #444; padding-bottom: .2rem; margin-top: 2.5rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
nav ul { columns: 2; padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border: 1px solid #999; padding: .2rem .5rem; vertical-align: top; text-align: left; }
th { background: #f0f0f0; font-weight: 600; }
td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.new td { background: #eef6ee; } tr.dropped td { background: #f7eeee; } tr.equal td { color: #666; }
.lacking { font-weight: 700; color: #8a1c1c; }
.note { color: #555; }
@media print {
  @page { size: A4 landscape; margin: 15mm; }
  body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
  h2 { break-before: page; } h2:first-of-type { break-before: auto; } h3 { break-after: avoid; }
  nav { display: none; } thead { display: table-header-group; } tr { break-inside: avoid; }
}`;
