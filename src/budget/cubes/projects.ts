import { PROJECT_CATEGORIES } from '../../definition/schema/project.js';
import { defined } from '../../plain/objects.js';
import type { ProjectEntry } from '../list-projects.js';
import { BY_FUND, type FactTable } from './cube.js';

const SHAPE = { 项目: '名称', 类别: PROJECT_CATEGORIES, ...BY_FUND } as const;
const dimensionsOf = ({ project, key, unit }: ProjectEntry) => ({ 单位: unit, 项目: key, ...defined({ 类别: project.类别 }) });

export const projects = {
  项目支出: {
    note: '各项目的支出',
    places: ['项目/*/资金/**', '项目/*/类别', '项目/*/单位'],
    shapes: [SHAPE],
    collect: ({ projects: own }, leaves) => {
      for (const entry of own) leaves.addYear(dimensionsOf(entry), entry.project.资金, ['项目', entry.index, '资金']);
    },
    // A project without its category belongs to any of them.
    unstated: ({ 项目: stated = [] }, asked) =>
      asked('类别') === undefined ? [] : stated.flatMap((one, index) => (one.类别 === undefined ? [['项目', index, '类别']] : [])),
  },
  上年项目支出: {
    note: '各项目上年的支出；按项目与上年比较的方案才用',
    places: ['项目/*/上年资金', '项目/*/上年资金/**', '项目/*/类别', '项目/*/单位'],
    shapes: [SHAPE],
    collect: ({ projects: own }, leaves) => {
      for (const entry of own) leaves.addYear(dimensionsOf(entry), entry.project.上年资金, ['项目', entry.index, '上年资金']);
    },
    // Each project says of itself what it had: a new one says 无.
    unstated: ({ 项目: stated = [] }, asked) =>
      asked('项目') === undefined ? stated.flatMap((one, index) => (one.上年资金 === undefined ? [['项目', index, '上年资金']] : [])) : [],
  },
} satisfies Readonly<Record<string, FactTable>>;
