import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseArguments } from '../../src/commands/arguments/parse-arguments.js';
import { parseClassifications } from '../../src/definition/classifications.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { type Diagnostic, hasErrors } from '../../src/diagnostics/diagnostic.js';
import { printDiagnostics } from '../../src/diagnostics/print.js';
import { textToRecord } from '../../src/features/batch/page/entry.js';
import { readProfileFiles } from '../../src/input/read-files.js';
import { recoverAll, writeTogether } from '../../src/output/write-together.js';
import { buildDocument } from '../../src/pipeline.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { CLASSIFICATIONS } from '../support/classifications.js';
import { inMemory } from './folder.js';
import { hostile } from './mutations.js';
import { requests } from './requests.js';
import { workbooks } from './workbooks.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const DEPARTMENT = read('data/2026/003-朔州市平鲁区人民政府办公室.yaml');
const DISTRICT = read('data/2026/区县.yaml');
const PROFILE = readProfileFiles(join(ROOT, 'templates/shanxi'));
const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

/** What became of one input. */
export interface Tried {
  readonly said: readonly Diagnostic[];
  /** In a word, for the figures. */
  readonly outcome: string;
  /** What a message names where it has no place in a text: files on the disk. */
  readonly names?: readonly string[];
}

/** One kind of input that somebody may spoil: how to make one, and what is done with it. */
export interface Target {
  readonly input: fc.Arbitrary<unknown>;
  readonly run: (input: never) => Promise<Tried> | Tried;
}

const target = <T>(input: fc.Arbitrary<T>, run: (input: T) => Promise<Tried> | Tried): Target => ({ input, run });

const classifications = parseClassifications(CLASSIFICATIONS).value;
const definition = loadDefinition(file('部门.yaml', DEPARTMENT), file('区县.yaml', DISTRICT));
const profile = loadProfile('templates/shanxi', PROFILE);

// What is refused before it is spoilt shows nothing.
if (!buildDocument({ definition, profile, classifications }).document) throw new Error('the unspoilt files give no document');

/** Takes what was read through every stage up to the document and its checks, and prints what was found. */
function build(materials: Parameters<typeof buildDocument>[0]): Tried {
  const { diagnostics, sources, document } = buildDocument(materials);
  printDiagnostics(diagnostics, sources, { color: false });
  const taken = diagnostics.length > 0 ? 'taken with reminders' : 'taken';
  return { said: diagnostics, outcome: !document ? 'refused when read' : hasErrors(diagnostics) ? 'refused by checks' : taken };
}

/** A file of the profile, spoilt. */
function withProfileFile([path, text]: readonly [string, string]): Tried {
  const files = new Map([...PROFILE, [path, Buffer.from(text)] as const]);
  return build({ definition, profile: loadProfile('templates/shanxi', files), classifications });
}

const profileFiles = (ending: string) =>
  [...PROFILE].filter(([path]) => path.endsWith(ending)).map(([path, bytes]) => [path, Buffer.from(bytes).toString()] as const);
const spoiltFile = (ending: string) =>
  fc.constantFrom(...profileFiles(ending)).chain(([path, text]) => hostile(text).map((spoilt) => [path, spoilt] as const));

/** Journals, locks and records that a folder may hold. */
const leftover = fc.tuple(
  fc.constantFrom('.commit.json', '.undo.json', '.lock', '.lock-takeover', '.new-a.docx', '.old-a.pdf', '.build.json'),
  fc.oneof(
    hostile('[{"name":"a.docx","replaces":true},{"name":"a.pdf","replaces":false}]'),
    fc.json(),
    fc.string({ unit: 'binary', maxLength: 40 }),
  ),
);

const WORDS = [
  'build-doc',
  'check',
  'explain',
  'compare',
  'init',
  'new-year',
  'guide',
  '--year',
  '--out',
  '--draft',
  '--workers',
  '--format',
  '003',
  '2026',
  '=',
  '--',
];

/** What there is to spoil. */
export const TARGETS: Readonly<Record<string, Target>> = {
  'a department’s YAML': target(hostile(DEPARTMENT), (text) =>
    build({ definition: loadDefinition(file('部门.yaml', text), file('区县.yaml', DISTRICT)), profile, classifications }),
  ),
  'a district’s YAML': target(hostile(DISTRICT), (text) =>
    build({ definition: loadDefinition(file('部门.yaml', DEPARTMENT), file('区县.yaml', text)), profile, classifications }),
  ),
  'bytes in place of YAML': target(fc.uint8Array({ maxLength: 300 }), (bytes) =>
    build({ definition: loadDefinition({ name: '部门.yaml', bytes }, file('区县.yaml', DISTRICT)), profile, classifications }),
  ),
  'a YAML file of the profile': target(spoiltFile('.yaml'), withProfileFile),
  'a template': target(spoiltFile('.hbs'), withProfileFile),
  'a code list': target(
    fc
      .constantFrom(...Object.entries(CLASSIFICATIONS.lists))
      .chain(([name, { name: shown, bytes }]) => hostile(Buffer.from(bytes).toString()).map((text) => [name, file(shown, text)] as const)),
    ([name, list]) => {
      const lists = parseClassifications({ ...CLASSIFICATIONS, lists: { ...CLASSIFICATIONS.lists, [name]: list } });
      return lists.value
        ? build({ definition, profile, classifications: lists.value })
        : { said: lists.diagnostics, outcome: 'refused when read' };
    },
  ),
  'what a killed run left': target(fc.array(leftover, { maxLength: 4 }), async (files) => {
    const folder = inMemory(files);
    for (const [, text] of files) textToRecord(text);
    const said = await recoverAll(folder.base, folder.context);
    const outputs = [file('a.docx', 'Word'), file('a.pdf', 'PDF')];
    const { diagnostics, outcome } = await writeTogether(folder.base, folder.folders, outputs, folder.context);
    folder.expectUntouched(outcome);
    return { said: [...said, ...diagnostics], outcome, names: [folder.base] };
  }),
  'a command line': target(
    fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 }),
    (argv) => {
      const { command } = parseArguments(argv);
      return { said: [], outcome: command === 'wrong-use' || command === 'show' ? command : 'understood' };
    },
  ),
  'a workbook': workbooks,
  'a request to the preview': requests,
};
