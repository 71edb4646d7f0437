import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { sampleDocument } from '../../support/sample-document.js';
import { tablesOnly } from './documents.js';
import { labelsOf, openDocx } from './support.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

const write = (document = sampleDocument()): Promise<Uint8Array> => documentToDocx(document, labelsOf(document));
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the same bytes', () => {
  it('in two runs, and after other documents in the same process', async () => {
    const first = digest(await write());
    await write(tablesOnly(20));
    expect(digest(await write())).toBe(first);
  });

  it('in other processes and time zones', async () => {
    const script = fileURLToPath(new URL('./digest.mjs', import.meta.url));
    const inZone = (TZ: string): string =>
      execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8' }).trim();
    const zones = ['Asia/Shanghai', 'America/New_York'].map(inZone);
    expect(zones).toEqual([zones[0], zones[0]]);
    expect(zones[0]).toBe(digest(await write()));
  });

  it('with no date but that of publication', async () => {
    const bytes = await write();
    const text = Object.entries(openDocx(bytes))
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, data]) => new TextDecoder().decode(data))
      .join('');
    expect([...new Set(text.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g))]).toEqual(['2026-02-10T00:00:00Z']);
  });
});
