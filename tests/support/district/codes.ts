import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../data/classifications/2026');

/** One code of the lists that the program reads. */
export interface ListedCode {
  readonly name: string;
  /** Seen in a published disclosure; the others ask for a confirmation. */
  readonly published: boolean;
}

const read = (file: string): ReadonlyMap<string, ListedCode> => {
  const [, ...lines] = readFileSync(join(FOLDER, file), 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [code = '', name = '', , trust] = line.trim().split(',');
      return [code, { name, published: trust === 'published' }];
    }),
  );
};

export const FUNCTIONAL = read('functional-classification.csv');
export const ECONOMIC = read('economic-classification-department.csv');

/** Functional codes that offices use and the list has not yet: a department types their names, or the district does. */
export const TYPED_NAMES: Readonly<Record<string, string>> = {
  '2010101': '行政运行',
  '2010104': '人大会议',
  '2010201': '行政运行',
  '2010204': '政协会议',
  '2010401': '行政运行',
  '2010501': '行政运行',
  '2010801': '行政运行',
  '2010804': '审计业务',
  '2011101': '行政运行',
  '2012601': '行政运行',
  '2012604': '档案馆',
  '2012901': '行政运行',
  '2013101': '行政运行',
  '2013201': '行政运行',
  '2013301': '行政运行',
  '2013401': '行政运行',
  '2013801': '行政运行',
  '2014001': '行政运行',
  '2040601': '行政运行',
  '2050101': '行政运行',
  '2060101': '行政运行',
  '2080101': '行政运行',
  '2080201': '行政运行',
  '2081101': '行政运行',
  '2082801': '行政运行',
  '2100101': '行政运行',
  '2101501': '行政运行',
  '2110101': '行政运行',
  '2130101': '行政运行',
  '2130201': '行政运行',
  '2130301': '行政运行',
  '2140101': '行政运行',
  '2150501': '行政运行',
  '2160201': '行政运行',
  '2200101': '行政运行',
  '2240101': '行政运行',
  '2239999': '其他国有资本经营预算支出',
  '2290402': '其他地方自行试点项目收益专项债券收入安排的支出',
  '2296003': '用于体育事业的彩票公益金支出',
};

/** No code of the list has so long a name; an office may meet one. Forty characters. */
export const LONG_NAME = {
  code: '2129908',
  name: '其他用于老旧小区和城中村改造及配套基础设施与公共服务设施建设维护管理等方面的支出',
} as const;

export const functionalName = (code: string): string =>
  FUNCTIONAL.get(code)?.name ?? (code === LONG_NAME.code ? LONG_NAME.name : (TYPED_NAMES[code] ?? ''));

export const isTyped = (code: string): boolean => !FUNCTIONAL.has(code);
export const needsConfirmation = (code: string): boolean =>
  code.length === 7 ? !FUNCTIONAL.get(code)?.published : !ECONOMIC.get(code)?.published;
