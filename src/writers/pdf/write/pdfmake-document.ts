import { createRequire } from 'node:module';

/** An object of the file. */
export interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  /** Content written so far; without any, the object is no stream. */
  buffer: Uint8Array[];
  /** Whether the content is to be deflated; its filter is already among the data. */
  readonly compress: boolean;
  write(chunk: string | Uint8Array): void;
  /** Writes a last chunk and calls `finalize`. */
  end(chunk?: string | Uint8Array): void;
  /** Writes the object to the file. */
  finalize(): void;
}

export interface PdfPage {
  readonly dictionary: PdfReference;
  readonly height: number;
  /** Fonts among the page's resources, by name. */
  readonly fonts: Record<string, PdfReference>;
  readonly annotations: PdfReference[];
  /** Key of the page in the parent tree. */
  readonly structParentTreeKey: number;
  write(chunk: string): void;
}

/** pdfmake 0.3.11's document class, which is pdfkit 0.19.1's: the part that is used, with a contract test for each. */
export declare class PdfMakeDocument {
  constructor(fonts: object, images: object, patterns: object, attachments: object, options: Readonly<Record<string, unknown>>);
  readonly page: PdfPage;
  /** The catalog. */
  readonly _root: PdfReference;
  /** Title, author and dates; there from `end` on. */
  readonly _info: PdfReference;
  /** One for each object. */
  readonly _offsets: unknown[];
  readonly _id: Uint8Array;
  addPage(options: { readonly size: readonly [number, number] }): this;
  switchToPage(index: number): PdfPage;
  ref(data?: Record<string, unknown>): PdfReference;
  appendXML(xml: string): void;
  getStructTreeRoot(): PdfReference;
  createStructParentTreeNextKey(): number;
  end(): void;
  /** To be called for each object that is finished. */
  _refEnd(reference: PdfReference): void;
  /** Called once all are, after `end`: it would write the cross-reference. */
  _finalize(): void;
  /** Called while the document ends, before the metadata are written. */
  _addInfo(): void;
}

// Required, not imported: bundlers and Node disagree on the default export of a CommonJS module.
const loaded = createRequire(import.meta.url)('pdfmake/js/PDFDocument.js') as { readonly default: typeof PdfMakeDocument };

export const PdfMakeDocumentClass: typeof PdfMakeDocument = loaded.default;
