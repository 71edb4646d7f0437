import { TYPED_NAMES } from './codes.js';
import { glossaryOf } from './glossary.js';
import type { Settings } from './options.js';
import { quoted, toYaml } from './to-yaml.js';
import type { Place } from './words.js';

/** Typed names that the district's file gives once; departments type the others. */
export const NAMED_BY_DISTRICT = ['2296003', '2239999', '2290402'];

/** 区县.yaml. */
export function districtText({ seed, year, profile }: Settings, { area, level }: Place): string {
  return toYaml(
    {
      年度: `${year}`,
      地区: area,
      级次: level,
      方案: profile,
      名词解释: glossaryOf(profile),
      补充科目: NAMED_BY_DISTRICT.map((code) => ({ 编码: quoted(code), 名称: TYPED_NAMES[code] ?? '' })),
    },
    ` 虚构的区县，由测试的生成程序写出（种子 ${seed}），与任何真实的区县无关。`,
  );
}
