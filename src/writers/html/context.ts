import type { Document } from '../../document/document.js';
import type { Glossary } from './glossary.js';
import type { OriginBook } from './origin-book.js';

/** What a page is written with; made fresh for each. */
export interface Context {
  readonly document: Document;
  readonly origins: OriginBook;
  readonly glossary: Glossary;
}
