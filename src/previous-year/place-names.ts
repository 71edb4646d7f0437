import { Decimal } from '../money/decimal.js';

export type Path = readonly (string | number)[];

/** Keys that tell one item of a list from another, the best first. */
const NAMING_KEYS = ['名称', '科目', '名词', '编码', '检查'];

/** A path as people say it, with the names of list items: `项目/政府印刷费/绩效目标表`. */
export function placeName(path: Path, root: unknown): string {
  let value = root;
  return path
    .map((step) => {
      value = childOf(value, step);
      return typeof step === 'number' ? (nameOf(value) ?? `第${step + 1}项`) : step;
    })
    .join('/');
}

/** The first place of that name; nothing where it is no longer there. */
export function findPlace(name: string, root: unknown): Path | undefined {
  const waiting: { readonly path: Path; readonly value: unknown; readonly said: string }[] = [{ path: [], value: root, said: '' }];
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    if (at.said === name) return at.path;
    if (at.said !== '' && !name.startsWith(`${at.said}/`)) continue;
    for (const [step, value] of childrenOf(at.value)) {
      const said = typeof step === 'number' ? (nameOf(value) ?? `第${step + 1}项`) : step;
      waiting.push({ path: [...at.path, step], value, said: at.said === '' ? said : `${at.said}/${said}` });
    }
  }
  return undefined;
}

function childOf(value: unknown, step: string | number): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[step] : undefined;
}

function childrenOf(value: unknown): [step: string | number, value: unknown][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return value !== null && typeof value === 'object' && !(value instanceof Decimal) ? Object.entries(value) : [];
}

function nameOf(item: unknown): string | undefined {
  const key = NAMING_KEYS.find((candidate) => typeof childOf(item, candidate) === 'string');
  return key === undefined ? undefined : String(childOf(item, key));
}
