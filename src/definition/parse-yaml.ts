import { Composer, type CST, type Document, type ParsedNode } from 'yaml';
import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import { locationAt, type SourceText } from '../diagnostics/source-text.js';
import { withinLimit } from './within-limit.js';
import { checkTokens } from './yaml/check-tokens.js';
import { checkCharacters, checkWholeFile } from './yaml/check-whole-file.js';
import { type Finding, findingToDiagnostic } from './yaml/finding.js';
import { onePerLine, syntaxFindings } from './yaml/syntax-findings.js';
import { readTokens } from './yaml/tokens.js';
import { buildTree, type Place } from './yaml/tree.js';

/** Keys and indexes from the top of the file to a value. */
export type YamlPath = readonly (string | number)[];

/** The content of a YAML file: null-prototype objects, lists and texts as typed, with the place of each. */
export interface YamlTree {
  readonly value: unknown;
  /** Place of a key or value; for a path that does not exist, of its nearest existing parent's key. */
  readonly locate: (path: YamlPath, part?: 'key' | 'value') => SourceLocation;
}

export interface ParsedYaml {
  readonly tree?: YamlTree;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads YAML 1.2 with nothing interpreted: every scalar stays the text as typed. Gives a tree only without errors. */
export function parseYaml(source: SourceText): ParsedYaml {
  const refused = (findings: readonly Finding[]): ParsedYaml => ({
    diagnostics: withinLimit(findings, (finding) => findingToDiagnostic(finding, source), source.file),
  });
  const unfit = checkCharacters(source);
  if (unfit.length > 0) return refused(unfit);
  const tokens = readTokens(source.text);
  if (!tokens) return refused([TOO_COMPLEX]);
  const seen = checkTokens(tokens);
  if (seen.some(({ code }) => code === 'yaml-too-deep' || code === 'yaml-too-many-items')) return refused(seen);
  const { findings, value, place } = compose(tokens, source, seen);
  const { diagnostics } = refused(findings);
  const isRefused = findings.some((finding) => !finding.isWarning);
  return isRefused ? { diagnostics } : { tree: { value, locate: locator(place, source) }, diagnostics };
}

const TOO_COMPLEX: Finding = {
  code: 'yaml-too-complex',
  message: '文件的内容太多，超出允许范围。',
  hint: '核对是否选错了文件，或有内容被重复粘贴。',
  offset: 0,
};

interface Composed {
  readonly findings: readonly Finding[];
  readonly value?: unknown;
  readonly place?: Place;
}

function compose(tokens: readonly CST.Token[], source: SourceText, seen: readonly Finding[]): Composed {
  const documents = composeDocuments(tokens);
  const problems = documents.flatMap((document) => [...document.errors, ...document.warnings]);
  const root = documents[0]?.contents;
  const whole = checkWholeFile(root ?? undefined, source, problems.length > 0);
  const built = root ? buildTree(root, source.text) : undefined;
  const all = [...seen, ...syntaxFindings(problems, source), ...(built?.findings ?? []), ...whole];
  const errors = onePerLine(
    all.filter((finding) => !finding.isWarning),
    source,
  );
  // Where the syntax is broken, a folded text is more likely a consequence than meant.
  const isKept = ({ code, isWarning }: Finding) => isWarning && !(errors.length > 0 && code === 'yaml-folded-space');
  const findings = [...errors, ...all.filter(isKept)].sort((a, b) => a.offset - b.offset);
  return built ? { findings, value: built.value, place: built.place } : { findings };
}

/** Failsafe: every scalar is a text. Duplicate keys are our own linear check, the library's is quadratic. */
function composeDocuments(tokens: readonly CST.Token[]): Document.Parsed<ParsedNode>[] {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, version: '1.2' });
  return [...composer.compose(tokens, true, 0)];
}

function locator(root: Place | undefined, source: SourceText): YamlTree['locate'] {
  return (path, part = 'value') => {
    let place = root;
    for (const [index, step] of path.entries()) {
      const next = place?.children.get(step);
      if (!next) return locationAt(source, index === 0 ? 0 : (place?.key ?? place?.value ?? 0));
      place = next;
    }
    return locationAt(source, (part === 'key' ? place?.key : undefined) ?? place?.value ?? 0);
  };
}
