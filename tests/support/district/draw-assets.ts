import type { Assets } from './member.js';
import type { MemberPlan } from './member-plan.js';
import type { Random } from './random.js';

const VEHICLES = ['领导用车', '机要通信用车', '应急保障用车', '执法执勤用车', '特种专业技术用车', '事业单位业务用车', '其他公务用车'];

export function drawVehicles(random: Random, { office: { kind }, staff }: MemberPlan): Map<string, number> {
  if (random.chance(0.35)) return new Map();
  const kinds = VEHICLES.filter((name) => name !== '机要通信用车' && (kind === '事业') === (name === '事业单位业务用车'));
  const chosen = random.some(
    [...kinds, '其他公务用车'].filter((name, index, all) => all.indexOf(name) === index),
    random.int(1, 3),
  );
  return new Map(chosen.map((name) => [name, random.int(1, Math.max(1, Math.min(9, Math.floor(staff / 8))))] as const));
}

interface Cars {
  readonly vehicles: ReadonlyMap<string, number>;
  /** 公务用车购置费 of the year are stated. */
  readonly buys: boolean;
}

export function drawAssets(random: Random, { office, staff }: MemberPlan, { vehicles, buys }: Cars): Assets {
  const held = [...vehicles.values()].reduce((sum, count) => sum + count, 0);
  const million = random.int(0, 3);
  const planned = drawPlanned(random, buys);
  const area = random.chance(0.1) ? '0' : `${staff * random.int(8, 30)}${random.pick(['', '.5', '.26'])}`;
  return {
    quota: held + (random.chance(0.3) ? 1 : 0),
    vehicles,
    area,
    ...(area !== '0' && random.chance(0.8) && { use: random.pick(['日常办公', `日常办公和${random.pick(office.topics)}`]) }),
    half: million + random.int(0, 4),
    million,
    planned,
  };
}

/** Vehicles where they are paid for; what costs more than a million costs more than half of one. */
function drawPlanned(random: Random, buys: boolean): Map<string, number> {
  const cars: [string, number][] = buys ? [['车辆', 1]] : [];
  if (!random.chance(0.2)) return new Map(cars);
  const count = random.int(1, 3);
  const million: [string, number][] = random.chance(0.5) ? [['一百万元以上通用设备', count]] : [];
  return new Map([...cars, ['五十万元以上通用设备', count], ...million]);
}
