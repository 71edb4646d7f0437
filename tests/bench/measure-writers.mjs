// One document set and written as PDF and as Word by a program's writers: measure-writers.mjs PROGRAM DOCUMENT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [program, file] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(program, 'dist', 'writers', name, 'index.js')).href);
const { layoutPdf, loadFonts } = await load('pdf');
const { documentToDocx } = await load('docx');
const document = JSON.parse(readFileSync(file, 'utf8'));
const layout = layoutPdf(document, loadFonts(join(program, 'fonts')));
const [pdf, word] = await Promise.all([layout.render(), documentToDocx(document, layout.pageLabels)]);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const processor = (userCPUTime + systemCPUTime) / 1000;
console.log(JSON.stringify({ memory: maxRSS / 1024, processor, pages: layout.pageCount, sizes: { pdf: pdf.length, docx: word.length } }));
