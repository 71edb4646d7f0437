import { checkRulesSchema } from '../../profile/check-rules-schema.js';
import { formSchema, wholeFormSchema } from '../../profile/form-schema.js';
import { exportMapsSchema } from '../../profile/import-map.js';
import { layoutSchema, profileSchema } from '../../profile/profile-schema.js';
import { type SchemaKey, schemaKeys } from '../../profile/schema-keys.js';
import { measure, tableSpec } from '../../profile/table-schema.js';
import { code, table } from './guide-markdown.js';
import { KEY_NOTES } from './key-notes.js';

/** The schema of each file of a profile, and of 取数, which stands in most of them. */
export const PROFILE_SCHEMAS = {
  '方案.yaml': profileSchema,
  '报表/*.yaml': tableSpec,
  '绩效目标表.yaml': formSchema,
  '整体绩效目标表.yaml': wholeFormSchema,
  '版式.yaml': layoutSchema,
  '核对.yaml': checkRulesSchema,
  '导入.yaml': exportMapsSchema,
  取数: measure,
} as const;
export type ProfileFile = keyof typeof PROFILE_SCHEMAS;

/** The keys of a file, each once: a row within a row has the keys of one. */
export function keysOf(file: ProfileFile): SchemaKey[] {
  const keys = schemaKeys(PROFILE_SCHEMAS[file]);
  return [...new Map(keys.map((key) => [key.path, key])).values()];
}

/** templates/键的说明.md: every key that a profile's files may have, straight from the schemas. */
export function keyReference(): string {
  const parts = (Object.keys(PROFILE_SCHEMAS) as ProfileFile[]).map((file) => {
    const rows = keysOf(file).map(({ path, kind }) => {
      const [effect = '', absent = '', example = ''] = KEY_NOTES[file][path] ?? [];
      return [code(path), kind.replaceAll('|', '\\|'), absent, code(example), effect];
    });
    return [`## ${file}`, table(['键', '可以写', '不写', '例', '作用'], rows)];
  });
  return `${[INTRODUCTION, ...parts.flat()].join('\n\n')}\n`;
}

const INTRODUCTION = `# 方案各文件的键

由程序按代码生成，不要手改。\`[]\` 是清单的每一项，\`<名称>\` 是自己取的名称。

继承别的方案时：方案.yaml、版式.yaml、核对.yaml 逐键代替，任意一层都可以只写不同的键，清单（如 大纲、报表、表间关系）整个代替，核对.yaml 的词表则相加；报表、模板、绩效目标表等别的文件，同一路径的整个代替上级的。
变量、用法、展开、栏目的内容见 模板说明.md；怎样做一套本地的表式，要什么样的表看哪一张，见 README.md。`;
