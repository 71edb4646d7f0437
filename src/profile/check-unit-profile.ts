import type { Located } from '../definition/load-definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearestWord } from '../plain/nearest-word.js';
import type { ProfileSpec } from './profile-schema.js';

/** 单位方案 must be one of the profiles, or no member unit could be printed; not looked at where these are not known. */
export function checkUnitProfile({ value, locate }: Located<ProfileSpec>, names: readonly string[] | undefined): Diagnostic[] {
  const { 单位方案: name } = value;
  if (name === undefined || !names || names.includes(name)) return [];
  const near = nearestWord(name, names);
  const hint = near === undefined ? `现有方案：${names.join('、')}。所属单位与部门用同一个方案的，不写“单位方案”。` : `是否为“${near}”？`;
  return [{ code: 'profile-unit-missing', severity: 'error', message: `没有“${name}”这个方案。`, at: locate(['单位方案']), hint }];
}
