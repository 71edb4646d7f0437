import { basename, join } from 'node:path';
import { parseYaml } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import { UNIT_FOLDER } from '../../input/places.js';
import { readInputFile } from '../../input/read-files.js';
import type { Shelf } from '../../input/shelf.js';
import { districtFolder, isUnitFile } from '../../input/unit-documents.js';
import { isPlainObject } from '../../plain/objects.js';
import { valueAt } from '../excel/form-tree.js';
import { bare } from './find-table.js';
import type { Owner } from './read-table.js';

interface Unit {
  readonly name: string;
  readonly code: string;
}

/** A department's or unit's file as the one that tables go to. Units with files of their own are not its own rows. */
export function ownerOf(path: string, shelf: Shelf): Owner & { readonly unitsApart: readonly string[] } {
  const tree = treeOf(path);
  const own = unitOf(tree);
  const listed = valueAt(tree, ['部门', '所属单位']);
  const units = Array.isArray(listed) ? listed.filter(isPlainObject) : [];
  const apart = units.flatMap((unit): Unit[] =>
    typeof unit['定义'] === 'string' && !isUnitFile(path)
      ? [{ name: String(unit['名称'] ?? ''), code: unitOf(treeOf(join(districtFolder(path), UNIT_FOLDER, unit['定义']))).code }]
      : [],
  );
  const names = new Set([own.name, ...units.map((unit) => String(unit['名称'] ?? ''))].filter((name) => name !== '').map(bare));
  const year = basename(districtFolder(path));
  const { value: lists } = shelf.classifications(year);
  const has = (said: string): boolean => {
    const [code = ''] = /\d{3,9}/.exec(said) ?? [];
    const name = bare(said.replace(/^[\d\s-]+/, ''));
    if (apart.some((unit) => (unit.code !== '' && code === unit.code) || bare(unit.name) === name)) return false;
    return (code !== '' && own.code !== '' && code.startsWith(own.code)) || names.has(name);
  };
  const list = (name: string) =>
    ({ 功能分类: lists?.functional, 部门经济分类: lists?.departmentEconomic, 政府经济分类: lists?.governmentEconomic })[name];
  return { names, has, lists: list, year, unitsApart: apart.map(({ name }) => name) };
}

function unitOf(tree: unknown): Unit {
  const said = (key: string) => String(valueAt(tree, ['部门', key]) ?? '');
  return { name: said('名称'), code: said('代码') };
}

function treeOf(path: string): unknown {
  const { value } = readInputFile(path, path);
  const { text } = value ? readSource(value.bytes, value.name) : { text: undefined };
  return text && parseYaml(text).tree?.value;
}
