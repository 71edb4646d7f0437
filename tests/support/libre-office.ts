import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './build-case.js';

const run = (program: string, options: readonly string[], env: NodeJS.ProcessEnv = process.env): string =>
  execFileSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 28, env, stdio: ['ignore', 'pipe', 'ignore'] });

const BOOKMARKS = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}';

/** LibreOffice measures by the project's own fonts, whatever the machine has. */
function projectFonts(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const content = `<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${join(ROOT, 'fonts')}</dir>`;
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${content}</fontconfig>`);
  return file;
}

/** Word files as LibreOffice's PDFs, all of them by one start of the program; `scratch` is a folder for it alone. */
export function convertWithLibreOffice(paths: readonly string[], scratch: string): string[] {
  mkdirSync(scratch, { recursive: true });
  const profile = `-env:UserInstallation=file://${scratch}/profile`;
  const options = [profile, '--headless', '--norestore', '--convert-to', BOOKMARKS, '--outdir', scratch, ...paths];
  run('soffice', options, { ...process.env, FONTCONFIG_FILE: projectFonts(scratch) });
  return paths.map((path) => join(scratch, basename(path).replace(/docx$/, 'pdf')));
}

/**
 * The printed number of the page on which each entry of the contents landed, in their order. The first of them stands
 * on page 1, whatever precedes it.
 */
export function landedPages(pdf: string): string[] {
  const destinations = run('pdfinfo', ['-dests', pdf]).matchAll(/^\s*(\d+)\s.*Toc(\d+)"/gm);
  const found = [...destinations].map(([, page, bookmark]) => [Number(bookmark), Number(page)] as const);
  const pages = found.sort(([one], [other]) => one - other).map(([, page]) => page);
  return pages.map((page) => String(page - (pages[0] ?? 0) + 1));
}

/** The text of a PDF as it is drawn: the lines of a cell follow each other. */
export const drawnText = (pdf: string): string => run('pdftotext', ['-raw', '-enc', 'UTF-8', pdf, '-']);
