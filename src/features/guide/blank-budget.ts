import { type Budget, computeBudget } from '../../budget/budget.js';
import { type WrongUse, wrongUse } from '../../commands/wrong-use.js';
import { parseClassifications } from '../../definition/classifications.js';
import type { Definition } from '../../definition/definition.js';
import { loadDefinition } from '../../definition/load-definition.js';
import { textFile } from '../../definition/read-source.js';
import type { Environment } from '../../environment.js';
import { classificationFolder, classificationYears } from '../../input/places.js';
import { readClassificationFiles } from '../../input/read-files.js';
import { departmentYaml } from '../init/department-yaml.js';
import { districtYaml } from '../init/district-yaml.js';

/** Of any department only the names are told: a new one, with nothing filled in, has them all. */
export function blankBudget(environment: Environment): Budget | WrongUse {
  const year = classificationYears(environment).at(-1);
  const folder = year && classificationFolder(year, environment);
  if (!year || !folder)
    return wrongUse('data/classifications/ 里没有科目目录。', '把财政部公布的科目目录放到 data/classifications/<年度>/。');
  const files = readClassificationFiles(folder).value;
  const { value: classifications, diagnostics } = files ? parseClassifications(files) : { diagnostics: [] };
  if (!classifications)
    return wrongUse('data/classifications/ 里的科目目录读不了。', diagnostics[0]?.message ?? '运行 npm run check 看详细。');
  return computeBudget(blankDefinition(year), classifications);
}

export function blankDefinition(year: string): Definition {
  const department = departmentYaml({ name: '部门', code: '000', kind: '行政', year }, '');
  const district = districtYaml(year, { area: '区县', level: '区级', profile: '方案' });
  const { value } = loadDefinition(textFile('部门.yaml', department), textFile('区县.yaml', district));
  if (!value) throw new Error('the file of a new department has errors');
  return value;
}
