import { drawMember } from './draw-member.js';
import type { Member } from './member.js';
import type { MemberPlan } from './member-plan.js';
import type { Office } from './offices.js';
import type { Settings } from './options.js';
import type { Random } from './random.js';
import { nameBefore, whoIs } from './who-is.js';
import type { Place } from './words.js';

export interface Drawn {
  readonly office: Office;
  readonly own: Member;
  readonly units: readonly Member[];
}

/** What makes some departments different from the others, so that any sixty have one of each. */
const isNew = (index: number) => index % 60 === 27;
const isSteady = (index: number) => index % 20 === 9;
const hasSurplus = (index: number) => index % 7 === 3;
const hasNoProjects = (index: number) => index % 30 === 22;
const hasSecrecyWords = (index: number) => index % 40 === 8;

/** A department's own facts and those of its units. */
export function drawDepartment(random: Random, index: number, settings: Settings, place: Place): Drawn {
  const { office, name, code } = whoIs(index, place);
  const plan = (more: Partial<MemberPlan>): MemberPlan => ({
    name,
    code,
    office,
    place,
    year: settings.year,
    staff: random.int(6, index === 0 ? 160 : 70),
    projects: projectCount(random, index, settings),
    forms: index === 0 ? settings.forms : random.pick([0, 10, 20, 40]),
    largest: random.pick([200_000, 3_000_000, 30_000_000, index % 9 === 1 ? 1_500_000_000 : 8_000_000]),
    isNew: isNew(index),
    isSteady: isSteady(index),
    surplus: hasSurplus(index),
    ...more,
  });
  const own = secret(drawMember(random, plan({})), index);
  const units = (index % 3 === 1 && index > 3 ? [] : (office.units ?? [])).map((unit, at) =>
    drawMember(
      random,
      plan({
        name: `${nameBefore(name, office)}${unit.name}`,
        code: `${code}${String(at + 2).padStart(3, '0')}`,
        office: { ...unit, codes: [unit.run], funds: unit.kind === '事业' && random.chance(0.5) ? ['单位资金'] : [] },
        staff: random.int(4, 40),
        projects: isSteady(index) ? 0 : random.int(0, 6),
        forms: 30,
        largest: 900_000,
        surplus: false,
      }),
    ),
  );
  return { office, own, units };
}

function projectCount(random: Random, index: number, { projects }: Settings): number {
  if (index === 0) return projects;
  if (hasNoProjects(index)) return 0;
  if (isSteady(index)) return 2;
  if (index % 15 === 5) return Math.min(projects, random.int(90, 160));
  return random.pick([random.int(1, 6), random.int(5, 20), random.int(15, 40)]);
}

/** Words that ask for a confirmation stand in a few departments, with the confirmation. */
function secret(member: Member, index: number): Member {
  if (!hasSecrecyWords(index)) return member;
  return { ...member, duties: ['负责机要文件的接收、登记、传阅和归档。', ...member.duties] };
}
