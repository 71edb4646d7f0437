import { basename } from 'node:path';
import { locateSource } from '../../definition/definition.js';
import { type Diagnostic, inOrder, type SourceLocation } from '../../diagnostics/diagnostic.js';
import { type FigureRecord, placeOfStated } from '../../document/figure.js';
import type { Environment } from '../../environment.js';
import { DISTRICT_FILE, YAML } from '../../input/places.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import { isUnitFile } from '../../input/unit-documents.js';
import { makeDisclosure } from '../../pipeline.js';
import type { Disclosure } from '../../publication/disclosure.js';
import { EDITIONS } from '../../publication/editions.js';

/** What the browser shows: of a file that is broken for now the last good page, and what is wrong with the file. */
export interface Shown {
  readonly version: number;
  /** The page is that of the files as they stand. */
  readonly current: boolean;
  readonly title: string;
  readonly milliseconds: number;
  readonly pages?: number;
  readonly findings: readonly Diagnostic[];
  /** Files that this document is typed in, as messages show them. */
  readonly files: readonly string[];
  /** Where the figures of an entry of the page's 由来 are typed, by the entry's id. */
  readonly places: Readonly<Record<string, readonly TypedPlace[]>>;
}

export interface TypedPlace extends SourceLocation {
  readonly label: string;
}

/** One department that is being looked at. */
export interface Session {
  readonly shown: () => Shown;
  readonly page: () => string;
  readonly pdf: () => Promise<Uint8Array | undefined>;
  /** Makes it again from the files as they stand; `changed` are the paths that were saved. */
  readonly rebuild: (changed: readonly string[]) => Promise<void>;
  readonly onChange: (listener: () => void) => () => void;
}

/** Built, and of the last good one what can be shown. */
interface State {
  readonly shown: Shown;
  readonly page: string;
  readonly pdf: () => Promise<Uint8Array | undefined>;
}

const NOTHING: State = {
  shown: { version: 0, current: false, title: '', milliseconds: 0, findings: [], files: [], places: {} },
  page: '',
  pdf: async () => undefined,
};

export async function openSession(path: string, environment: Environment): Promise<Session> {
  let state = NOTHING;
  let shelf = makeShelf(environment);
  let queue: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();
  const build = async (changed: readonly string[]) => {
    if (isUnitFile(path) || !changed.every(isDepartment)) shelf = freshShelf(shelf, environment);
    state = await nextState(state, path, shelf, environment);
    for (const listener of listeners) listener();
  };
  const rebuild = (changed: readonly string[]) => {
    const next = queue.then(() => build(changed));
    queue = next.catch(() => undefined);
    return next;
  };
  await rebuild([]);
  return {
    shown: () => state.shown,
    page: () => state.page,
    pdf: () => state.pdf(),
    rebuild,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A department's own file is read each time; all else stands on the shelf, a unit's department too. */
const isDepartment = (path: string): boolean =>
  YAML.test(path) && basename(path) !== DISTRICT_FILE && !/[\\/](?:单位|方案|templates)[\\/]/.test(path);

/** Read anew but for the fonts, which nobody edits. */
function freshShelf(old: Shelf, environment: Environment): Shelf {
  return { ...makeShelf(environment), faces: () => old.faces() };
}

async function nextState(last: State, path: string, shelf: Shelf, environment: Environment): Promise<State> {
  const started = environment.clock();
  const disclosure = await makeDisclosure(path, {}, shelf, environment);
  const { document, layout, sources } = disclosure;
  const made = document && layout ? await editions(disclosure) : { page: last.page, pdf: last.pdf, places: last.shown.places };
  const findings = inOrder(
    disclosure.diagnostics,
    sources.map(({ file }) => file),
  );
  const shown: Shown = {
    version: last.shown.version + 1,
    current: document !== undefined && layout !== undefined,
    title: document?.metadata.title ?? last.shown.title,
    milliseconds: Math.round(environment.clock() - started), // ok: a duration
    findings,
    files: typedFiles(disclosure),
    places: made.places,
    ...(layout && { pages: layout.pageCount }),
  };
  return { shown, page: made.page, pdf: made.pdf };
}

/** Templates are other people's work; what an accountant types are the files of the year. */
const typedFiles = ({ sources, input }: Disclosure): readonly string[] => [
  ...new Set([input, ...sources.map(({ file }) => file).filter((file) => YAML.test(file) && !file.includes('templates/'))]),
];

async function editions(disclosure: Disclosure): Promise<Pick<State, 'page' | 'pdf'> & { readonly places: Shown['places'] }> {
  const { document, definition, layout, names } = disclosure;
  if (!document || !definition || !layout) throw new Error('nothing to show');
  const { documentToHtml } = await import('../../writers/html/index.js');
  const settled = { document, definition, layout, stem: names?.stem ?? '预览' };
  const pdf = EDITIONS.find(({ suffix }) => suffix === '.pdf');
  let rendered: Promise<Uint8Array> | undefined;
  return {
    page: documentToHtml(document),
    places: await typedPlaces(disclosure),
    pdf: async () => {
      rendered ??= pdf?.make(settled);
      return rendered;
    },
  };
}

/** Of a sum of hundreds the first few lines lead on. */
const PLACES = 8;

async function typedPlaces({ document, definition }: Disclosure): Promise<Shown['places']> {
  if (!document || !definition) return {};
  const { entryFigures } = await import('../../writers/html/index.js');
  const located = (record: FigureRecord): TypedPlace[] => {
    if (record.origin.kind !== 'stated') return [];
    const at = locateSource(definition, placeOfStated(record.origin.path));
    return at ? [{ ...at, label: record.label }] : [];
  };
  const leaves = (id: string, room: number): TypedPlace[] => {
    const record = document.figures[id];
    if (!record || room <= 0) return [];
    if (record.origin.kind === 'stated') return located(record);
    const found: TypedPlace[] = [];
    for (const input of record.origin.inputs) if (found.length < room) found.push(...leaves(input, room - found.length));
    return found;
  };
  return Object.fromEntries([...entryFigures(document)].map(([entry, figure]) => [entry, leaves(figure, PLACES)]));
}
