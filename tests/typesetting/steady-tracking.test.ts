import { describe, expect, test } from 'vitest';
import { breakLines } from '../../src/typesetting/break-lines.js';
import { lineSetting, steadyTracking, tracked } from '../../src/typesetting/line-setting.js';
import { textWidth } from '../../src/typesetting/text-width.js';
import { loadedProfile } from '../support/build-case.js';

const { page, styles } = loadedProfile().layout;
const WIDTH = page.width - page.margins.left - page.margins.right;
const counts = (text: string, tracking: number) => {
  const setting = lineSetting(tracked(styles.body, tracking), WIDTH);
  return [setting, { ...setting, habits: 'word' as const }, { ...setting, habits: 'libreOffice' as const }].map(
    (each) => breakLines(text, each).length,
  );
};

describe('a paragraph that programs would set in different numbers of lines', () => {
  /** A figure that stays with its unit pushes the rest onto another line here, and not there. */
  const FRAGILE =
    '2026年度拟州市砚湖县政务服务中心预算收入总计541.11万元，其中：本年收入541.11万元，上年结转0万元，比上年增加112.72万元，增长26.31%，主要原因是大厅运行工作的范围扩大，相应增加支出；本年单位预算支出总计541.11万元，其中：本年预算安排541.11万元，上年结转0万元，比上年增加112.72万元，增长26.31%，主要原因是新增自助终端项目。';

  test('gets a spacing that nobody sees, with which they agree', () => {
    expect(new Set(counts(FRAGILE, 0)).size).toBeGreaterThan(1);
    const tracking = steadyTracking(FRAGILE, styles.body, WIDTH) ?? 0;
    expect(tracking).not.toBe(0);
    expect(Math.abs(tracking)).toBeLessThanOrEqual(0.5);
    expect(new Set(counts(FRAGILE, tracking)).size).toBe(1);
  });

  test('in whole twips, which Word can store', () => {
    const twips = (steadyTracking(FRAGILE, styles.body, WIDTH) ?? 0) * 20;
    expect(twips).toBeCloseTo(Math.round(twips), 9);
  });
});

test('all others stay as their style has them', () => {
  expect(steadyTracking('负责区政府各类会议的组织实施工作。', styles.body, WIDTH)).toBe(0);
  expect(steadyTracking('负责'.repeat(60), styles.body, WIDTH)).toBe(0);
  expect(steadyTracking('', styles.body, WIDTH)).toBe(0);
});

describe('habits of other programs', () => {
  /** The first line of a text in a column that `fits` just fills. */
  const firstLine = (text: string, fits: string, habits?: 'word' | 'libreOffice') => {
    const width = textWidth(fits, 16, 0) + 1;
    const setting = { width, size: 16, characterSpacing: 0, firstLineIndent: 0, hangingPunctuation: true, ...(habits && { habits }) };
    return text.slice(0, breakLines(text, setting)[0]?.end);
  };

  test('ours keeps a figure with its unit; theirs do not', () => {
    expect(firstLine('收入总计为541.11万元', '收入总计为541.11')).toBe('收入总计为');
    expect(firstLine('收入总计为541.11万元', '收入总计为541.11', 'word')).toBe('收入总计为541.11');
    expect(firstLine('收入总计为541.11万元', '收入总计为541.11', 'libreOffice')).toBe('收入总计为541.11');
  });

  test('LibreOffice lets no mark hang behind a digit', () => {
    expect(firstLine('为了增长到了26%，合计', '为了增长到了26%')).toBe('为了增长到了26%，');
    expect(firstLine('为了增长到了26%，合计', '为了增长到了26%', 'word')).toBe('为了增长到了26%，');
    expect(firstLine('为了增长到了26%，合计', '为了增长到了26%', 'libreOffice')).toBe('为了增长到了');
  });

  test('LibreOffice gives less between the scripts: what it sets on one line, Word does not', () => {
    // Its positions, measured: from 79.5 to 521.1 pt, «。» beside the text area.
    const line = '1,256.01万元，其中基本支出479.46万元，项目支出776.55万元。';
    const setting = { width: 442.2, size: 16, characterSpacing: -0.2, firstLineIndent: 0, hangingPunctuation: true };
    expect(breakLines(line, { ...setting, habits: 'libreOffice' })).toHaveLength(1);
    expect(breakLines(line, { ...setting, habits: 'word' })).toHaveLength(2);
  });
});
