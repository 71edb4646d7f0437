import { PAPERS } from '../../document/sheet.js';
import { LIGHT, PUBLIC_LOOK, SERIF } from '../../html/public-page.js';

const FRAME = `
.frame{max-width:80rem;margin:0 auto;padding:0 1.25rem}
main{min-width:0;padding-bottom:4rem}
nav{font-size:.92rem;line-height:1.55}
nav h2{margin:1.2rem 0 .6rem;font-size:1.05rem;letter-spacing:.3em;color:var(--soft)}
nav ol{margin:0;padding:0;list-style:none}
.toc a{display:block;padding:.28rem .7rem;border-left:3px solid transparent;color:var(--ink);text-decoration:none}
.toc .part{margin-top:.7rem;font-weight:600}
.toc .entry a{padding-left:1.2rem;color:var(--soft)}
.toc a:hover{color:var(--deep);background:var(--band)}
.toc a[aria-current]{border-color:var(--gold);color:var(--deep);background:var(--band)}
summary{cursor:pointer;padding:.7rem 0;font-weight:600}
#here{margin-left:.6em;font-weight:400;color:var(--soft)}
.find label{display:block;margin:1.4rem 0 .3rem;color:var(--soft)}
.find input{width:100%;padding:.5rem .8rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--card);color:inherit;font:inherit}
#found{margin:.4rem 0 0;color:var(--soft)}
#found:empty{display:none}
#hits{max-height:24rem;overflow:auto}
#hits:empty{display:none}
#hits a{display:block;padding:.4rem .6rem;border-bottom:1px solid var(--hair);color:var(--ink);text-decoration:none}
#hits a:hover{background:var(--band)}
#hits small{display:block;color:var(--soft)}
@media (min-width:64rem){
.frame{display:grid;grid-template-columns:16.5rem minmax(0,1fr);column-gap:3.5rem}
nav{position:sticky;top:0;align-self:start;height:100vh;overflow:auto;padding:1rem .5rem 2rem 0;scrollbar-width:thin}
.js nav{overflow:visible}
.js nav details{height:100%}
.js .toc{position:relative;max-height:calc(100vh - 12rem);overflow:auto;scrollbar-width:thin}
summary{display:none}
}
@media (max-width:63.99rem){
.js nav{position:sticky;top:0;z-index:10;margin:0 -1.25rem;padding:0 1.25rem;background:var(--card);border-bottom:1px solid var(--line)}
.js nav details[open]{max-height:85vh;overflow:auto;padding-bottom:1rem}
summary{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
}
footer{margin-top:4rem;padding:2rem 1.25rem 3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem;text-align:center}
footer p{margin:.2rem 0}
`;

const TEXT = `
h2{margin:5.5rem 0 2rem;padding-top:1.4rem;border-top:1px solid var(--line);font-size:clamp(1.6rem,4.4vw,2.35rem);line-height:1.35;color:var(--deep)}
main h2::before{content:"";display:block;width:4.5rem;height:5px;margin:-1.6rem 0 1.4rem;background:var(--gold)}
h3{margin:3.4rem 0 1rem;font-size:clamp(1.2rem,3vw,1.5rem);line-height:1.45}
h4{margin:2.2rem 0 .6rem;font-size:1.08rem;line-height:1.5;color:var(--deep)}
main p,.items li{max-width:46rem;margin:.7rem 0;text-indent:2em}
.items{margin:0;padding:0;list-style:none}
main a[href^="#y"],.card a[href^="#y"]{color:inherit;text-decoration:underline dotted var(--gold) 2px;text-underline-offset:.28em;font-variant-numeric:tabular-nums lining-nums}
main a[href^="#g"]{color:inherit;text-decoration:underline dashed var(--soft) 1px;text-underline-offset:.3em}
main a[href^="#y"]:hover,main a[href^="#g"]:hover{background:var(--mark)}
`;

