import { TO_CONFIRM } from '../definition/carried-over-words.js';
import type { Definition } from '../definition/definition.js';
import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import { findPlace, type Path } from './place-names.js';

interface MarkedFile {
  readonly content: object;
  readonly typed: unknown;
  locate(path: Path, part?: 'key' | 'value'): SourceLocation;
}

/** One error for every text that was taken over from last year and is still listed under 待确认: no figure can hide behind it. */
export function unconfirmedTexts({ members, district, locateInDistrict }: Definition): Diagnostic[] {
  return [...members, { content: district, typed: district, locate: locateInDistrict }].flatMap(unconfirmedIn);
}

function unconfirmedIn(file: MarkedFile): Diagnostic[] {
  const { [TO_CONFIRM]: names = [] } = file.content as { readonly [TO_CONFIRM]?: readonly string[] };
  return names.map((name, index) => unconfirmed(name, index, file));
}

function unconfirmed(name: string, index: number, { typed, locate }: MarkedFile): Diagnostic {
  const base = { code: 'text-unconfirmed', severity: 'error', at: locate([TO_CONFIRM, index]) } as const;
  const place = findPlace(name, typed);
  if (!place)
    return {
      ...base,
      message: `待确认的“${name}”已经不在文件里。`,
      hint: '内容已经删去的，删去“待确认”里的这一行；改了名的，核对以后再删。',
    };
  const related = [{ message: name, at: locate(place, 'key') }];
  return {
    ...base,
    message: `“${name}”沿用上年的内容，还没有人确认。`,
    related,
    hint: '核对这项内容，改好或没有问题后，删去“待确认”里的这一行。',
  };
}
