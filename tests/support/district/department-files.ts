import { acknowledgements } from './acknowledgements.js';
import { type BudgetFile, type ListedUnit, reasonsOf } from './department.js';
import { type DepartmentFacts, factsOf } from './department-facts.js';
import { NAMED_BY_DISTRICT } from './district-text.js';
import type { Drawn } from './draw-department.js';
import { fileText } from './file-text.js';
import { glossaryOf, ownGlossary } from './glossary.js';
import { type Member, operatingFunds, revenueOf } from './member.js';
import { withinDepartment } from './merge.js';
import { yearTotal } from './money.js';
import type { Settings } from './options.js';
import type { Random } from './random.js';

/** The files of one department, and what its figures are. */
export interface Made {
  readonly files: { readonly path: string; readonly text: string }[];
  readonly facts: DepartmentFacts;
}

/** Each unit has a file of its own, and a disclosure of its own. */
export function withUnitFiles({ own, units, office }: Drawn, settings: Settings, random: Random): Made {
  const listed = units.map((unit): ListedUnit => ({ name: unit.name, kind: unit.kind, file: `${unit.code}-${unit.name}.yaml` }));
  const file = budgetFile(own, listed, [own, ...units], random, settings);
  const unitMade = units.map((unit) => {
    const topics = office.units?.find(({ name }) => unit.name.endsWith(name))?.topics ?? office.topics;
    // A unit inherits what its department writes, which is about the department's 上年结转 and 年终结转.
    const plain = file.glossary && { glossary: glossaryOf(settings.profile) };
    const own = budgetFile(unit, [], [unit], random, settings);
    // A unit's forms are printed by its department.
    const acknowledged = own.acknowledged.filter(({ about }) => about !== '项目/绩效目标表');
    return written({ ...plain, ...own, acknowledged }, `单位/${unit.code}-${unit.name}.yaml`, topics, settings);
  });
  const department = written(file, `${own.code}-${own.name}.yaml`, office.topics, settings);
  return {
    files: [...department.files, ...unitMade.flatMap((one) => one.files)],
    facts: { ...department.facts, units: unitMade.map((one) => one.facts) },
  };
}

/** The department's file has its units' money. */
export function withUnitsInside({ own, units, office }: Drawn, settings: Settings, random: Random): Made {
  const merged = units.reduce(withinDepartment, own);
  const listed = units.map((unit): ListedUnit => ({ name: unit.name, kind: unit.kind }));
  const agencies = [own, ...units].filter((one) => one.agencyBefore !== undefined);
  const byUnit =
    units.length > 0 ? { agencyByUnit: agencies.map((one) => ({ name: one.name, amount: operatingFunds(one.economic) })) } : {};
  const file = { ...budgetFile(merged, listed, [merged], random, settings), ...byUnit };
  return written(file, `${own.code}-${own.name}.yaml`, office.topics, settings);
}

function budgetFile(
  own: Member,
  units: readonly ListedUnit[],
  members: readonly Member[],
  random: Random,
  { year, profile }: Settings,
): BudgetFile {
  const approved = random.int(5, 28);
  const published = approved + random.int(1, 20);
  const day = (number: number) => `${year}-0${number > 31 ? 2 : 1}-${String(number > 31 ? number - 31 : number).padStart(2, '0')}`;
  const glossary = ownGlossary(profile, {
    carried: members.some((one) => revenueOf(one).carried.size > 0),
    surplus: members.some((one) => yearTotal(one.surplus) > 0n),
  });
  return {
    own,
    units,
    members,
    dates: { approved: day(approved), published: day(published) },
    ...(glossary && { glossary }),
    acknowledged: acknowledgements(own, members, random, profile),
  };
}

function written(file: BudgetFile, name: string, topics: readonly string[], settings: Settings): Made {
  const { seed, year } = settings;
  const path = `${year}/${name}`;
  const text = fileText(file, {
    comment: ` 虚构的${name.startsWith('单位/') ? '单位' : '部门'}，由测试的生成程序写出（种子 ${seed}），与任何真实的单位无关。`,
    namedByDistrict: new Set(NAMED_BY_DISTRICT),
    // A unit's own document of nine tables has both kinds by 类.
    split: settings.profile === 'nine-tables' && name.startsWith('单位/'),
    reasons: reasonsOf(seed, file, topics, settings.profile),
  });
  return { files: [{ path, text }], facts: factsOf(path, file) };
}
