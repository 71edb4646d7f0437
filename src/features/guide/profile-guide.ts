import { partialSources } from '../../narrative/template-engine.js';
import { outlineItems } from '../../profile/outline.js';
import type { Profile } from '../../profile/profile.js';
import { code, table } from './guide-markdown.js';

export const profileIntroduction = ({ folder, spec }: Profile): string => `# 模板说明：${spec.名称}

由程序按方案 ${folder}/ 和代码生成，不要手改：这个方案的文件、称谓、数据和词句，以及变量、用法、取数的表和条件、样式，都在这里。改了方案再生成一次。`;

/** What only this profile has: which file each part comes from, and the phrases that its templates may call. */
export function profileParts(profile: Profile): string[] {
  return ['## 本方案的文件', FILES_NOTE, files(profile), '## 本方案的词句', PHRASES_NOTE, phrases(profile)];
}

const FILES_NOTE = '不在本方案文件夹里的，是继承来的；要改，照同样的路径在本方案里放一份，就代替上级的。';

const PHRASES_NOTE = '各节共用的句子，是“词句”文件夹里的文件；在它后面写一组变量，里面就直接用那一组的名称。';

function files({ spec, tables, display, checkRules, wholeForm }: Profile): string {
  const chapters = spec.大纲.flatMap((part) =>
    outlineItems(part, spec.报表).flatMap((item) => (item.kind === 'chapter' ? [[`“${part.标题}”的一节`, item.path]] : [])),
  );
  const sheets = spec.报表.map((path, index) => [`报表“${tables[index]?.名称 ?? ''}”`, path]);
  const fixed = [
    ['封面、大纲、称谓、数据和各种标签', '方案.yaml'],
    ['纸张、字体、字号', '版式.yaml'],
    ['绩效目标表的格子', '绩效目标表.yaml'],
    ...(wholeForm ? [['整体支出绩效目标表的格子', '整体绩效目标表.yaml']] : []),
    ...(checkRules ? [['核对的级别和规则', '核对.yaml']] : []),
  ];
  const rows = [...fixed, ...chapters, ...sheets].map(([what = '', path = '']) => [what, code(display(path))]);
  return table(['管什么', '文件'], rows);
}

function phrases({ templates, display }: Profile): string {
  const rows = [...partialSources(templates)].map(([name, source]) => [
    code(`{{> ${name} …}}`),
    firstComment(source),
    code(display(`词句/${name}.hbs`)),
  ]);
  return rows.length === 0 ? '没有。' : table(['写法', '说明', '文件'], rows);
}

/** What its author wrote at the top of a phrase. */
function firstComment(source: string): string {
  const [, comment = ''] = /^\s*\{\{!--(.*?)--\}\}/s.exec(source) ?? [];
  return comment.replace(/\s+/g, ' ').trim();
}
