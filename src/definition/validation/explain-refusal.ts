import type { Refusal } from '../fields/refusal.js';
import type { YamlPath } from '../parse-yaml.js';
import { quoted, subjectOf } from './path-words.js';
import type { Problem } from './problem.js';

/** Says why a field refused its text. A long text is not repeated, a figure is. */
export function explainRefusal(refusal: Refusal, path: YamlPath, value: unknown): Problem {
  const { code, reason, suggestion } = refusal;
  const subject = subjectOf(path);
  const typed = quoted(String(value));
  const message = code === 'text-invalid' || code === 'not-filled-in' ? `${subject}${reason}。` : `${subject}不能写成${typed}：${reason}。`;
  const hint = refusal.hint ?? (suggestion === undefined ? undefined : `是否为 ${suggestion}？`);
  return { code, path, message, hint };
}
