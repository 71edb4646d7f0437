import { blocksOfType } from '../../document/walk.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr, type Place, unchecked } from '../check.js';
import { inProfile } from '../shared/written-in.js';

/**
 * 符合：
 *     项目[2].资金: {财政专户管理资金: 30000, 单位资金: 40000, 上年结转: {单位资金: 6000}}
 * 不符：
 *     方案改动: {方案.yaml: {"报表标签: 预算公开表{{序号}}": "报表标签: 预算公开表"}}
 */
export const tablesComplete: Check = {
  code: 'tables-complete',
  group: '公开要求',
  severity: '错误',
  rule: '要求公开的报表都要有，依次编号，表号和表名不重复，目录与表上的表名一致。',
  relations: ['C01'],
  basis: '财预〔2016〕143号：部门预算公开的八张报表',
  run: (context) => {
    const { tables, rules, document, profile } = context;
    const list = inProfile(profile, '方案.yaml', ['报表']);
    if (rules.requiredTables.length === 0) return [unchecked('方案没有列出“必备报表”，不能核对报表是否齐全。')];
    const missing = rules.requiredTables.filter(({ table }) => !tables.some((one) => one.name === table));
    const absent = missing.map(({ required, table }) =>
      finding(`缺少“${required}”（方案里的“${table}”）。`, list, { hint: '在方案的“报表”里补上。' }),
    );
    const same = [...repeated(context, 'label', '表号', '报表标签'), ...repeated(context, 'title', '表名', '报表')];
    const printed = document ? misprinted(context, list) : [];
    return findingsOr([...absent, ...same, ...printed], 1, `${tables.length} 张报表齐全，编号和名称不重复，各印一次。`);
  },
};

function repeated({ tables, profile }: CheckContext, key: 'label' | 'title', what: string, saidBy: string): Finding[] {
  const values = tables.map((table) => table[key]).filter((value) => value !== '');
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))].map((value) =>
    finding(`${what}“${value}”用了不止一次。`, inProfile(profile, '方案.yaml', [saidBy]), { hint: '核对方案里的“报表标签”和报表标题。' }),
  );
}

/** Each table is printed once, wherever its form places it, and each TOC entry ends in the title that stands on the page. */
function misprinted({ document, tables }: CheckContext, list: Place): Finding[] {
  const titles = document ? blocksOfType(document, 'tableTitle') : [];
  const places = titles.filter((title) => !title.tocText.endsWith(title.title.map((inline) => inline.text).join('')));
  const differing = places.map((title) =>
    finding(`目录里的“${title.tocText}”与表上的名称不一致。`, { kind: 'document', text: title.label ?? title.id, anchor: title.id }),
  );
  const wrong = tables.filter(({ id }) => titles.filter((title) => title.id === id).length !== 1);
  return [
    ...differing,
    ...wrong.map(({ name }) => finding(`报表“${name}”没有印出，或印了不止一次。`, list, { hint: '核对“大纲”和章节里放报表的地方。' })),
  ];
}
