import { drawAssets, drawVehicles } from './draw-assets.js';
import { drawOperating, drawWages, otherBasic, routed } from './draw-basic.js';
import { before, drawLastYear, drawSurplus, drawThreePublic } from './draw-changes.js';
import { type Member, operatingFunds } from './member.js';
import type { MemberPlan } from './member-plan.js';
import { addYears, NOTHING, share, sumOf, yearTotal } from './money.js';
import { drawProjects } from './projects.js';
import type { Random } from './random.js';
import { duties, type Place, PURPOSES, sections } from './words.js';

/** One budget unit: its facts are drawn here, what follows from them is computed. */
export function drawMember(random: Random, plan: MemberPlan): Member {
  const { office, place, name } = plan;
  const wages = drawWages(random, plan);
  const vehicles = drawVehicles(random, plan);
  const economic = [...wages, ...drawOperating(random, plan, vehicles.size > 0)].sort((a, b) => (a.code < b.code ? -1 : 1));
  const basic = [...routed(economic, plan), ...otherBasic(random, plan)];
  const projects = drawProjects(random, {
    count: plan.projects,
    forms: plan.forms,
    carried: random.pick([0, 0, 10, 25]),
    short: shortName(name, place),
    topics: office.topics,
    codes: office.codes ?? [office.run],
    funds: office.funds ?? [],
    earns: office.kind !== '行政',
    year: plan.year,
    largest: plan.largest,
  });
  const surplus = plan.surplus ? drawSurplus(random, projects) : NOTHING;
  const total = addYears([...basic.map((one) => one.money), ...projects.map((one) => one.money), surplus]);
  const threePublic = drawThreePublic(random, economic, plan);
  const spent = yearTotal(total) - yearTotal(surplus);
  const procurement = drawProcurement(random, spent);
  const bought = sumOf(procurement.values());
  const operating = operatingFunds(economic);
  return {
    name,
    code: plan.code,
    kind: office.kind,
    unit: random.chance(0.25) ? '万元' : '元',
    duties: duties(random, place.word, office.topics),
    sections: sections(random, office.topics),
    economic,
    basic,
    purposes: new Map(
      random.chance(0.5)
        ? [...basic, ...projects]
            .filter(({ code }) => !CONTRIBUTIONS.test(code))
            .map(({ code }) => [code, PURPOSES(office.topics, random)] as const)
        : [],
    ),
    projects,
    surplus,
    threePublic,
    ...(office.kind !== '事业' && { agencyBefore: before(random, operating, plan) }),
    lastYear: drawLastYear(random, total, plan),
    procurement,
    reserves:
      bought > 0n && random.chance(0.7)
        ? new Map([
            ['中小企业', share(bought, 400)],
            ['小微企业', share(bought, 240)],
          ])
        : new Map(),
    assets: drawAssets(random, plan, { vehicles, buys: sumOf(threePublic.公务用车购置费?.now.values() ?? []) > 0n }),
    services: random.chance(0.4) ? random.some(office.topics, random.int(1, 3)).map((topic) => `${topic}辅助性工作`) : [],
    ...(random.chance(0.3) && { remarks: `预算公开的内容由${name}负责解释。` }),
  };
}

/** Codes that pay for one thing only. */
const CONTRIBUTIONS = /^(?:20805|21011|22102)/;

const shortName = (name: string, { area }: Place): string => name.replace(area, '').replace(/（.+）$/, '');

function drawProcurement(random: Random, spent: bigint): Map<string, bigint> {
  if (random.chance(0.25)) return new Map();
  const parts = random.some(['货物', '工程', '服务'], random.int(1, 3));
  return new Map(parts.map((kind) => [kind, share(spent, random.int(1, 180))] as const));
}
