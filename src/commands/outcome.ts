import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import type { OutputNames } from '../output/file-names.js';

/** A file of a disclosure as it now stands in the output folder. */
export interface WrittenFile {
  readonly format: 'docx' | 'pdf';
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** What became of one department; small enough to keep for sixty of them. */
export interface Outcome {
  /** The department's file as messages show it. */
  readonly input: string;
  readonly names?: OutputNames;
  /** `blocked`: nothing was written because of findings; `failed`: because of the output folder. */
  readonly outcome: 'written' | 'unchanged' | 'failed' | 'blocked' | 'checked';
  readonly files: readonly WrittenFile[];
  readonly pages?: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

export function writtenFile(format: WrittenFile['format'], path: string, bytes: Uint8Array): WrittenFile {
  return { format, path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
