import { parseYaml } from '../definition/parse-yaml.js';
import { readSource } from '../definition/read-source.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { nearestWord } from '../plain/nearest-word.js';
import { isPlainObject } from '../plain/objects.js';

/** The files of a profile by their path inside its folder, as bytes. */
export type ProfileFiles = ReadonlyMap<string, Uint8Array>;

/** One folder that a profile is made of; `folder` is the name that messages show. */
export interface ProfileLayer {
  readonly folder: string;
  readonly files: ProfileFiles;
  /** What stands in the folder and was not read. */
  readonly refused?: readonly Diagnostic[];
}

/** Finds a profile by the name that 继承 gives; undefined where there is none. */
export type FindProfile = (name: string) => ProfileLayer | undefined;

/** The layers of a profile, from what is asked first to the oldest parent. */
export interface LayeredProfile {
  readonly layers: readonly ProfileLayer[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Follows 继承 from a profile to its oldest parent; a missing parent or a circle is a finding at the key. */
export function profileLayers(start: ProfileLayer, find: FindProfile, names: readonly string[] = []): LayeredProfile {
  const layers = [start];
  for (;;) {
    const layer = layers.at(-1) ?? start;
    const broken = brokenSpec(layer);
    if (broken) return { layers, ...broken };
    const parent = statedParent(layer);
    if (!parent) return { layers, diagnostics: [], sources: [] };
    const next = find(parent.name);
    const refusal = next ? circle(next, layers, parent) : missing(parent, names);
    if (refusal) return { layers, diagnostics: [refusal], sources: parent.sources };
    if (next) layers.push(next);
  }
}

/** A 方案.yaml that cannot be read: nobody knows what it departs from, and what it lacks is no finding. */
function brokenSpec({ folder, files }: ProfileLayer): Pick<LayeredProfile, 'diagnostics' | 'sources'> | undefined {
  const bytes = files.get('方案.yaml');
  if (!bytes) return undefined;
  const { text, diagnostics } = readSource(bytes, `${folder}/方案.yaml`);
  const parsed = text && parseYaml(text);
  if (parsed?.tree) return undefined;
  return { diagnostics: [...diagnostics, ...(parsed?.diagnostics ?? [])], sources: text ? [text] : [] };
}

interface StatedParent {
  readonly name: string;
  readonly at: NonNullable<Diagnostic['at']>;
  readonly sources: readonly SourceText[];
}

/** The 继承 of a layer, whatever else is wrong with the file: that is reported where it is read whole. */
function statedParent({ folder, files }: ProfileLayer): StatedParent | undefined {
  const bytes = files.get('方案.yaml');
  if (!bytes) return undefined;
  const { text } = readSource(bytes, `${folder}/方案.yaml`);
  const tree = text && parseYaml(text).tree;
  const name = isPlainObject(tree?.value) ? tree.value['继承'] : undefined;
  return text && tree && typeof name === 'string' ? { name, at: tree.locate(['继承']), sources: [text] } : undefined;
}

function missing({ name, at }: StatedParent, names: readonly string[]): Diagnostic {
  const near = nearestWord(name, names);
  const hint = near === undefined ? '“继承”写的是同一个 templates/ 里另一个方案的文件夹名，如 shanxi。' : `是否为“${near}”？`;
  return { code: 'profile-parent-missing', severity: 'error', message: `没有“${name}”这个上级方案。`, at, hint };
}

function circle(next: ProfileLayer, layers: readonly ProfileLayer[], { at }: StatedParent): Diagnostic | undefined {
  const start = layers.findIndex((layer) => layer.folder === next.folder);
  if (start === -1) return undefined;
  const chain = [...layers.slice(start), next].map((layer) => layer.folder).join(' → ');
  return {
    code: 'profile-parent-cycle',
    severity: 'error',
    message: `方案的继承绕成了圈：${chain}。`,
    at,
    hint: '最上一级的方案不写“继承”。',
  };
}
