import type { Definition, Member } from '../definition/definition.js';
import { EQUIPMENT_KINDS } from '../definition/schema/kinds.js';
import { type OwnData, type OwnDeclarations, ownDataSchema } from '../definition/schema/own-data.js';
import type { Project } from '../definition/schema/project.js';
import { validate } from '../definition/validate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearestWord } from '../plain/nearest-word.js';
import type { Profile } from './profile.js';

type Path = readonly (string | number)[];

/** A key that the form does not know, or one that it needs and that is not there. */
interface Slip {
  readonly code: 'unknown-key' | 'missing-key';
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

/**
 * Kinds that differ from place to place are keys of a department's file and lists of its form: what the form has no
 * place for would be printed nowhere.
 */
export function checkStatedKinds({ members }: Definition, profile: Profile): Diagnostic[] {
  return members.flatMap((member) =>
    slipsIn(member.content, profile).map(
      ({ path, ...slip }): Diagnostic => ({ ...slip, severity: 'error', at: member.locate(path, 'key') }),
    ),
  );
}

function slipsIn({ 国有资产: assets = {}, 项目: projects = [] }: Member['content'], { spec, form }: Profile): Slip[] {
  const { 车辆: vehicles, 设备: equipment } = spec.资产 ?? {};
  const beside = Object.fromEntries(EQUIPMENT_KINDS.flatMap((kind) => (assets[kind] === undefined ? [] : [[kind, assets[kind]]])));
  return [
    ...beyond(assets.车辆, ['国有资产', '车辆'], vehicles),
    ...beyond(assets.设备, ['国有资产', '设备'], equipment),
    ...beyond(beside, ['国有资产'], equipment),
    ...beyond(assets.计划购置, ['国有资产', '计划购置'], equipment && ['车辆', ...equipment]),
    ...statedTwice(Object.keys(beside), Object.keys(assets.设备 ?? {})),
    ...projects.flatMap((project, index) => indicatorSlips(project, ['项目', index, '绩效目标表', '指标'], form)),
  ];
}

/** A kind may stand in 设备 or, as in files of before, beside it. */
function statedTwice(beside: readonly string[], inside: readonly string[]): Slip[] {
  const twice = beside.filter((kind) => inside.includes(kind));
  return twice.map((kind) => ({
    code: 'unknown-key',
    path: ['国有资产', kind],
    message: `“${kind}”写了两处。`,
    hint: '只在“设备”里写一次。',
  }));
}

function indicatorSlips({ 绩效目标表: target }: Project, path: Path, { 指标: levels, 行: rows }: Profile['form']): Slip[] {
  if (!target) return [];
  if (target.指标 === undefined) {
    if (!rows.some((row) => row.展开 === '指标')) return [];
    return [{ code: 'missing-key', path, message: '绩效目标表中缺少“指标”。', hint: '方案的绩效目标表要印指标：补上“指标”及其内容。' }];
  }
  const inside = Object.entries(target.指标).flatMap(([first, lists]) =>
    levels?.[first] ? beyond(lists, [...path, first], levels[first]) : [],
  );
  return [...beyond(target.指标, path, levels && Object.keys(levels)), ...inside];
}

function beyond(stated: object | undefined, path: Path, allowed: readonly string[] | undefined): Slip[] {
  if (!allowed) return [];
  const strange = Object.keys(stated ?? {}).filter((key) => !allowed.includes(key));
  return strange.map((key): Slip => {
    const near = nearestWord(key, allowed);
    const hint = `${near === undefined ? '' : `是否为“${near}”？`}方案规定的有：${allowed.join('、')}。`;
    return { code: 'unknown-key', path: [...path, key], message: `“${path.at(-1) ?? ''}”中有方案不认识的键“${key}”。`, hint };
  });
}

/**
 * 明细 and 自有数据 of every member, read by what the form declares: the schema of a department's file does not know
 * which there are. Gives the definition with their values, or every mistake with its place.
 */
export function readOwnData(definition: Definition, declared: OwnDeclarations): { definition: Definition; diagnostics: Diagnostic[] } {
  const read = definition.members.map((member) => readMember(member, declared));
  const members = read.map(({ member }) => member);
  const [own] = members;
  return {
    definition: { ...definition, members, ...(own && { department: own.content }) },
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readMember(member: Member, declared: OwnDeclarations): { member: Member; diagnostics: readonly Diagnostic[] } {
  const { content, locate } = member;
  const { 明细, 自有数据 } = content;
  if (明细 === undefined && 自有数据 === undefined && !declared.自有数据) return { member, diagnostics: [] };
  const stated = { ...(明细 !== undefined && { 明细 }), ...(自有数据 !== undefined && { 自有数据 }) };
  const { value, diagnostics } = validate(ownDataSchema(content.金额单位, declared), { value: stated, locate });
  const { 明细: _, 自有数据: __, ...others } = content;
  return { member: { ...member, content: { ...others, ...((value ?? {}) as OwnData) } as Member['content'] }, diagnostics };
}
