import type { Definition, Member } from '../definition/definition.js';
import type { Project } from '../definition/schema/project.js';

/** A project of the department or of a member unit, with its name in the fact table: names of projects may repeat. */
export interface ProjectEntry {
  /** Names the project in the facts. */
  readonly key: string;
  readonly project: Project;
  /** As typed, or the project's number where it has no name. */
  readonly name: string;
  /** The unit that carries it out. */
  readonly unit: string;
  readonly member: Member;
  /** Its place in the member's list. */
  readonly index: number;
}

/** Every project, in the order of the definition; member units after the department itself. */
export function listProjects({ members }: Definition): ProjectEntry[] {
  return members.flatMap((member, memberIndex) =>
    (member.content.项目 ?? []).map((project, index) => ({
      key: `项目${memberIndex + 1}-${index + 1}`,
      project,
      name: project.名称 ?? `第${index + 1}个项目`,
      unit: project.单位 ?? member.content.部门.名称,
      member,
      index,
    })),
  );
}
