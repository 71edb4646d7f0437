import { expect, test } from 'vitest';
import { baseFiles, check, type Files, patch } from '../support/build-fixture.js';

// What two projects may well have alike: who carries them out, when, and by which rules.

const PAGE = `## 绩效管理情况

{{#逐项 绩效.公开项目}}
## {{名称}}

### 实施主体

{{成句 单位}}

### 实施周期

{{成句 项目期}}

### 立项依据

{{成句 立项依据}}
{{/逐项}}
`;

/** Two projects with a page each, of the same unit, time and basis. */
function twoProjects(page = PAGE): Files {
  const files = baseFiles();
  const projects = files.department.项目 as { [key: string]: unknown }[];
  const form = {
    ...(projects[0]?.绩效目标表 as object),
    项目期: '2026年1月至2026年12月分三批实施',
    立项依据: '县政府第十二次常务会议纪要和有关规定',
  };
  for (const index of [0, 1]) projects[index] = { ...projects[index], 绩效目标表: structuredClone(form) };
  return patch(
    files,
    JSON.stringify({
      部门: { ...(files.department.部门 as object), 名称: '乙县文化旅游和政务服务管理局' },
      方案文件: { '说明/10-绩效管理.hbs': page },
    }),
  );
}

const repeated = (files: Files) => check(files).diagnostics.filter(({ code }) => code === 'repeated-sentences');

test('two projects may have the same unit, period and basis', () => {
  expect(repeated(twoProjects())).toEqual([]);
});

test('without headings of their own, too, where each typed its own', () => {
  const flat = PAGE.replace('## {{名称}}\n', '')
    .replace('### 实施主体\n\n{{成句 单位}}\n', '')
    .replace(/### .*\n\n/g, '');
  expect(repeated(twoProjects(flat))).toEqual([]);
});

test('a paragraph of the form that stands twice is found at its line', () => {
  const twice = '本部门按照规定组织实施绩效管理工作并公开结果。\n';
  const found = repeated(twoProjects(`## 绩效管理情况\n\n${twice}\n本部门另行说明有关情况。\n\n${twice}`));
  expect(found.map(({ at }) => at?.file)).toEqual(['templates/shanxi/说明/10-绩效管理.hbs']);
});

test('an answer that stands alone under a heading is placed there, not at another line of the template', () => {
  const once = PAGE.replace('## {{名称}}\n\n', '').replace('{{#逐项', '{{#逐项');
  const [first] = repeated(twoProjects(once));
  expect(first?.at).toMatchObject({ file: 'templates/shanxi/说明/10-绩效管理.hbs', line: 6 });
});
