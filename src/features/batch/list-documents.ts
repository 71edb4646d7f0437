import type { Environment } from '../../environment.js';
import { documentsOf } from '../../input/unit-documents.js';

/** One document of a batch: a department's own, or one of its units'. */
export interface BatchDocument {
  readonly path: string;
  /** The file of the department that lists the unit; none for a department. */
  readonly department?: string;
}

/** Every department's document and those of its units, each file once. */
export function listDocuments(departments: readonly string[], environment: Environment): BatchDocument[] {
  const documents = new Map<string, BatchDocument>();
  for (const department of departments) {
    documents.set(department, { path: department });
    const units = documentsOf(department, environment).slice(1);
    for (const path of units) if (!documents.has(path)) documents.set(path, { path, department });
  }
  return [...documents.values()];
}
