import { OFFICES, type Office, TOWN, TOWNS } from './offices.js';
import type { Place } from './words.js';

/** The departments of a district in their order: offices, then as many towns as are asked for. */
export function whoIs(index: number, { area }: Place): { office: Office; name: string; code: string } {
  const office = OFFICES[index];
  if (office) return { office, name: `${area}${office.name}`, code: String(index + 1).padStart(3, '0') };
  const number = index - OFFICES.length;
  const [town = ''] = [TOWNS[number % TOWNS.length]];
  const again = number < TOWNS.length ? '' : `第${Math.floor(number / TOWNS.length) + 1}`;
  return { office: TOWN, name: `${area}${again}${town}${number % 3 === 2 ? '乡' : '镇'}人民政府`, code: String(701 + number) };
}

/** A town's unit bears the town's name, others the county's. */
export const nameBefore = (name: string, { name: office }: Office): string => name.slice(0, name.length - office.length);
