import type { Figure } from '../budget/figure.js';
import type { ProjectEntry } from '../budget/list-projects.js';
import type { Indicator, Indicators } from '../definition/schema/project.js';
import { type FormContent, type FormLine, formText, type StyledForm, trimmed } from './form-grid.js';

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

/** What 资金总额 stands for in the value of an indicator. */
interface Totals {
  readonly period: Figure;
  readonly year: Figure;
}

/** The indicators of a form, a line each, the labels of their levels merged; every second-level indicator has at least one line. */
export function indicatorLines(spec: StyledForm, stated: Indicators | undefined, totals: Totals): FormLine[] {
  const levels = spec.指标 ?? Object.fromEntries(Object.entries(stated ?? {}).map(([first, lists]) => [first, Object.keys(lists ?? {})]));
  return Object.entries(levels).flatMap(([first, seconds]) => {
    const lines = seconds.flatMap((second) => {
      const given = stated?.[first]?.[second] ?? [];
      const items: (Indicator | undefined)[] = given.length > 0 ? given : [undefined];
      return items.map((indicator, line) => ({ second, indicator, secondSpan: line === 0 ? items.length : 0 }));
    });
    return lines.map(({ second, indicator, secondSpan }, index) => ({
      fields: { 一级指标: formText(first), 二级指标: formText(second), ...indicatorFields(indicator, totals, spec) },
      spans: { 一级指标: index === 0 ? lines.length : 0, 二级指标: secondSpan },
    }));
  });
}

const indicatorFields = (one: Indicator | undefined, { period, year }: Totals, spec: StyledForm) => ({
  三级指标: formText(one?.名称),
  实施期值: indicatorValue(one?.实施期值 ?? one?.值, period, spec),
  年度值: indicatorValue(one?.年度值 ?? one?.值, year, spec),
  性质: formText(one?.性质),
  度量单位: formText(one?.度量单位),
  属性: formText(one?.属性),
  权重: formText(one?.权重),
  说明: formText(one?.说明),
});

/** 资金总额（元）and 资金总额（万元）stand for the form's money: it is never typed a second time. */
function indicatorValue(value: string | undefined, total: Figure, { numbers }: StyledForm): FormContent {
  if (value === '资金总额（元）') return [{ text: trimmed(total, '元', numbers), figure: total }, { text: '元' }];
  if (value === '资金总额（万元）') return [{ text: trimmed(total, '万元', numbers), figure: total }, { text: '万元' }];
  return formText(value);
}
