// The same Document through plain pdfmake, as one would write it without an engine of one's own: for the benchmark.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Printer = require('pdfmake/js/Printer').default;
const _URLResolver = require('pdfmake/js/URLResolver').default;
const F = process.env.FONTS ?? new URL('../../../fonts/', import.meta.url).pathname;
export const fontDefs = {
  宋: { normal: `${F}NotoSerifSC-Regular.subset.ttf` },
  小标宋: { normal: `${F}NotoSerifSC-Bold.subset.ttf` },
  黑: { normal: `${F}NotoSansSC-Medium.subset.ttf` },
  仿宋: { normal: `${F}FandolFang-Regular.subset.ttf` },
  楷: { normal: `${F}FandolKai-Regular.subset.ttf` },
};
const text = (c) => c.map((i) => i.text).join('');
export function toDefinition(doc) {
  const L = doc.layout;
  const st = (n) => {
    const s = L.styles[n];
    return {
      font: s.face,
      fontSize: s.size,
      lineHeight: Math.max(0.8, s.linePitch / s.size / 1.3),
      alignment: s.align === 'centre' ? 'center' : s.align,
      leadingIndent: s.firstLineIndent * s.size,
      marginLeft: s.leftIndent * s.size,
    };
  };
  const content = [];
  let _first = true;
  for (const sec of doc.sections) {
    const blocks = [];
    for (const b of sec.blocks) {
      if (b.type === 'heading') {
        blocks.push({
          text: text(b.content),
          id: b.id,
          ...st(b.style),
          ...(b.tocText ? { tocItem: true } : {}),
          outline: true,
          outlineText: text(b.content),
        });
      } else if (b.type === 'list') b.items.forEach((i) => blocks.push({ text: i.label + text(i.content), ...st(b.style) }));
      else if (b.type === 'paragraph') blocks.push({ text: text(b.content), ...st(b.style) });
      else if (b.type === 'cover') b.lines.forEach((l) => blocks.push({ text: text(l.content), ...st(l.style) }));
      else if (b.type === 'toc') blocks.push({ toc: { title: { text: b.title, ...st('tocTitle') } } });
      else if (b.type === 'tableTitle') {
        if (b.label)
          blocks.push({ text: b.label, ...st('tableLabel'), ...(b.pageBreakBefore && blocks.length ? { pageBreak: 'before' } : {}) });
        blocks.push({ text: text(b.title), ...st('tableTitle'), tocItem: true });
        blocks.push({
          columns: [
            { text: b.left, ...st('tableInfo') },
            { text: b.right, ...st('tableInfo'), alignment: 'right' },
          ],
        });
      } else if (b.type === 'table') {
        const n = b.columnWidths.length;
        const body = b.rows.map(() =>
          Array(n)
            .fill(null)
            .map(() => ({})),
        );
        b.rows.forEach((r, ri) =>
          r.cells.forEach((c) => {
            body[ri][c.column] = {
              text: text(c.content),
              ...st(c.style),
              ...(c.columnSpan > 1 ? { colSpan: c.columnSpan } : {}),
              ...(c.rowSpan > 1 ? { rowSpan: c.rowSpan } : {}),
              verticalAlignment: 'middle',
            };
          }),
        );
        blocks.push({
          table: {
            headerRows: b.headerRows,
            widths: b.columnWidths.map((w) => w - 7),
            heights: b.rows.map((r) => r.height - 6),
            dontBreakRows: true,
            body,
          },
        });
      } else if (b.type === 'chart') {
        let a = 0;
        const tot = b.slices.reduce((s, x) => s + Number(x.amount.value), 0);
        let svg = `<svg width="${b.width}" height="${b.height}" viewBox="0 0 ${b.width} ${b.height}">`;
        b.slices.forEach((s, i) => {
          const f = Number(s.amount.value) / tot;
          const p = (t) => `${110 + 90 * Math.sin(t * 6.283)} ${105 - 90 * Math.cos(t * 6.283)}`;
          svg += `<path d="M110 105 L${p(a)} A90 90 0 ${f > 0.5 ? 1 : 0} 1 ${p(a + f)}Z" fill="#${['1F4E79', 'D9A441', '8E2F2F', '9DB7CC'][i % 4]}"/><text x="230" y="${60 + i * 20}" font-family="宋" font-size="10">${s.label} ${s.amount.text} ${s.share.text}</text>`;
          a += f;
        });
        blocks.push({ svg: `${svg}</svg>` });
      }
    }
    const m = sec.orientation === 'portrait' ? L.page.margins : L.page.landscapeMargins;
    content.push({ section: blocks, pageOrientation: sec.orientation, pageMargins: [m.left, m.top, m.right, m.bottom] });
    _first = false;
  }
  return {
    pageSize: 'A4',
    content,
    defaultStyle: { font: '宋', fontSize: 10.5 },
    info: { title: doc.metadata.title },
    footer: (n) => ({ text: `— ${n} —`, alignment: 'center' }),
    images: {},
  };
}
export async function stock(doc) {
  const p = new Printer(fontDefs, undefined, { resolve() {}, resolved: () => Promise.resolve() });
  const pdf = await p.createPdfKitDocument(toDefinition(doc), {});
  return new Promise((r) => {
    const c = [];
    pdf.on('data', (x) => c.push(x));
    pdf.on('end', () => r(Buffer.concat(c)));
    pdf.end();
  });
}
