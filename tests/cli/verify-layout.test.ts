import { expect, test, vi } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { verifiedLayout } from '../../src/publication/disclosure.js';
import { sampleDocument } from '../support/sample-document.js';
import { layout } from '../writers/pdf/support.js';
import { commandLine, testEnvironment, testProject } from './command-line.js';

// The model of Word takes seconds, and other work may share the machine.
vi.setConfig({ testTimeout: 120_000 });

const NONE: readonly Diagnostic[] = [];

test('--verify-layout says in one line that Word and PDF agree', async () => {
  const { stderr, exitCode } = await commandLine(testProject(), ['check', '003', '--verify-layout']);
  expect(stderr).toMatch(/^目录的页码：按 Word 的排版方法推算，\d+ 项都与 PDF 相同。$/m);
  expect(exitCode).toBe(0);
});

test('each entry that lands elsewhere is a reminder with both pages', async () => {
  const document = sampleDocument();
  const laidOut = layout(document);
  const environment = testEnvironment(testProject());
  const { diagnostics: known } = await verifiedLayout({ input: '', document, layout: laidOut, diagnostics: NONE }, environment);
  const pageLabels = new Map([...laidOut.pageLabels, ['part-1', '9']]);
  const read = { input: '', document, layout: { ...laidOut, pageLabels }, diagnostics: NONE };
  const { diagnostics, agreed } = await verifiedLayout(read, environment);
  expect(agreed).toBeUndefined();
  expect(diagnostics.filter((one) => !known.some((other) => other.message === one.message))).toEqual([
    {
      code: 'page-number-differs',
      severity: 'warning',
      message: '目录中的“第一部分　概况”，PDF 在第 9 页，按 Word 的排版方法推算在第 1 页。',
      hint: '推算不等于 Word：请在 Word 中看这一页，确实不同就在目录上按 F9，选“只更新页码”。',
    },
  ]);
});
