import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type BuiltCase, buildGoodCase, ORIGINAL_YAML, ROOT } from './build-case.js';

/** What the original has and what it should have, with the reason. */
export interface Correction {
  readonly 位置?: string;
  readonly 原文: string;
  readonly 更正: string;
  readonly 理由: string;
}

/** What tests/original/tables.yaml says of one table of the published original. */
export interface ExpectedTable {
  readonly 编号: number;
  readonly 标签: string;
  readonly 标题: string;
  readonly 部门名称: string;
  readonly 单位: string;
  readonly 列数: number;
  readonly 表头: readonly (readonly string[])[];
  readonly 行: readonly (readonly string[])[];
  readonly 注?: string;
  readonly 注应含?: readonly string[];
  readonly 更正?: readonly Correction[];
  readonly 存疑?: readonly string[];
}

export interface ExpectedSentence {
  readonly 部分: string;
  readonly 节: string;
  readonly 文?: string;
  readonly 序号?: string;
  readonly 句末可续?: string;
  readonly 整段?: string;
  readonly 全文次数?: string;
  readonly 缺?: boolean;
  /** Nobody published it: it is not printed, and this is what the finding names. */
  readonly 未填?: string;
  readonly 须有?: string;
  readonly 应含?: readonly string[];
  readonly 级别?: string;
  readonly 小节?: string;
  readonly 更正?: readonly Correction[];
  readonly 存疑?: readonly string[];
  /** How often the original prints it, where that is more than once, and what becomes of it. */
  readonly 原稿次数?: string;
  readonly 说明?: string;
}

export interface Defect {
  readonly 缺陷: string;
  readonly 原文: string;
  readonly 范围: '全文' | '叙述' | '表' | '绩效表' | '目录';
  readonly 匹配: '全文' | '段落';
  readonly 断言: '不出现' | '不单独出现' | '条件' | '结构' | '提示';
}

interface FormSide {
  readonly 二级: string;
  readonly 三级: string;
  readonly 指标值: string;
}

export interface ExpectedForm {
  readonly [field: string]: unknown;
  readonly 项目名称: string;
  readonly 填报日期: string;
  readonly 项目资金: Readonly<Record<'实施期' | '年度', Readonly<Record<string, string>>>>;
  readonly 总体目标: Readonly<Record<'实施期' | '年度', string>>;
  readonly 绩效指标: readonly { readonly 一级: string; readonly 实施期: FormSide; readonly 年度: FormSide }[];
  readonly 更正: readonly Correction[];
}

const expectation = <T>(file: string): readonly T[] => parse(readFileSync(join(ROOT, 'tests/original', file), 'utf8')) as T[];

export const expectedTables = (): readonly ExpectedTable[] => expectation('tables.yaml');
export const expectedSentences = (): readonly ExpectedSentence[] => expectation('sentences.yaml');
export const defects = (): readonly Defect[] => expectation('defects.yaml');
export const expectedForms = (): readonly ExpectedForm[] => expectation('forms.yaml');

let built: BuiltCase | undefined;

/** The office's build, made once a test file. */
export function originalCase(): BuiltCase {
  built ??= buildGoodCase(ORIGINAL_YAML);
  return built;
}
