import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import type { Member } from './definition.js';
import type { InputFile, Loaded, UnitFiles } from './input-file.js';
import { statedDepartment } from './stated-department.js';

type Listed = NonNullable<Member['content']['部门']['所属单位']>[number];

interface LoadedUnits {
  readonly members: readonly Member[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** The member units that a department lists with a file of their own. */
export function loadUnits(department: Member, unitFiles: UnitFiles, load: (file: InputFile) => Loaded<Member>): LoadedUnits {
  const listed = department.content.部门.所属单位 ?? [];
  const loaded = listed.map((unit, index): Loaded<Member> => {
    const place = ['部门', '所属单位', index];
    if (unit.定义 === undefined) return { diagnostics: notTaken(unit, department.locate(place), unitFiles), sources: [] };
    const at = department.locate([...place, '定义']);
    const file = unitFiles.get(unit.定义);
    return file ? sameUnit(load(file), unit, at) : { diagnostics: [missingUnit(unit.定义, at)], sources: [] };
  });
  return {
    members: loaded.flatMap((one) => one.value ?? []),
    diagnostics: loaded.flatMap((one) => one.diagnostics),
    sources: loaded.flatMap((one) => one.sources),
  };
}

/** The unit's own file must bear the name under which the department lists it. */
function sameUnit(loaded: Loaded<Member>, { 名称: name }: Listed, listed: SourceLocation): Loaded<Member> {
  const stated = loaded.value?.content.部门.名称;
  if (!loaded.value || stated === name) return loaded;
  const diagnostic: Diagnostic = {
    code: 'unit-name',
    severity: 'error',
    message: `单位名称是“${stated}”，部门文件的“所属单位”里写的是“${name}”。`,
    at: loaded.value.locate(['部门', '名称']),
    related: [{ message: `“${name}”的“定义”`, at: listed }],
    hint: '把两处改成一致，或核对“定义”的文件名。',
  };
  return { ...loaded, diagnostics: [...loaded.diagnostics, diagnostic] };
}

function missingUnit(file: string, at: SourceLocation): Diagnostic {
  const message = `找不到所属单位的定义文件“${file}”。`;
  return { code: 'unit-file-missing', severity: 'error', message, at, hint: '核对文件名；文件应放在“单位”文件夹里。' };
}

/** A unit listed by its name alone, though there is a file of it: whatever stands in that file would be lost without a word. */
function notTaken({ 名称: name }: Listed, at: SourceLocation, unitFiles: UnitFiles): Diagnostic[] {
  const [file] = [...unitFiles].find(([, input]) => statedName(input) === name) ?? [];
  if (file === undefined) return [];
  const message = `“单位”文件夹里有“${name}”的文件“${file}”，这里没有写“定义”，文件里的内容没有汇总，也不会公开。`;
  const hint = `写上“定义: ${file}”；钱已经填在部门文件里、不用它的，把它移出“单位”文件夹。`;
  return [{ code: 'unit-file-not-listed', severity: 'warning', message, at, hint }];
}

/** Read once for all departments of a district. */
const statedNames = new WeakMap<InputFile, unknown>();

function statedName(input: InputFile): unknown {
  if (!statedNames.has(input)) statedNames.set(input, statedDepartment(input)?.['名称']);
  return statedNames.get(input);
}
