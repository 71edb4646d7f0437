import { FileBytes, type FileObject, type Trailer } from './file-bytes.js';
import { pdfObject } from './pdf-object.js';

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
