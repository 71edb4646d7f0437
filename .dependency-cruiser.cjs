const { readdirSync } = require('node:fs');
const { join } = require('node:path');

// Imports point backwards only: what comes later in the flow may know what came before, never the other way round.
const VOCABULARY = ['document', 'money', 'diagnostics', 'typesetting', 'html', 'plain', 'spreadsheet'];
const SHARED_BY_WRITERS = ['writers/zip.ts', 'writers/official-faces.ts'];
/** What each stage's folder may import, besides itself and the vocabulary. */
const STAGES = {
  definition: [],
  budget: ['definition'],
  profile: ['definition', 'budget'],
  'previous-year': ['definition', 'budget'],
  checks: ['definition', 'budget', 'profile', 'tables', 'narrative'],
  tables: ['definition', 'budget', 'profile'],
  narrative: ['definition', 'budget', 'profile', 'tables'],
  compose: ['definition', 'budget', 'profile', 'tables', 'narrative'],
  'writers/docx': SHARED_BY_WRITERS,
  'writers/pdf': ['writers/zip.ts'],
  'writers/html': [],
  'writers/xlsx': SHARED_BY_WRITERS,
  output: [],
  input: ['environment.ts', 'definition', 'profile', 'previous-year', 'writers/pdf'],
  publication: [
    'environment.ts',
    'definition',
    'budget',
    'profile',
    'previous-year',
    'tables',
    'narrative',
    'checks',
    'input',
    'output',
    'writers/zip.ts',
    'writers/docx',
    'writers/pdf',
    'writers/html',
    'writers/xlsx',
  ],
  commands: ['environment.ts', 'definition', 'input', 'output', 'publication', 'features/[^/]+/arguments.ts'],
};
/** What features have from each other, where they have something; they know all stages. */
const FROM_EACH_OTHER = {
  'build-doc': ['batch', 'check-templates', 'preview'],
  batch: ['report'],
  init: ['schema'],
  doctor: ['schema'],
  guide: ['init'],
  preview: ['schema'],
  import: ['excel', 'roll-over'],
  'check-templates': ['guide', 'init'],
  schema: ['guide'],
  'new-profile': ['schema'],
};
/** Files of features that meet the disk; the others are handed what they need. */
const HANDS_OF_FEATURES = [
  '^src/features/report/report-files\\.ts$',
  '^src/features/[^/]+/command\\.ts$',
  '^src/features/batch/[^/]+\\.ts$',
  '^src/features/roll-over/new-year-files\\.ts$',
  '^src/features/import/(export-content|target)\\.ts$',
  '^src/features/excel/profile-asks\\.ts$',
  '^src/features/doctor/see-program\\.ts$',
  '^src/features/menu/begin\\.ts$',
  '^src/features/preview/(server|session|watch|edited-file)\\.ts$',
];

const folders = (names) => names.map((name) => (name.endsWith('.ts') ? `^src/${name.replaceAll('.', '\\.')}$` : `^src/${name}/`));

const stageRules = Object.entries(STAGES).map(([stage, earlier]) => ({
  name: `${stage.replace('/', '-')}-imports-backwards`,
  comment: `src/${stage}/ may import ${[...earlier, ...VOCABULARY].join(', ')} only.`,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: { path: '^src/', pathNot: folders([stage, ...earlier, ...VOCABULARY]) },
}));

const featureRules = readdirSync(join(__dirname, 'src/features'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, FROM_EACH_OTHER[name] ?? []])
  .map(([feature, others]) => ({
    name: `feature-${feature}-stands-alone`,
    comment: `src/features/${feature}/ knows of other features: ${others.join(', ') || 'none'}.`,
    severity: 'error',
    from: { path: `^src/features/${feature}/` },
    to: { path: '^src/features/', pathNot: [feature, ...others].map((name) => `^src/features/${name}/`) },
  }));

module.exports = {
  forbidden: [
    ...stageRules,
    ...featureRules,
    {
      name: 'pipeline-above-stages',
      comment: 'The conductor knows every stage and the report; only features call it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/features/' },
      to: { path: '^src/pipeline\\.ts$' },
    },
    {
      name: 'pipeline-below-features',
      comment: 'Of the features the conductor knows the report alone, which is one of the files.',
      severity: 'error',
      from: { path: '^src/pipeline\\.ts$' },
      to: { path: '^src/(commands|features)/', pathNot: '^src/features/report/' },
    },
    {
      name: 'vocabulary-imports-no-stage',
      comment: `${VOCABULARY.join(', ')} are words that every stage uses; they know no stage.`,
      severity: 'error',
      from: { path: folders(VOCABULARY) },
      to: { path: '^src/', pathNot: folders(VOCABULARY) },
    },
    {
      name: 'no-circular',
      comment:
        'A cycle has no beginning: move what both need into a third file. Of types, too: what two files say of each other is one thing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'stages-read-no-files',
      comment:
        'Files, fonts and the clock are passed in; only the command line, the output and the fonts touch the disk. Whether this is a thread may be asked.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/cli\\.ts$',
          '^src/start\\.mjs$',
          '^src/bundle/',
          '^src/package/',
          '^src/environment\\.ts$',
          '^src/commands/',
          '^src/input/',
          '^src/publication/outcome\\.ts$',
          ...HANDS_OF_FEATURES,
          '^src/output/',
          '^src/writers/pdf/fonts/',
        ],
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|module|zlib|util|worker_threads)$' },
    },
    {
      name: 'writers-loaded-late',
      comment: 'Fonts and libraries of the writers take a quarter of a second: help and bad YAML are answered without them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/writers/' },
      to: { path: '^src/writers/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'not-to-dev-dependency',
      comment: 'What users run is installed without the tools of developers.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(package/|bundle/(make|bundle|preview)\\.mjs$|features/preview/client/)' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing uses this file.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.m?ts$', '^src/start\\.mjs$', '^src/features/preview/client/main\\.ts$'] },
      to: {},
    },
    { name: 'not-to-unresolvable', comment: 'There is no such file.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
