import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/** Stack traces of the bundle name the sources. Its map is read when the first is asked for, which is when we have a bug. */
export function tracesInSources(bundle: string): void {
  let map: SourceMap | undefined;
  const inSources = (frame: NodeJS.CallSite): string => {
    if (frame.getFileName() !== bundle) return String(frame);
    map ??= new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
    const found = map.findEntry((frame.getLineNumber() ?? 1) - 1, (frame.getColumnNumber() ?? 1) - 1);
    if (!('originalSource' in found)) return String(frame);
    const name = frame.getFunctionName() ?? '<anonymous>';
    return `${name} (${found.originalSource.replace(/^(\.\.\/)+/, '')}:${found.originalLine + 1}:${found.originalColumn + 1})`;
  };
  Error.prepareStackTrace = (error, frames) => [String(error), ...frames.map((frame) => `    at ${inSources(frame)}`)].join('\n');
}
