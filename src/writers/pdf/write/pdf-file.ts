import type { DocumentMetadata } from '../../../document/document.js';
import { deflated } from '../../compressed.js';
import { compactFile } from './compact-file.js';
import { FileBytes, type FileObject, type Trailer } from './file-bytes.js';
import { pdfObject } from './pdf-object.js';
import { PdfMakeDocumentClass, type PdfReference } from './pdfmake-document.js';
import { PRODUCER, xmpDate, xmpDescriptions } from './xmp.js';

/** PDF/A level of a file; 1b is for the validator of the CI, which knows no other. */
export type Conformance = 'PDF/A-3a' | 'PDF/A-2a' | 'PDF/A-1a' | 'PDF/A-1b';

/** A text string of a PDF object: pdfkit writes plain strings as names, and tells text by the wrapper object. */
export const textString = (text: string): unknown => new String(text);

/** PDF/A-1 is PDF 1.4: no file attached, no objects packed. */
export const isFirstPart = (conformance: Conformance): boolean => conformance.startsWith('PDF/A-1');

/**
 * The document class of pdfmake, with metadata of our own: pdfkit's are not escaped and lack the date of change. Its objects
 * are gathered and put together by us: pdfkit would write each of them by itself, and compress on this thread.
 */
export class PdfFile extends PdfMakeDocumentClass {
  private readonly objects: Array<FileObject | Promise<FileObject>> = [];
  private complete = false;

  constructor(
    /** Not `metadata`: pdfkit has its own field of that name. */
    private readonly about: DocumentMetadata,
    private readonly conformance: Conformance,
  ) {
    super({}, {}, {}, {}, fileOptions(about, conformance));
  }

  override ref(data?: Record<string, unknown>): PdfReference {
    const reference = super.ref(data);
    reference.finalize = () => this.gather(reference);
    return reference;
  }

  /** A number for an object that is put into the file as text. */
  reserve(): number {
    return this._offsets.push(null);
  }

  put(id: number, text: string): void {
    this.objects.push({ id, text });
  }

  private gather(reference: PdfReference): void {
    const { id, data, buffer, compress } = reference;
    const content = Buffer.concat(buffer);
    if (buffer.length === 0) this.objects.push({ id, text: pdfObject(data) });
    else this.objects.push(compress ? deflated(content).then((packed) => ({ id, data, content: packed })) : { id, data, content });
    reference.buffer = [];
    this._refEnd(reference);
  }

  override _addInfo(): void {
    this.appendXML(xmpDescriptions(this.about));
  }

  /** Called when every object has been ended. */
  override _finalize(): void {
    this.complete = true;
  }

  /** Ends the file and gives its bytes. */
  async bytes(): Promise<Uint8Array> {
    this.end();
    if (!this.complete) throw new Error('a PDF with objects that were never ended');
    const objects = await Promise.all(this.objects);
    const trailer = { Size: this._offsets.length + 1, Root: this._root, Info: this._info, ID: [this._id, this._id] };
    return isFirstPart(this.conformance) ? plainFile(objects, trailer) : compactFile(objects, trailer);
  }
}

function fileOptions(metadata: DocumentMetadata, conformance: Conformance): Readonly<Record<string, unknown>> {
  // pdfkit wants a Date; the document's own date is the only one in the file.
  const date = new Date(xmpDate(metadata.date));
  return {
    pdfVersion: isFirstPart(conformance) ? '1.4' : '1.7',
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

/** A file of PDF 1.4, which PDF/A-1 wants: each object by itself, and a table of where they begin. */
export function plainFile(objects: readonly FileObject[], trailer: Trailer): Uint8Array {
  const file = new FileBytes('1.4');
  for (const object of objects) file.addObject(object);
  const start = file.offset;
  file.add(`xref\n0 ${trailer.Size}\n0000000000 65535 f \n`);
  for (let id = 1; id < trailer.Size; id += 1) file.add(`${String(file.offsets.get(id)).padStart(10, '0')} 00000 n \n`);
  file.add(`trailer\n${pdfObject(trailer)}\n`);
  return file.end(start);
}
