import type { ProjectEntry } from '../budget/list-projects.js';
import type { Indicator } from '../definition/schema/project.js';

/** What one third-level indicator of a project says, for a table over all projects. */
export interface IndicatorRow {
  readonly key: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** Every indicator of the projects that publish their targets, in the order of the definition. */
export function indicatorRows(projects: readonly ProjectEntry[]): IndicatorRow[] {
  return projects.flatMap(({ project, key, unit }) => {
    const { 绩效目标表: form } = project;
    const goal = form?.年度目标 ?? form?.实施期目标 ?? '';
    const common = { 名称: project.名称 ?? '', 单位: unit, 类别: project.类别 ?? '', 年度目标: goal, 实施期目标: form?.实施期目标 ?? '' };
    return Object.entries(form?.指标 ?? {}).flatMap(([first, lists]) =>
      Object.entries(lists ?? {}).flatMap(([second, indicators]) =>
        (indicators ?? []).map((one) => ({ key, texts: { ...common, 一级指标: first, 二级指标: second, ...indicatorTexts(one) } })),
      ),
    );
  });
}

function indicatorTexts(one: Indicator): Record<string, string> {
  return {
    三级指标: one.名称,
    年度值: one.年度值 ?? one.值 ?? '',
    实施期值: one.实施期值 ?? one.值 ?? '',
    性质: one.性质 ?? '',
    度量单位: one.度量单位 ?? '',
    属性: one.属性 ?? '',
    说明: one.说明 ?? '',
    权重: one.权重 ?? '',
  };
}
