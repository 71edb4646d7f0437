import type { z } from 'zod';
import type { SourcePath } from '../../budget/figure.js';
import { listProjects } from '../../budget/list-projects.js';
import type { Definition } from '../../definition/definition.js';
import { NONE, REST } from '../../definition/fields.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { type OwnDeclarations, ownDataSchema } from '../../definition/schema/own-data.js';
import { PROJECT_CATEGORIES, PROJECT_TEXTS } from '../../definition/schema/project.js';
import { validate } from '../../definition/validate.js';
import { namesAskedOf, requiredFormTexts } from '../../narrative/asked.js';
import { oncePer } from '../../plain/objects.js';
import type { Profile } from '../../profile/profile.js';
import type { CheckContext, Path, Unstated } from '../check.js';

/** Something that the document asks for and nobody stated, with those who ask. */
interface Missing {
  readonly source: SourcePath;
  readonly askedBy: { readonly message: string; readonly file: string; readonly line: number; readonly column: number }[];
}

/** One finding for each key to write; keys of one section that «其余: 无» would state together are one. */
export function unstatedFindings(context: CheckContext, concerns: (path: SourcePath['path']) => boolean): Unstated[] {
  const groups = new Map<string, Missing[]>();
  for (const one of missing(context).filter(({ source }) => concerns(source.path))) {
    const { file, path } = one.source;
    const key = `${file}#${together(path).join('/')}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => describe(group, context));
}

/** What one finding speaks of: a section, what a project's form lacks, or all projects that lack the same key. */
function together(path: SourcePath['path']): SourcePath['path'] {
  if (isClosable(path)) return path.slice(0, 1);
  if (path[0] !== '项目') return path;
  return path[2] === '绩效目标表' ? path.slice(0, 3) : [path[0], ...path.slice(2)];
}

const missing = oncePer(({ unstated = [], tables, profile, definition }: CheckContext): readonly Missing[] => {
  const found = new Map<string, Missing>();
  const add = (source: SourcePath, askedBy: Missing['askedBy'][number]) => {
    const key = `${source.file}#${source.path.join('/')}`;
    const one = found.get(key) ?? { source, askedBy: [] };
    found.set(key, one);
    if (!one.askedBy.some((other) => other.file === askedBy.file && other.line === askedBy.line)) one.askedBy.push(askedBy);
  };
  for (const { sources, place } of unstated) {
    const { path, line, column } = place;
    for (const source of sources) add(source, { message: '模板里用到它', file: profile.display(path), line, column });
  }
  for (const { source, file } of unstatedByForm(definition, profile))
    add(source, { message: '绩效目标表或项目表要填它', file, line: 1, column: 1 });
  for (const table of tables) {
    const file = profile.display(profile.spec.报表[table.number - 1] ?? '');
    for (const source of table.unstated) add(source, { message: `报表“${table.name}”要填它`, file, line: 1, column: 1 });
  }
  return [...found.values()];
});

/** Texts that the published forms need, and names that a table of projects or a form prints. */
function unstatedByForm(definition: Definition, profile: Profile): { source: SourcePath; file: string }[] {
  const texts = requiredFormTexts(profile);
  const isNamed = namesAskedOf(profile) === 'all';
  const sorts = sortsProjects(profile.tables);
  return listProjects(definition).flatMap(({ project, member, index }) => {
    const form = project.绩效目标表;
    const open = form ? texts.filter((text) => form[text] === undefined).map((text) => ['项目', index, '绩效目标表', text]) : [];
    const name = project.名称 === undefined && (isNamed || form) ? [['项目', index, '名称']] : [];
    const category = sorts && project.类别 === undefined ? [['项目', index, '类别']] : [];
    return [...name, ...category, ...open].map((path) => ({
      source: { file: member.file, path },
      file: profile.display('绩效目标表.yaml'),
    }));
  });
}

const sortsProjects = oncePer((tables: Profile['tables']) => JSON.stringify(tables).includes('"类别"'));

const MOST_PLACES = 3;

function describe(group: readonly Missing[], { definition, profile }: CheckContext): Unstated {
  const [{ source }] = group as [Missing];
  const askers = new Map(group.flatMap((one) => one.askedBy).map((one) => [`${one.file}:${one.line}`, one]));
  const places = [...askers.values()].slice(0, MOST_PLACES);
  const related = places.map(({ message, ...place }) => ({ message, place: { kind: 'profile', at: () => place } as const }));
  const place = { kind: 'definition', file: source.file, path: source.path, part: 'key' } as const;
  const paths = group.map((one) => one.source.path);
  const names = source.path[0] === '项目' ? projectNames(group, definition) : namesOf(paths);
  const message = `未填：${names}。文件里要说它的话都没有印。`;
  return { kind: 'unstated', verdict: '未填', message, place, related, hint: hintOf(paths, profile.spec) };
}

