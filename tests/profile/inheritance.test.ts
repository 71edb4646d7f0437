import { describe, expect, test } from 'vitest';
import { inlineText } from '../../src/document/document.js';
import type { FindProfile, ProfileLayer } from '../../src/profile/load-profile.js';
import { loadedProfile, messagesOf, ORIGINAL_YAML, profileFile } from '../support/build-case.js';
import { runningText, textsOf } from '../support/document-text.js';
import { buildWell, buildWith, errorsOf, filesOf, profileNamed, repositoryProfile } from './support.js';

const child = (texts: Readonly<Record<string, string>>): ProfileLayer => ({ folder: '下级', files: filesOf(texts) });
const SHANXI = profileNamed('shanxi');

describe('继承', () => {
  test('what a profile does not have comes from the one it departs from, its keys laid over', () => {
    const profile = child({
      '方案.yaml': '继承: shanxi\n名称: 下级\n报表标签: 附表{{序号}}\n',
      '版式.yaml': '样式:\n  body: {字号: 14}\n',
    });
    const { tables, document } = buildWell(profile, ORIGINAL_YAML);
    const count = loadedProfile().tables.length;
    expect(tables).toHaveLength(count);
    expect(tables.map((table) => table.label)).toContain(`附表${count}`);
    const { body, heading1 } = document.layout.styles;
    expect([body.size, body.linePitch, body.face]).toEqual([14, 28.95, '仿宋']);
    expect(heading1).toEqual(buildWell(SHANXI, ORIGINAL_YAML).document.layout.styles.heading1);
  });

  test('a grandparent serves too', () => {
    const middle = child({ '方案.yaml': '继承: shanxi\n名称: 中间\n报表标签: 中{{序号}}\n' });
    const find: FindProfile = (name) => (name === '中间' ? { ...middle, folder: '中间' } : repositoryProfile(name));
    const { tables } = buildWell(child({ '方案.yaml': '继承: 中间\n名称: 下级\n表头左: 部门：{{部门}}\n' }), ORIGINAL_YAML, { find });
    expect([tables[0]?.label, tables[0]?.left]).toEqual(['中1', '部门：朔州市平鲁区人民政府办公室']);
  });

  test('a parent that is not there is told at the key', () => {
    const result = buildWith(child({ '方案.yaml': '# 说明\n继承: shanxii\n名称: 下级\n' }), ORIGINAL_YAML);
    expect(messagesOf(result)).toMatchInlineSnapshot(`
      "下级/方案.yaml:2:5 错误 profile-parent-missing
        没有“shanxii”这个上级方案。
        2 | 继承: shanxii
          |       ^
        提示：“继承”写的是同一个 templates/ 里另一个方案的文件夹名，如 shanxi。

      共 1 个错误。
      "
    `);
  });

  test('a circle is told with its whole way', () => {
    const layers = new Map(
      ['甲', '乙'].map((name) => [
        name,
        { folder: name, files: filesOf({ '方案.yaml': `继承: ${name === '甲' ? '乙' : '甲'}\n名称: ${name}\n` }) },
      ]),
    );
    const result = buildWith(layers.get('甲') ?? SHANXI, ORIGINAL_YAML, { find: (name) => layers.get(name) });
    expect(errorsOf(result)).toEqual(['乙/方案.yaml:1:5 profile-parent-cycle']);
    expect(result.diagnostics[0]?.message).toBe('方案的继承绕成了圈：甲 → 乙 → 甲。');
  });

  test('the oldest parent must be whole', () => {
    const result = buildWith(child({ '方案.yaml': '名称: 下级\n' }), ORIGINAL_YAML);
    expect(errorsOf(result)).toContain('下级/方案.yaml:1:1 missing-key');
  });
});

