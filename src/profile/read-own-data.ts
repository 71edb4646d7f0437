import type { Definition, Member } from '../definition/definition.js';
import { type OwnData, type OwnDeclarations, ownDataSchema } from '../definition/schema/own-data.js';
import { validate } from '../definition/validate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

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