/** “三公经费”; “上年预算”的“政府性基金预算”、“单位资金/事业收入”: the section is named once. */
function namesOf(paths: readonly SourcePath['path'][]): string {
  const rests = paths.flatMap(([, ...rest]) => (rest.length === 0 ? [] : [`“${rest.join('/')}”`]));
  const section = `“${paths[0]?.[0]}”`;
  return rests.length === 0 ? section : `${section}的${rests.join('、')}`;
}

const MOST_PROJECTS = 5;

/** 项目“平台维护”的绩效目标表的“立项依据”、“实施计划”; 项目“甲”、“乙”的“类别”. */
function projectNames(group: readonly Missing[], { members }: Definition): string {
  const names = group.map(({ source: { file, path } }) => {
    const index = Number(path[1]);
    return `“${members.find((member) => member.file === file)?.content.项目?.[index]?.名称 ?? `第 ${index + 1} 项`}”`;
  });
  const projects = [...new Set(names)];
  const more = projects.length > MOST_PROJECTS ? ` 等 ${projects.length} 个` : '';
  const [first] = group as [Missing];
  const form = first.source.path[2] === '绩效目标表' ? '的绩效目标表' : '';
  return `项目${projects.slice(0, MOST_PROJECTS).join('、')}${more}${form}的${keysOf(group.map(({ source }) => source.path))}`;
}

/** Sections that say «其余: 无» for what they do not list. */
const isClosable = (path: Path): boolean => path.length > 1 && (path[0] === '上年预算' || path[0] === '三公经费');

const keysOf = (paths: readonly Path[]): string => [...new Set(paths.map((path) => `“${path.at(-1)}”`))].join('、');

/** What is filled in with words: «无» would say nothing there. */
const TEXTS: readonly string[] = ['名称', ...PROJECT_TEXTS, '指标'];

/** What to write where nothing is stated: whatever it names as an example is what the reader of the file takes there. */
export function hintOf(paths: readonly Path[], declared: OwnDeclarations): string {
  const [path] = paths as [Path];
  const key = String(path.at(-1));
  const section = path.length === 1 ? key : '';
  if (key === '整体绩效目标') return '写“整体绩效目标: 是”或“整体绩效目标: 否”。';
  if (key === '编报绩效目标') return '写“编报绩效目标: 是”或“编报绩效目标: 否”；与其他项目不同的，在那个项目里写。';
  if (TEXTS.includes(key)) return `填写${keysOf(paths)}。`;
  if (key === '截至日期') return '写清点的日期，如“截至日期: 2025-12-31”。';
  if (key === '类别') return `在每个项目里写“类别”：${PROJECT_CATEGORIES.join('或')}。`;
  if (path[0] === '三公经费' && path.length > 1)
    return '填写金额，没有的写“无”；各项上年都没有，在“三公经费”里写“上年: 无”；没有写到的项目两年都没有，写“其余: 无”。';
  if (isClosable(path)) return `填写金额，没有的写“无”；没有写到的都没有，在“${path[0]}”里写“${REST}: ${NONE}”。`;
  if (section === '三公经费') return '逐项填写本年和上年；本年和上年都没有，写“三公经费: 无”。';
  if (section === '上年预算') return '按资金来源填写上年部门预算；上年没有预算，写“上年预算: 无”。';
  if (section === '机关运行经费') return '写“机关运行经费: {上年: 金额}”；上年没有，写“机关运行经费: {上年: 无}”。';
  if (section === '国有资产') return '填写截至上年末的车辆、办公用房和设备；没有的各写“无”。';
  return takesNone(path, declared) ? `填写“${key}”；没有的写“${key}: ${NONE}”。` : `填写“${key}”。`;
}

/** Whether the reader takes 无 there: asked of the reader itself, once a profile, so that no hint teaches what it refuses. */
function takesNone(path: Path, declared: OwnDeclarations): boolean {
  const steps = path.map((step) => (typeof step === 'number' ? 0 : step));
  const known = answersFor(declared);
  const key = steps.join('/');
  const answer = known.get(key) ?? readsNone(steps, declared);
  known.set(key, answer);
  return answer;
}

const answersFor = oncePer((_: OwnDeclarations) => new Map<string, boolean>());

function readsNone(steps: Path, declared: OwnDeclarations): boolean {
  const file = steps.reduceRight<unknown>((inner, step) => (step === 0 ? [inner] : { [step]: inner }), NONE);
  const isOwn = steps.length > 1 && (steps[0] === '明细' || steps[0] === '自有数据');
  const schema: z.ZodType = isOwn ? ownDataSchema('元', declared) : departmentSchema('元');
  const locate = (at: Path) => ({ file: at.join('/'), line: 1, column: 1 });
  const { diagnostics } = validate(schema, { value: file, locate });
  return !diagnostics.some(({ at, code }) => at?.file === steps.join('/') && code !== 'missing-key');
}