const TABLE = `
main .tableLabel{margin:4rem 0 0;max-width:none;text-indent:0;font-size:.9rem;letter-spacing:.12em;color:var(--rust)}
.tableLabel+.tableTitle{margin-top:.2rem;scroll-margin-top:2.6rem}
main .tableInfo{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2rem;max-width:none;margin:0 0 .6rem;text-indent:0;font-size:.9rem;color:var(--soft)}
main .tableNote{max-width:none;margin:.6rem 0 0;text-indent:0;font-size:.9rem;color:var(--soft)}
main .formTitle{margin:3.5rem 0 .8rem;max-width:none;text-indent:0;font-size:1.25rem;font-weight:700;text-align:left}
.scroll{overflow-x:auto;border-top:2px solid var(--deep);border-bottom:1px solid var(--line);background:linear-gradient(90deg,var(--card) 40%,transparent) 0 0/2rem 100%,linear-gradient(270deg,var(--card) 40%,transparent) 100% 0/2rem 100%,linear-gradient(90deg,rgb(0 0 0/.25),transparent) 0 0/.7rem 100%,linear-gradient(270deg,rgb(0 0 0/.25),transparent) 100% 0/.7rem 100%,var(--card);background-repeat:no-repeat;background-attachment:local,local,scroll,scroll;scrollbar-width:thin}
table{width:100%;border-collapse:collapse;font-size:.9rem;line-height:1.5}
th,td{padding:.42rem .55rem;border-bottom:1px solid var(--hair);vertical-align:top;text-align:left;font-weight:400}
tr>*+*{border-left:1px solid var(--hair)}
thead th,thead td{background:var(--band);border-bottom:1px solid var(--line);vertical-align:middle;text-align:center;font-weight:600;text-wrap:balance}
tbody tr:hover>*{background:var(--mark)}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
.n a[href^="#y"]{display:block;text-decoration:none}
.n a[href^="#y"]:hover{text-decoration:underline dotted var(--gold) 2px}
.k{white-space:nowrap}
.t>*{background:var(--tint);font-weight:700}
.c{text-align:center}
.b{font-weight:700}
.i1{padding-left:1.6em}
.i2{padding-left:2.6em}
.form th,.form td{vertical-align:middle}
.form .h{background:var(--band);text-align:center;font-weight:600}
.chart{display:grid;grid-template-columns:minmax(0,15rem) minmax(0,1fr);gap:1rem 3rem;align-items:center;max-width:50rem;margin:2.5rem 0;padding:1.6rem clamp(1rem,3vw,2rem);background:var(--card);border:1px solid var(--hair);border-top:2px solid var(--deep)}
.chart figcaption{grid-column:1/-1;font-size:1.15rem;font-weight:700}
.chart svg[role]{width:100%;max-width:15rem}
.swatch{width:.85em;height:.85em;margin-right:.6em;vertical-align:-.05em}
.chart thead th{background:none}
.chart thead th:first-child{text-align:left}
.chart thead th.n{text-align:right}
.chart tr>*{border-left:0}
@media (prefers-color-scheme:dark){.chart svg{filter:brightness(1.55) saturate(.85)}}
@media (max-width:40rem){.chart{grid-template-columns:1fr}.chart svg[role]{margin:0 auto}}
@media (min-width:64rem){.scroll{overflow:visible}.scroll thead th{position:sticky;top:0}}
`;

const CARD = `
.card{position:fixed;z-index:20;width:min(24rem,calc(100vw - 24px));max-height:min(24rem,70vh);overflow:auto;padding:1rem 1.2rem;background:var(--card);border:1px solid var(--line);border-top:4px solid var(--gold);border-radius:.3rem;box-shadow:0 .6rem 2.4rem rgb(0 0 0/.28);font-size:.92rem;line-height:1.65}
.card[hidden]{display:none}
.card:focus{outline:0}
.card p,.origins li p{margin:.35rem 0}
.card b,.origins b{margin-right:.6em}
.card ul,.origins ul{margin:.3rem 0;padding-left:1.2em}
.card span,.origins span{font-variant-numeric:tabular-nums;white-space:nowrap}
.card button{margin-top:.5rem;padding:.2rem 1rem;border:1px solid var(--soft);border-radius:2rem;background:none;color:inherit;font:inherit;cursor:pointer}
.origins{max-width:80rem;margin:0 auto;padding:0 1.25rem;font-size:.92rem}
.origins>ol{padding:0;list-style:none;columns:24rem;column-gap:3rem}
.origins>ol>li{break-inside:avoid;padding:.7rem 0;border-bottom:1px solid var(--hair)}
.js .origins{display:none}
[data-watermark]::before{content:attr(data-watermark);position:fixed;inset:0;z-index:15;display:grid;place-items:center;font:700 30vmin ${SERIF};color:var(--rust);opacity:.1;transform:rotate(-30deg);pointer-events:none}
`;

const SHEETS = PAPERS.flatMap((paper) => (['portrait', 'landscape'] as const).map((orientation) => ({ paper, orientation })));
const PAPER_PAGES = SHEETS.map(({ paper, orientation }) => `@page ${orientation}${paper}{size:${paper} ${orientation};margin:16mm}`).join(
  '\n',
);
const PAPER_CLASSES = SHEETS.map(({ paper, orientation }) => `.${orientation}${paper}{page:${orientation}${paper}}`).join('\n');

const PRINT = `
@page{size:A4;margin:20mm 18mm}
@page wide{size:A4 landscape;margin:16mm}
${PAPER_PAGES}@media print{
:root{${LIGHT};--paper:#fff;--band:#f2f2f2}
.chart svg{filter:none}
body{background:#fff;font-size:11pt;line-height:1.7}
.own,.card,.origins{display:none!important}
.chart .own{display:table-header-group!important}
.frame,nav{display:block;position:static;height:auto;max-width:none;margin:0;padding:0;overflow:visible}
.js .toc{max-height:none;overflow:visible}
.cover{break-after:page;min-height:240mm;padding:70mm 0 0;background:none;color:var(--deep);border:0}
.cover p{color:inherit}
nav{break-after:page}
.wide{page:wide}
${PAPER_CLASSES}
.sheet h2:first-child{break-before:page}
h2,h3,h4,.tableLabel,.tableInfo,.formTitle{break-after:avoid}
h2{margin-top:0}
tr,.chart{break-inside:avoid}
.scroll{overflow:visible;}
.scroll table{min-width:0;font-size:8.5pt}
.scroll th,.scroll td{padding:1.6pt 3pt}
.formTitle{break-before:page}
thead th{position:static}
a{color:inherit!important;text-decoration:none!important}
:target{background:none;box-shadow:none}
}
`;

/** The looks of the web edition. */
export const STYLE: string = [PUBLIC_LOOK, FRAME, TEXT, TABLE, CARD, PRINT].join('');
