/** What is asked of a new department, and of its district where that has no file yet. */
export type Question = 'year' | 'name' | 'code' | 'kind' | 'area' | 'level' | 'profile';

/** How a question is put, and the flags that answer it. */
export interface QuestionForm {
  readonly label: string;
  readonly example: string;
  readonly flags: readonly [chinese: string, english: string];
}

/** Imports nothing: help pages need it too, and they are to be fast. */
export const QUESTIONS: Readonly<Record<Question, QuestionForm>> = {
  year: { label: '年度', example: '2027', flags: ['年度', 'year'] },
  name: { label: '部门名称', example: '朔州市平鲁区教育局', flags: ['名称', 'name'] },
  code: { label: '部门代码', example: '105', flags: ['代码', 'code'] },
  kind: { label: '单位性质', example: '行政', flags: ['性质', 'kind'] },
  area: { label: '地区', example: '朔州市平鲁区', flags: ['地区', 'area'] },
  level: { label: '级次', example: '区级', flags: ['级次', 'level'] },
  profile: { label: '方案', example: 'shanxi', flags: ['方案', 'profile'] },
};
