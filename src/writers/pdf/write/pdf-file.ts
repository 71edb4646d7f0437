import type { DocumentMetadata } from '../../../document/document.js';
import { PdfMakeDocumentClass, type PdfReference } from './pdfmake-document.js';
import { PRODUCER, xmpDate, xmpDescriptions } from './xmp.js';

/** PDF/A level of a file; 1b is for the validator of the CI, which knows no other. */
export type Conformance = 'PDF/A-3a' | 'PDF/A-2a' | 'PDF/A-1a' | 'PDF/A-1b';

/** A text string of a PDF object: pdfkit writes plain strings as names, and tells text by the wrapper object. */
export const textString = (text: string): unknown => new String(text);

/** The document class of pdfmake, with metadata of our own: pdfkit's are not escaped and lack the date of change. */
export class PdfFile extends PdfMakeDocumentClass {
  constructor(
    /** Not `metadata`: pdfkit has its own field of that name. */
    private readonly about: DocumentMetadata,
    conformance: Conformance,
  ) {
    super({}, {}, {}, {}, fileOptions(about, conformance));
  }

  override _addInfo(): void {
    this.appendXML(xmpDescriptions(this.about));
  }

  /** Ends the file and gives its bytes. */
  bytes(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Uint8Array[] = [];
      this.on('data', (chunk) => chunks.push(chunk));
      this.on('end', () => resolve(Buffer.concat(chunks)));
      this.on('error', reject);
      this.end();
    });
  }
}

function fileOptions(metadata: DocumentMetadata, conformance: Conformance): Readonly<Record<string, unknown>> {
  // pdfkit wants a Date; the document's own date is the only one in the file.
  const date = new Date(xmpDate(metadata.date));
  return {
    pdfVersion: conformance.startsWith('PDF/A-1') ? '1.4' : '1.7',
    subset: conformance,
    tagged: true,
    displayTitle: true,
    lang: metadata.language,
    bufferPages: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: metadata.title,
      Author: metadata.author,
      Subject: metadata.subject,
      Keywords: metadata.keywords.join(', '),
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: date,
      ModDate: date,
    },
  };
}

export type { PdfReference };