describe('a district’s own files', () => {
  const overlay = (texts: Readonly<Record<string, string>>): ProfileLayer => ({ folder: 'data/2026/方案', files: filesOf(texts) });

  test('stand in for the profile’s, one by one', () => {
    const own = overlay({
      '说明/09-政府采购.hbs': '## 政府采购\n\n本区统一填报政府采购预算{{万元 政府采购.合计}}。\n',
      '方案.yaml': '表头左: 填报部门：{{部门}}\n',
    });
    const { tables, document } = buildWell(SHANXI, ORIGINAL_YAML, { overlay: own });
    expect(tables[0]?.left).toBe('填报部门：朔州市平鲁区人民政府办公室');
    const text = runningText(textsOf(document), ['叙述']);
    expect(text).toContain('本区统一填报政府采购预算110.00万元。');
    expect(text).not.toContain('政府采购预算总额');
  });

  test('leave the profile itself as it was', () => {
    buildWell(SHANXI, ORIGINAL_YAML, { overlay: overlay({ '方案.yaml': '报表标签: 改{{序号}}\n' }) });
    expect(buildWell(SHANXI, ORIGINAL_YAML).tables[0]?.label).toBe('预算公开表1');
  });

  test('a file that nothing uses is refused with the name that was meant', () => {
    const result = buildWith(SHANXI, ORIGINAL_YAML, { overlay: overlay({ '说明/9-政府采购.hbs': '## 政府采购\n' }) });
    expect(messagesOf(result)).toContain('data/2026/方案/说明/9-政府采购.hbs:1:1 错误 profile-file-unused');
    expect(messagesOf(result)).toContain('提示：是否为“说明/09-政府采购.hbs”？');
  });

  test('a mistake in one is told with the district’s own path', () => {
    const broken = profileFile('说明/09-政府采购.hbs').replace('政府采购.货物', '政府采购.货品');
    const result = buildWith(SHANXI, ORIGINAL_YAML, { overlay: overlay({ '说明/09-政府采购.hbs': broken }) });
    const [error = ''] = errorsOf(result);
    expect(error).toMatch(/^data\/2026\/方案\/说明\/09-政府采购\.hbs:6:\d+ template-unknown-name$/);
    expect(messagesOf(result)).toContain('提示：是否为“政府采购.货物”？');
  });

  test('which profile is meant is not theirs to say', () => {
    const result = buildWith(SHANXI, ORIGINAL_YAML, { overlay: overlay({ '方案.yaml': '继承: nine-tables\n' }) });
    expect(errorsOf(result)).toEqual(['data/2026/方案/方案.yaml:1:5 profile-parent-in-overlay']);
  });
});

describe('文字', () => {
  test('a department’s words under an empty table, and its own note under another', () => {
    const yaml = `${ORIGINAL_YAML}
文字:
  空表说明:
    国有资本经营预算收支: "注：{{年度}}年{{部门}}没有国有资本经营预算，已向财政局确认。"
  表注:
    收支总表: 注：本表为汇总数。
`;
    const { document } = buildWell(SHANXI, yaml);
    const notes = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'paragraph' && block.style === 'tableNote' ? [inlineText(block.content)] : [])),
    );
    expect(notes).toContain('注：2026年朔州市平鲁区人民政府办公室没有国有资本经营预算，已向财政局确认。');
    expect(notes).toContain('注：本表为汇总数。');
    expect(notes).not.toContain('注：本部门2026年没有国有资本经营预算收支，本表无数据。');
  });

  test('for a table or with a variable that is not there', () => {
    const yaml = `${ORIGINAL_YAML}\n文字:\n  空表说明:\n    国有资本经营预算收支表: 没有。\n  表注:\n    收支总表: "{{年}}年"\n`;
    const result = buildWith(SHANXI, yaml);
    const line = yaml.split('\n').findIndex((text) => text.includes('国有资本经营预算收支表')) + 1;
    expect(errorsOf(result).slice(0, 2)).toEqual([
      `预算.yaml:${line}:5 text-for-unknown-table`,
      `预算.yaml:${line + 2}:11 template-unknown-name`,
    ]);
  });
});
