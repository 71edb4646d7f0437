import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentToHtml } from '../../src/writers/html/index.js';
import { EXAMPLES, pairOf, writePair } from '../support/examples.js';
import { textDifferences } from '../support/three-ways.js';

/** .ci/run names a folder, and gives the pairs in it to further checks. */
const folder = process.env.EXAMPLES ?? mkdtempSync(join(tmpdir(), 'examples-'));
mkdirSync(folder, { recursive: true });

/** Errors that Microsoft's Open XML SDK finds. */
function sdkErrors(path: string, officeVersion: string): unknown {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  return JSON.parse(execFileSync('node_modules/.bin/ooxml-validator', [path, '--officeVersion', officeVersion], options)).errors;
}

describe.each(EXAMPLES)('%s', (name, make) => {
  it('is written without findings, says the same three times, and the Open XML SDK finds nothing wrong', async () => {
    const document = make();
    const pair = await pairOf(document);
    expect(pair.layout.findings).toEqual([]);
    expect(await textDifferences(document, { ...pair, page: documentToHtml(document) })).toEqual([]);
    const { docx } = writePair(folder, name, pair);
    for (const version of ['Office2019', 'Microsoft365']) expect(sdkErrors(docx, version)).toEqual([]);
  });
});
