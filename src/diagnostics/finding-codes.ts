import { CHECK_CODES } from './check-codes.js';

/** Every code that a finding can carry, by what finds it. Permanent: retire, never rename, as programs and people keep them. */
export const FINDING_CODES = {
  /** Files that hold no text for us. */
  file: ['file-encoding', 'file-format', 'file-too-large'],
  /** The YAML text itself. */
  yaml: [
    'file-control-character',
    'file-line-too-long',
    'yaml-anchor',
    'yaml-bracket',
    'yaml-colon-in-value',
    'yaml-comment-dropped',
    'yaml-directive',
    'yaml-duplicate-key',
    'yaml-empty',
    'yaml-folded-space',
    'yaml-full-width-colon',
    'yaml-full-width-indent',
    'yaml-indent',
    'yaml-key',
    'yaml-missing-colon',
    'yaml-missing-space',
    'yaml-multiple-documents',
    'yaml-not-a-map',
    'yaml-quote',
    'yaml-reserved-character',
    'yaml-syntax',
    'yaml-tab-indent',
    'yaml-tag',
    'yaml-too-complex',
    'yaml-too-deep',
    'yaml-too-many-items',
    'yaml-torn-number',
  ],
  /** One typed value. */
  value: ['amount-invalid', 'code-invalid', 'date-invalid', 'not-filled-in', 'number-invalid', 'text-invalid'],
  /** A value in its place. */
  place: [
    'choice-invalid',
    'empty-item',
    'empty-key',
    'list-length',
    'missing-key',
    'too-many-mistakes',
    'unknown-key',
    'value-invalid',
    'wrong-type',
  ],
  /** Input that cannot be read at all, or not where it was looked for. */
  input: ['classification-missing', 'data-missing', 'file-missing', 'file-not-regular', 'file-unreadable', 'profile-missing'],
  /** A department with its units, and where their files stand. */
  units: [
    'department-twice',
    'file-name-differs',
    'unit-department-unread',
    'unit-file-missing',
    'unit-file-not-listed',
    'expenses-unsplit',
    'last-year-unsplit',
    'unit-name',
    'unit-not-listed',
    'year-folder-differs',
  ],
  /** A workbook that comes in. */
  workbook: [
    'cell-unreadable',
    'form-cell-outside',
    'form-column-missing',
    'form-column-unknown',
    'form-header-missing',
    'form-in-the-way',
    'form-label-unknown',
    'form-not-read',
    'form-owner-unknown',
    'form-sheet-twice',
    'form-stated-twice',
    'import-cells-differ',
    'import-hidden',
    'import-not-understood',
    'import-sum-differs',
    'import-sums-units',
    'import-target',
    'import-unit',
    'import-untold',
    'workbook-unreadable',
  ],
  /** The lists of codes. */
  lists: ['list-invalid'],
  /** This year beside last year. */
  lastYear: ['previous-year-contradicts', 'previous-year-missing', 'previous-year-other-name', 'stale-year', 'text-unconfirmed'],
  /** The files of a profile. */
  profile: [
    'profile-column-empty',
    'profile-file-missing',
    'profile-form-field',
    'profile-form-grid',
    'profile-file-unused',
    'profile-key-idle',
    'profile-measure-never',
    'profile-measure-without-table',
    'profile-parent-cycle',
    'profile-parent-in-overlay',
    'profile-parent-missing',
    'profile-relation-unknown',
    'profile-row-mixed',
    'profile-row-unplaced',
    'profile-table-name-repeated',
    'profile-tables-repeated',
    'profile-tables-unplaced',
    'profile-unit-missing',
    'profile-unit-stranger',
  ],
  /** The templates of a profile. */
  template: [
    'template-bare-figure',
    'template-block-in-text',
    'template-literal-digits',
    'template-literal-table',
    'template-no-value',
    'template-not-text',
    'template-partial-cycle',
    'template-phrase-misfit',
    'template-required-figure',
    'template-syntax',
    'template-table-in-block',
    'template-too-deep',
    'template-too-long',
    'template-unknown-chart',
    'template-unknown-form',
    'template-unknown-helper',
    'template-unknown-name',
    'template-unknown-partial',
    'template-unknown-table',
    'template-unsupported',
    'template-wrong-kind',
  ],
  /** What the pages cannot show as it should be. */
  page: [
    'cell-too-low',
    'chart-too-large',
    'chart-too-small',
    'figure-torn',
    'font-refused',
    'glyph-missing',
    'page-number-differs',
    'cover-too-tall',
    'row-too-tall',
    'table-header-too-tall',
    'table-too-wide',
    'text-doubled',
    'text-for-unknown-table',
    'text-lost',
  ],
  /** Output that cannot be written. */
  output: ['output-disk-full', 'output-file-open', 'output-in-the-way', 'output-in-use', 'output-not-writable', 'output-unfinished'],
  /** What is said of output all the same. */
  written: ['output-journal-damaged', 'output-left-behind', 'output-name', 'output-not-recovered', 'output-open-elsewhere'],
  /** One command by itself. */
  command: ['acknowledgement-unused', 'init-exists', 'new-year-exists', 'profile-folder-invalid'],
  /** The checks, each by its file. */
  check: CHECK_CODES,
} as const;

export type FindingStage = keyof typeof FINDING_CODES;

/** The codes of some stages; without any, every code. */
export type FindingCode<Stage extends FindingStage = FindingStage> = (typeof FINDING_CODES)[Stage][number];
