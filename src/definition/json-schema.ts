import { z } from 'zod';
import { type EditorType, editorTypes, editorWords } from './fields/scalar-field.js';

type Json = Record<string, unknown>;

/** Codes with their names, by the title of the keys that take them. */
export type CodeNames = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** A draft-07 JSON Schema with which an editor completes, explains and checks a file of this schema. */
export function definitionJsonSchema(schema: z.ZodType, title: string, codes: CodeNames = {}): Json {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => adjust(zodSchema, jsonSchema as Json),
  });
  const plain = JSON.parse(JSON.stringify(json)) as Json;
  const used = new Set<string>();
  explainKeys(plain, (key, property) => {
    explain(key, property);
    const { title: named } = property as { title: string };
    if (codes[named] && used.add(named)) offerCodes(property, named);
  });
  const definitions = Object.fromEntries([...used].map((name) => [name, codeList(codes[name] ?? new Map())]));
  // What an editor shows as the source of a finding.
  return { title, ...plain, ...(used.size > 0 && { definitions }) };
}

/** An editor reads `1262.80` as a number; we read it as typed. A key without value is null to it, which no schema takes. */
function adjust(zodSchema: z.core.$ZodType, json: Json): void {
  delete json['newYear'];
  const editor = zodSchema instanceof z.ZodType ? editorTypes.get(zodSchema) : undefined;
  if (editor) {
    const { types, minimum: _, maximum: __, ...others } = editor;
    Object.assign(json, { type: types.length === 1 ? types[0] : [...types] }, others, range(editor));
  }
  const words = zodSchema instanceof z.ZodType ? editorWords.get(zodSchema)?.words : undefined;
  if (words && !json['anyOf']) orWords(json, words);
}

/** A number outside its range is refused as one: an editor has words of its own for a range, and takes ours for a type. */
function range({ minimum, maximum, patternErrorMessage: errorMessage }: EditorType): Json {
  if (minimum === undefined || maximum === undefined) return {};
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { type: 'number', not: { minimum, maximum } }, then: { type: 'string', errorMessage } };
}

/** The section as it was, or one of the words; its title stays outside. */
function orWords(json: Json, words: readonly string[]): void {
  const section: Json = {};
  for (const key of Object.keys(json).filter((each) => each !== 'title' && each !== 'description')) {
    section[key] = json[key];
    delete json[key];
  }
  json['anyOf'] = [{ enum: [...words] }, section];
}

/** Every key of every section, wherever it stands. */
function explainKeys(json: unknown, each: (key: string, property: Json) => void): void {
  if (Array.isArray(json)) for (const one of json) explainKeys(one, each);
  if (typeof json !== 'object' || json === null) return;
  const { properties = {} } = json as { properties?: Record<string, Json> };
  for (const [key, property] of Object.entries(properties)) each(key, property);
  for (const one of Object.values(json)) explainKeys(one, each);
}

/** Title, description and, where any value may stand, an example: of the key itself, or of all that have its title. */
function explain(key: string, property: Json): void {
  property['title'] ??= key;
  const help = editorHelp(`${property['title']}`);
  const { description } = help;
  const { example = help.example } = property;
  delete property['example'];
  const isTotal = property['examples'] !== undefined && property['pattern'] === undefined;
  const told = description ?? (isTotal ? `批复文件上的${key}，只用来核对，不会印出。` : undefined);
  if (told !== undefined) property['description'] ??= told;
  if (example !== undefined) property['examples'] ??= [example];
}

/** One of the year's codes, by its name; or another one, which the lists may not have yet. The list itself is the example. */
function offerCodes(property: Json, name: string): void {
  delete property['examples'];
  property['anyOf'] = [{ $ref: `#/definitions/${name}` }, {}];
}

/** As numbers: an unquoted code is one to an editor. Each by itself, so that a hover tells of one instead of all. */
const codeList = (names: ReadonlyMap<string, string>): Json => ({
  anyOf: [...names].map(([code, name]) => ({ const: Number(code), title: `${code} ${name}`, description: name })),
});

/** What an editor says of a key beyond its schema: shown on hover, and offered as a value. */
interface EditorHelp {
  readonly description?: string;
  readonly example?: string;
}

const REASON = '新增一项工作';
const PURPOSES: Readonly<Record<string, string>> = {
  项目概况: '维修办公楼屋面和外墙，面积 1250 平方米。',
  立项依据: '区政府常务会议纪要〔2025〕12 号。',
  项目设立必要性: '屋面多处渗漏，影响正常办公。',
  '保证项目实施的制度、措施': '按单位财务制度和项目管理办法执行。',
  项目实施计划: '3 月招标，4 月开工，8 月验收。',
  实施期总体目标: '8 月底前完成维修并投入使用。',
};

/** By the title of a key; what has a description in its schema keeps it. */
const HELP: Readonly<Record<string, EditorHelp>> = {
  单位名称: { description: '单位全称，与公章一致。', example: '虚构市示例区图书馆' },
  金额: { description: '本年收入的金额（元）。' },
  功能分类科目: { example: '2010301' },
  科目名称: { description: '科目的名称，照科目目录写。', example: '行政运行' },
  ...Object.fromEntries(
    Object.entries(PURPOSES).map(([title, example]) => [title, { description: `${title}，照绩效目标表填写。`, example }]),
  ),
  产出指标: { description: '数量、质量、时效、成本等二级指标，每个下面列三级指标。' },
  效益指标: { description: '经济、社会、生态效益和可持续影响等二级指标，每个下面列三级指标。' },
  满意度指标: { description: '服务对象满意度等二级指标，每个下面列三级指标。' },
  本年预算: { description: '本年的金额，按资金来源填写。' },
  货物: { description: '政府采购货物的预算（元）。' },
  工程: { description: '政府采购工程的预算（元）。' },
  服务: { description: '政府采购服务的预算（元）。' },
  级次: { description: '区县在预算级次中的一级，用于正文和标题。' },
};

/** Keys that a schema lists by a rule are explained by one. */
const RULES: readonly (readonly [RegExp, (title: string) => EditorHelp])[] = [
  [/增减原因$/, () => ({ example: REASON })],
  [/用车（辆）$/, (title) => ({ description: `实有的${title.replace('（辆）', '')}辆数。` })],
  [/（辆、台、套）$/, (title) => ({ description: `本年计划购置的${title.replace(/（.*/, '')}数量。` })],
];

function editorHelp(title: string): EditorHelp {
  return HELP[title] ?? RULES.find(([rule]) => rule.test(title))?.[1](title) ?? {};
}
