import { TYPED_NAMES } from './codes.js';
import { type BudgetFile, changesOf, type ListedUnit, reasonsOf, unconfirmedCodes } from './department.js';
import { fileText } from './file-text.js';
import { glossaryOf, glossaryWithSurplus } from './glossary.js';
import { drawMember, expenditureOf, type Member, type MemberPlan, operatingFunds, revenueOf } from './member.js';
import { withinDepartment } from './merge.js';
import { addYears, type Money, type MoneyKey, sumOf, type Year, yearTotal } from './money.js';
import { OFFICES, type Office, TOWN, TOWNS } from './offices.js';
import { Random } from './random.js';
import { quoted, toYaml } from './to-yaml.js';
import { drawPlace, type Place } from './words.js';

export interface DistrictOptions {
  readonly seed: number;
  readonly departments: number;
  readonly year?: number;
  /** Projects of the largest department, the first; 0 for a district of small ones only. */
  readonly projects?: number;
  /** How many of a hundred projects of the largest department publish their performance form: each takes a page. */
  readonly forms?: number;
  /** The form that the district publishes by: a folder of templates/. */
  readonly profile?: 'shanxi' | 'nine-tables';
}

export interface District {
  /** Paths are under data/. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly departments: readonly DepartmentFacts[];
}

/** What a department's published figures have to be, in 分, from the generator's own sums. */
export interface DepartmentFacts {
  readonly path: string;
  readonly code: string;
  readonly name: string;
  readonly projects: number;
  readonly forms: number;
  readonly revenue: bigint;
  readonly byFund: Readonly<Record<string, { readonly now: bigint; readonly carried: bigint }>>;
  readonly basic: bigint;
  readonly project: bigint;
  readonly surplus: bigint;
  readonly threePublic: bigint;
  readonly agency: bigint;
  readonly procurement: bigint;
  /** Files of its units, each a department's file by itself. */
  readonly units: readonly DepartmentFacts[];
}

/** A whole fictitious district: the same options give the same bytes. */
export function generateDistrict(options: DistrictOptions): District {
  const settings = { year: 2026, projects: 400, forms: 65, profile: 'shanxi', ...options } as const;
  const place = drawPlace(Random.of(settings.seed, 'place'));
  const made = Array.from({ length: settings.departments }, (_, index) => makeDepartment(index, settings, place));
  const district = { path: `${settings.year}/区县.yaml`, text: districtText(settings, place) };
  return { files: [district, ...made.flatMap((one) => one.files)], departments: made.map((one) => one.facts) };
}

type Settings = Required<DistrictOptions>;

interface Made {
  readonly files: { readonly path: string; readonly text: string }[];
  readonly facts: DepartmentFacts;
}

/** What makes some departments different from the others, so that any sixty have one of each. */
const isNew = (index: number) => index % 60 === 27;
const isSteady = (index: number) => index % 20 === 9;
const hasSurplus = (index: number) => index % 7 === 3;
const hasNoProjects = (index: number) => index % 30 === 22;
const hasSecrecyWords = (index: number) => index % 40 === 8;
/** Units have files of their own in every other department. */
const unitsHaveFiles = (index: number) => index % 2 === 0 || index === 3;

function makeDepartment(index: number, settings: Settings, place: Place): Made {
  const random = Random.of(settings.seed, index);
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
  return unitsHaveFiles(index)
    ? withUnitFiles(own, units, office, settings, random)
    : withUnitsInside(own, units, office, settings, random);
}

function whoIs(index: number, { area }: Place): { office: Office; name: string; code: string } {
  const office = OFFICES[index];
  if (office) return { office, name: `${area}${office.name}`, code: String(index + 1).padStart(3, '0') };
  const number = index - OFFICES.length;
  const [town = ''] = [TOWNS[number % TOWNS.length]];
  const again = number < TOWNS.length ? '' : `第${Math.floor(number / TOWNS.length) + 1}`;
  return { office: TOWN, name: `${area}${again}${town}${number % 3 === 2 ? '乡' : '镇'}人民政府`, code: String(701 + number) };
}

/** A town's unit bears the town's name, others the county's. */
const nameBefore = (name: string, { name: office }: Office): string => name.slice(0, name.length - office.length);

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

function withUnitFiles(own: Member, units: readonly Member[], office: Office, settings: Settings, random: Random): Made {
  const listed = units.map((unit): ListedUnit => ({ name: unit.name, kind: unit.kind, file: `${unit.code}-${unit.name}.yaml` }));
  const file = budgetFile(own, listed, [own, ...units], random, settings);
  const unitMade = units.map((unit) => {
    const topics = office.units?.find(({ name }) => unit.name.endsWith(name))?.topics ?? office.topics;
    return written(budgetFile(unit, [], [unit], random, settings), `单位/${unit.code}-${unit.name}.yaml`, topics, settings);
  });
  const department = written(file, `${own.code}-${own.name}.yaml`, office.topics, settings);
  return {
    files: [...department.files, ...unitMade.flatMap((one) => one.files)],
    facts: { ...department.facts, units: unitMade.map((one) => one.facts) },
  };
}

function withUnitsInside(own: Member, units: readonly Member[], office: Office, settings: Settings, random: Random): Made {
  const merged = units.reduce(withinDepartment, own);
  const listed = units.map((unit): ListedUnit => ({ name: unit.name, kind: unit.kind }));
  const agencies = [own, ...units].filter((one) => one.agencyBefore !== undefined);
  const byUnit =
    units.length > 0 ? { agencyByUnit: agencies.map((one) => ({ name: one.name, amount: operatingFunds(one.economic) })) } : {};
  const file = { ...budgetFile(merged, listed, [merged], random, settings), ...byUnit };
  return written(file, `${own.code}-${own.name}.yaml`, office.topics, settings);
}

function budgetFile(own: Member, units: readonly ListedUnit[], members: readonly Member[], random: Random, { year }: Settings): BudgetFile {
  const approved = random.int(5, 28);
  const published = approved + random.int(1, 20);
  const day = (number: number) => `${year}-0${number > 31 ? 2 : 1}-${String(number > 31 ? number - 31 : number).padStart(2, '0')}`;
  return {
    own,
    units,
    members,
    dates: { approved: day(approved), published: day(published) },
    ownGlossary: members.some((one) => yearTotal(one.surplus) > 0n),
    acknowledged: acknowledgements(own, members, random),
  };
}

function acknowledgements(own: Member, members: readonly Member[], random: Random): BudgetFile['acknowledged'] {
  const codes = unconfirmedCodes(members);
  const why = '已与当年《政府收支分类科目》核对编码和名称';
  const revenue = addYears(members.map(revenueOf));
  const parts = members.flatMap((one) => statedParts(one.lastYear));
  const isCopied = parts.length > 1 && parts.every(({ period, key, amount }) => amount === fundTotal(revenue[period], fundOf(key)));
  return [
    ...(codes.length > 2 || random.chance(0.3)
      ? codes.slice(0, 1).map(() => ({ check: 'codes-confirmed', why }))
      : codes.map((code) => ({ check: 'codes-confirmed', about: code, why }))),
    ...(own.duties.some((duty) => duty.includes('机要'))
      ? [{ check: 'secrecy-words', about: '机要', why: '机构职责的通用名称，不涉密' }]
      : []),
    ...(parts.length === 0 ? [{ check: 'last-year-stated', why: '今年新设立，没有上年预算' }] : []),
    ...(isCopied ? [{ check: 'last-year-published', why: '已对照上年公开的部门预算，两年安排相同' }] : []),
  ];
}

function statedParts(last: Year) {
  const periods = ['now', 'carried'] as const;
  return periods
    .flatMap((period) => [...last[period]].map(([key, amount]) => ({ period, key, amount })))
    .filter(({ amount }) => amount > 0n);
}

function written(file: BudgetFile, name: string, topics: readonly string[], settings: Settings): Made {
  const { seed, year, profile } = settings;
  const path = `${year}/${name}`;
  const text = fileText(file, {
    comment: ` 虚构的${name.startsWith('单位/') ? '单位' : '部门'}，由测试的生成程序写出（种子 ${seed}），与任何真实的单位无关。`,
    namedByDistrict: new Set(NAMED_BY_DISTRICT),
    reasons: reasonsOf(seed, file, topics),
    glossary: file.ownGlossary ? glossaryWithSurplus(profile) : undefined,
  });
  return { files: [{ path, text }], facts: factsOf(path, file) };
}

function factsOf(path: string, file: BudgetFile): DepartmentFacts {
  const { members, own } = file;
  const revenue = addYears(members.map(revenueOf));
  const leaves = members.flatMap(expenditureOf);
  const changes = changesOf(file);
  const now = (key: string) => changes.get(key)?.[0] ?? 0n;
  const projects = members.flatMap((one) => one.projects);
  return {
    path,
    code: own.code,
    name: own.name,
    projects: projects.length,
    forms: projects.filter((one) => one.form).length,
    revenue: yearTotal(revenue),
    byFund: Object.fromEntries(
      FUNDS.map((fund) => [fund, { now: fundTotal(revenue.now, fund), carried: fundTotal(revenue.carried, fund) }]),
    ),
    basic: yearTotal(addYears(leaves.map((leaf) => leaf.basic))),
    project: yearTotal(addYears(leaves.map((leaf) => leaf.project))),
    surplus: yearTotal(addYears(members.map((one) => one.surplus))),
    threePublic: sumOf(members.flatMap((one) => Object.values(one.threePublic).flatMap((item) => [...item.now.values()]))),
    agency: now('机关运行经费'),
    procurement: sumOf(members.flatMap((one) => [...one.procurement.values()])),
    units: [],
  };
}

const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'];
const fundOf = (key: MoneyKey): string => (FUNDS.includes(key) ? key : '单位资金');
const fundTotal = (money: Money, fund: string): bigint =>
  sumOf([...money].filter(([key]) => fundOf(key) === fund).map(([, amount]) => amount));

/** Typed names that the district's file gives once; departments type the others. */
const NAMED_BY_DISTRICT = ['2296003', '2239999', '2290402'];

function districtText({ seed, year, profile }: Settings, { area, level }: Place): string {
  return toYaml(
    {
      年度: `${year}`,
      地区: area,
      级次: level,
      方案: profile,
      名词解释: glossaryOf(profile),
      补充科目: NAMED_BY_DISTRICT.map((code) => ({ 编码: quoted(code), 名称: TYPED_NAMES[code] ?? '' })),
    },
    ` 虚构的区县，由测试的生成程序写出（种子 ${seed}），与任何真实的区县无关。`,
  );
}
