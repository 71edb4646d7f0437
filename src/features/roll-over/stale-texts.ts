import { TO_CONFIRM } from '../../definition/carried-over-words.js';
import { parseYaml } from '../../definition/parse-yaml.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../diagnostics/source-text.js';
import type { Path } from '../../previous-year/place-names.js';
import { staleYears } from './stale-years.js';

/** Every text of a file that still speaks of `old` or the year before, with its place: left as it is, for a person to judge. */
export function staleTexts(source: SourceText, old: number): Diagnostic[] {
  const { tree } = parseYaml(source);
  if (!tree) return [];
  return textsOf(tree.value).flatMap(({ path, text }): Diagnostic[] => {
    const years = staleYears(text, old);
    if (years.length === 0) return [];
    const message = `“${path.at(-1)}”里还写着 ${years.join('、')}：${excerptOf(text, years[0] ?? '')}`;
    return [
      { code: 'stale-year', severity: 'warning', message, at: tree.locate(path), hint: '核对是否要改成新的年份；仍然正确的不用改。' },
    ];
  });
}

function textsOf(value: unknown, path: Path = []): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => (path.length === 0 && key === TO_CONFIRM ? [] : textsOf(item, [...path, key])));
}

/** The year with the words around it. */
function excerptOf(text: string, year: string): string {
  const at = Math.max(0, text.indexOf(year));
  const [from, to] = [Math.max(0, at - 10), at + 20];
  return `“${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}”。`;
}
