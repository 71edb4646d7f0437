/** The frame around the page: tabs, findings, editor. Its script is bundled from client/; nothing else may run or load. */
export const SHELL = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>预览</title>
<style>
:root{color-scheme:light dark;--ink:#1d2731;--soft:#59636e;--line:#cfc9bc;--paper:#faf8f3;--card:#fff;--band:#f0ece2;--deep:#1f4e79;--bad:#a8221b;--warn:#7a5000}
@media (prefers-color-scheme:dark){:root{--ink:#e4e6e8;--soft:#a7b0ba;--line:#46515d;--paper:#12181f;--card:#1a222b;--band:#212b36;--deep:#a3c8ea;--bad:#f0a3a3;--warn:#e2b866}}
*{box-sizing:border-box}
body{margin:0;height:100vh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem 1rem;padding:.4rem 1rem;border-bottom:1px solid var(--line);background:var(--card)}
h1{margin:0;font-size:1rem;font-weight:600}
#status{margin-left:auto;color:var(--soft);font-size:.9rem}
button,select{padding:.2rem .9rem;border:1px solid var(--line);border-radius:.3rem;background:var(--card);color:inherit;font:inherit;cursor:pointer}
button[aria-pressed=true],button[aria-selected=true]{border-color:var(--deep);color:var(--deep);font-weight:600}
:focus-visible{outline:3px solid #d9a441;outline-offset:1px}
#findings{max-height:32vh;overflow:auto;border-bottom:1px solid var(--line);background:var(--card)}
#findings:empty{display:none}
#findings ol{margin:0;padding:0;list-style:none}
#findings li{padding:.35rem 1rem;border-bottom:1px solid var(--band)}
#findings b{margin-right:.6em}
.error b{color:var(--bad)}
.warning b{color:var(--warn)}
#findings small{display:block;color:var(--soft)}
#findings button{padding:0 .4rem;border:0;background:none;color:var(--deep);text-decoration:underline}
main{flex:1;display:flex;min-height:0}
#editor{display:flex;flex-direction:column;width:44%;min-width:20rem;border-right:1px solid var(--line)}
#editor[hidden]{display:none}
#tools{display:flex;flex-wrap:wrap;gap:.5rem;padding:.4rem .6rem;border-bottom:1px solid var(--line);background:var(--band)}
#tools select{min-width:0;flex:1}
#notice{flex-basis:100%;margin:0;color:var(--bad)}
#notice:empty{display:none}
#text{flex:1;min-height:0;overflow:hidden;color-scheme:light;background:#fff;color:#1d2731}
.cm-editor{height:100%}
.cm-editor .cm-scroller{font-family:ui-monospace,Consolas,"Noto Sans Mono CJK SC","Microsoft YaHei","Noto Sans SC",monospace}
#view{position:relative;flex:1}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;background:var(--paper)}
iframe[hidden]{display:none}
iframe.waiting{visibility:hidden}
.stale #view{filter:grayscale(1);opacity:.55}
@media (max-width:50rem){main{flex-direction:column}#editor{width:100%;height:45%}}
</style>
</head>
<body>
<header><h1 id="title">预览</h1><div role="tablist" aria-label="看什么"><button role="tab" id="web-tab" aria-controls="view" aria-selected="true">网页</button> <button role="tab" id="pdf-tab" aria-controls="view" aria-selected="false">印出的页（PDF）</button></div><button id="edit" aria-pressed="false">编辑</button><span id="status" role="status">正在打开……</span></header>
<section id="findings" aria-label="问题和提醒"></section>
<main><section id="editor" aria-label="编辑" hidden><div id="tools"><select id="files" aria-label="文件"></select><button id="save">保存（Ctrl+S）</button><button id="reload">重新载入</button><p id="notice" role="alert"></p></div><div id="text"></div></section><section id="view" aria-label="预览"></section></main>
<script src="client.js"></script>
</body>
</html>
`;
