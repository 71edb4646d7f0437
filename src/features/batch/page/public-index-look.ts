/** What the index of a district has besides the looks of all public pages. */
export const PUBLIC_STYLE = `
body .cover{padding-left:max(1.25rem,calc((100vw - 69.5rem)/2));padding-right:1.25rem}
main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
h2{margin:3.5rem 0 1.2rem;padding-top:1.2rem;border-top:1px solid var(--line);font-size:clamp(1.4rem,3.6vw,1.9rem);color:var(--deep)}
.facts{display:flex;flex-wrap:wrap;gap:.6rem 3rem;margin:2.4rem 0 0;padding:0;list-style:none}
.facts b{font-size:clamp(1.6rem,4.4vw,2.6rem);font-weight:600;font-variant-numeric:tabular-nums lining-nums}
.find{margin:2.4rem 0 0}
.find label{display:block;margin-bottom:.3rem;color:var(--soft)}
.find input{width:min(100%,32rem);padding:.6rem 1rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--card);color:inherit;font:inherit}
#found{margin:.4rem 0 0;min-height:1.9em;color:var(--soft)}
.scroll{overflow-x:auto;border-top:2px solid var(--deep);border-bottom:1px solid var(--line);background:var(--card)}
table{width:100%;min-width:44rem;border-collapse:collapse;font-size:.94rem;line-height:1.6}
th,td{padding:.5rem .7rem;border-bottom:1px solid var(--hair);vertical-align:top;text-align:left;font-weight:400}
thead th{background:var(--band);font-weight:600}
td:first-child{white-space:nowrap}
th.n{text-align:right}
tbody tr:hover>*{background:var(--mark)}
tfoot>tr>*{border-top:2px solid var(--line);font-weight:700}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
table small{color:var(--soft)}
table .files{display:table-cell;margin:0;font-size:.9rem;white-space:nowrap}
table .files a{display:inline;padding:0;border:0;color:var(--deep);text-decoration:underline}
table .files a:hover{background:none;color:var(--ink)}
td ul{margin:0;padding:0;list-style:none}
footer{margin-top:3rem;padding-top:1.4rem;padding-bottom:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@page{size:A4 landscape;margin:14mm}
@media print{.find,.skip{display:none!important}.cover{background:none;color:#1f4e79;padding:0 0 8mm}.cover p{color:inherit}.scroll{overflow:visible}table{font-size:9pt;min-width:0}thead{display:table-header-group}tr{break-inside:avoid}}
`;

/** The search: rows that have every word stay. It reads the page that it finds, and puts in no markup. */
export const PUBLIC_SCRIPT = `(function () {
'use strict';
var find = document.querySelector('.find'), query = document.getElementById('query'), found = document.getElementById('found');
var rows = [].map.call(document.querySelectorAll('.searched tr'), function (row) { return { row: row, text: row.textContent.toLowerCase() }; });
find.hidden = false;
query.addEventListener('input', function () {
  var words = query.value.toLowerCase().split(/[\\s　]+/).filter(Boolean), count = 0;
  rows.forEach(function (one) {
    one.row.hidden = !words.every(function (word) { return one.text.includes(word); });
    if (!one.row.hidden) count += 1;
  });
  found.textContent = words.length === 0 ? '' : count === 0 ? '没有找到' : '找到 ' + count + ' 行';
});
}());`;
