import { type PdfFile, type PdfReference, textString } from './pdf-file.js';
import { xmpDate } from './xmp.js';

/** A file put into the PDF, such as the data it was made from. */
export interface Attachment {
  readonly name: string;
  /** Media type: `application/json`. */
  readonly type: string;
  readonly description: string;
  readonly data: Uint8Array;
}

/**
 * Files that belong to the document as a whole: ISO 19005-3 §6.8 lets any element of the structure carry them, and the
 * root element stands for all of it. Not pdfkit's attachments: those are also listed for people to open, and a public
 * document that offers a download in its viewer worries its readers.
 */
export function associatedFiles(file: PdfFile, attachments: readonly Attachment[], date: string): PdfReference[] {
  return attachments.map((attachment) => specification(file, attachment, embedded(file, attachment, new Date(xmpDate(date)))));
}

function embedded(file: PdfFile, { type, data }: Attachment, when: Date): PdfReference {
  const stream = file.ref({
    Type: 'EmbeddedFile',
    // A name: the stroke is no character of it.
    Subtype: type.replace('/', '#2F'),
    Params: { CreationDate: when, ModDate: when, Size: data.length },
  });
  stream.end(data);
  return stream;
}

function specification(file: PdfFile, { name, description }: Attachment, stream: PdfReference): PdfReference {
  const reference = file.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: textString(name),
    UF: textString(name),
    Desc: textString(description),
    EF: { F: stream, UF: stream },
  });
  reference.end();
  return reference;
}
