import type { KeyNotes } from './key-note.js';
import { CHECK_NOTES } from './of-checks.js';
import { FORM_NOTES, WHOLE_FORM_NOTES } from './of-form.js';
import { IMPORT_NOTES } from './of-import.js';
import { LAYOUT_NOTES } from './of-layout.js';
import { MEASURE_NOTES } from './of-measure.js';
import { PROFILE_NOTES } from './of-profile.js';
import { TABLE_NOTES } from './of-table.js';

/**
 * The words of the reference for every key of a profile's files, by file and by path. A test holds them against the
 * schemas both ways: no key without words, no words without a key.
 */
export const KEY_NOTES = {
  '方案.yaml': PROFILE_NOTES,
  '报表/*.yaml': TABLE_NOTES,
  '绩效目标表.yaml': FORM_NOTES,
  '整体绩效目标表.yaml': WHOLE_FORM_NOTES,
  '版式.yaml': LAYOUT_NOTES,
  '核对.yaml': CHECK_NOTES,
  '导入.yaml': IMPORT_NOTES,
  取数: MEASURE_NOTES,
} as const satisfies Readonly<Record<string, KeyNotes>>;
