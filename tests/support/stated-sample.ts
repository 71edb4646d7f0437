import { ORIGINAL_YAML, patchYaml } from './build-case.js';

export const STATED_DATES = { approved: '2026-02-06', published: '2026-02-25' };

/**
 * The sample with what its original does not state, so that every sentence and date has something to rest on. The added
 * words are the tests' own, which is why they do not stand in data/.
 */
export const STATED_YAML = patchYaml(
  ORIGINAL_YAML,
  ['部门/所属单位', '无'],
  ['批复日期', STATED_DATES.approved],
  ['公开日期', STATED_DATES.published],
  ['三公经费', '无'],
  ['增减原因/机关运行经费', '落实过紧日子要求，压减办公费、印刷费等日常公用支出'],
);
