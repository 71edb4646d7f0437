import { type EconomicLeaf, type Member, THREE_PUBLIC } from './member.js';
import { addMoney, addYears } from './money.js';

/** The government codes of a 事业单位 within a department that is none. */
const INSTITUTION: Readonly<Record<string, string>> = { '301': '50501', '302': '50502', '310': '50601' };

/** A unit without a file of its own: its money is within the department's file. */
export function withinDepartment(department: Member, unit: Member): Member {
  return {
    ...department,
    economic: addEconomic(
      department.economic,
      unit.economic.map((leaf) => ofUnit(leaf, unit)),
    ),
    basic: [...department.basic, ...unit.basic],
    purposes: new Map([...unit.purposes, ...department.purposes]),
    projects: [...department.projects, ...unit.projects.map((project) => ({ ...project, unit: unit.name }))],
    surplus: addYears([department.surplus, unit.surplus]),
    threePublic: Object.fromEntries(
      THREE_PUBLIC.map((item) => {
        const [one, other] = [department.threePublic[item], unit.threePublic[item]];
        return [item, { now: addMoney([one.now, other.now]), before: one.before + other.before }];
      }),
    ) as unknown as Member['threePublic'],
    ...(department.agencyBefore !== undefined && { agencyBefore: department.agencyBefore + (unit.agencyBefore ?? 0n) }),
    lastYear: addYears([department.lastYear, unit.lastYear]),
    procurement: addCounts(department.procurement, unit.procurement, (a, b) => a + b),
    reserves: addCounts(department.reserves, unit.reserves, (a, b) => a + b),
    assets: {
      ...department.assets,
      quota: department.assets.quota + unit.assets.quota,
      vehicles: addCounts(department.assets.vehicles, unit.assets.vehicles, (a, b) => a + b),
      half: department.assets.half + unit.assets.half,
      million: department.assets.million + unit.assets.million,
      planned: addCounts(department.assets.planned, unit.assets.planned, (a, b) => a + b),
    },
  };
}

function ofUnit(leaf: EconomicLeaf, unit: Member): EconomicLeaf {
  const government = unit.kind === '事业' ? INSTITUTION[leaf.code.slice(0, 3)] : undefined;
  return government === undefined ? leaf : { ...leaf, government };
}

/** One line a code and government code. */
function addEconomic(one: readonly EconomicLeaf[], other: readonly EconomicLeaf[]): EconomicLeaf[] {
  const key = ({ code, government = '' }: EconomicLeaf) => `${code} ${government}`;
  const total = new Map<string, EconomicLeaf>();
  for (const leaf of [...one, ...other]) total.set(key(leaf), { ...leaf, amount: leaf.amount + (total.get(key(leaf))?.amount ?? 0n) });
  return [...total].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, leaf]) => leaf);
}

function addCounts<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>, add: (a: T, b: T) => T): Map<string, T> {
  const total = new Map(one);
  for (const [key, value] of other) {
    const known = total.get(key);
    total.set(key, known === undefined ? value : add(known, value));
  }
  return total;
}
