import type { BuildRequest } from '../../commands/build-request.js';
import type { Environment } from '../../environment.js';
import { documentsOf } from '../../input/unit-documents.js';
import type { Outcome } from '../../publication/outcome.js';
import type { DepartmentSummary } from './page/department-summary.js';

/** One document to be made by a worker: plain data, as it crosses from thread to thread. */
export interface Task extends BatchDocument {
  readonly request: BuildRequest;
  readonly place: Pick<Environment, 'home' | 'project' | 'folder' | 'machine'>;
  /** Another file of the same department: this one is refused. */
  readonly twin?: string;
  /** A fingerprint of what goes into the document besides its own files. */
  readonly surroundings: string;
}

/** What a worker gives back of it. */
export type TaskOutcome = Omit<BatchOutcome, 'isUnit'>;

/** What became of one document of a batch. */
export interface BatchOutcome extends Omit<Outcome, 'outcome'> {
  /** `kept`: nothing had changed, so it was not made again; `crashed`: the program failed. */
  readonly outcome: Outcome['outcome'] | 'kept' | 'crashed';
  readonly summary?: DepartmentSummary;
  /** What went wrong inside the program, and where. */
  readonly failure?: { readonly message: string; readonly stack?: string };
  readonly milliseconds: number;
  /** The document of a department's unit. */
  readonly isUnit: boolean;
}

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
