import { join } from 'node:path';
import { parseYaml } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import type { OwnDeclarations } from '../../definition/schema/own-data.js';
import { DISTRICT_FILE } from '../../input/places.js';
import { readInputFile } from '../../input/read-files.js';
import type { Shelf } from '../../input/shelf.js';
import { districtFolder } from '../../input/unit-documents.js';
import { valueAt } from './form-tree.js';

/** The name of the profile that a department's file or its district's has; the file itself need not be there yet. */
export function statedProfile(department: string): string | undefined {
  for (const path of [department, join(districtFolder(department), DISTRICT_FILE)]) {
    const { value } = readInputFile(path, path);
    const { text } = value ? readSource(value.bytes, value.name) : { text: undefined };
    const name = text && valueAt(parseYaml(text).tree?.value, ['方案']);
    if (typeof name === 'string') return name;
  }
  return undefined;
}

/** First- and second-level indicators that a profile prints, by the key under which they are filled in; any where it names none. */
export type IndicatorLevels = Readonly<Record<string, Readonly<Record<string, readonly string[]>> | undefined>>;

/** What the profile of a department asks for besides the schema; nothing where it cannot be read. */
export interface ProfileAsks {
  /** Lists (明细) and fields (自有数据). */
  readonly declared: OwnDeclarations;
  readonly indicators: IndicatorLevels;
}

export function profileAsks(department: string, shelf: Shelf): ProfileAsks {
  const profile = shelf.profile(statedProfile(department) ?? '', districtFolder(department)).value;
  const { 明细 = {}, 自有数据 = {} } = profile?.spec ?? {};
  return { declared: { 明细, 自有数据 }, indicators: { 项目: profile?.form.指标, 整体绩效目标表: profile?.wholeForm?.指标 } };
}

/** The lists and fields that the profile of a department's file asks for. */
export const declaredFields = (department: string, shelf: Shelf): OwnDeclarations => profileAsks(department, shelf).declared;
