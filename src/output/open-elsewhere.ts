import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations } from './context.js';
import { errorCode } from './refusal.js';

/** Word and WPS put `~$` over the first two characters of a name, LibreOffice and WPS for Linux prefix theirs. */
const ownerFiles = (name: string): string[] => [`~$${name.slice(2)}`, `~$${name}`, `.~lock.${name}#`, `.~${name}`];

/** Files that were replaced while a program shows the old ones: it must open them anew. */
export function openElsewhere(folder: string, names: readonly string[], files: FileOperations): Diagnostic[] {
  const present = new Set(namesIn(folder, files));
  const open = names.filter((name) => ownerFiles(name).some((owner) => present.has(owner)));
  return open.map((name) => ({
    code: 'output-open-elsewhere',
    severity: 'warning',
    message: `“${name}”好像正在 Word/WPS 中打开，那里看到的仍是以前的内容。`,
    hint: '请关闭后重新打开，不要在旧窗口里保存。',
  }));
}

/** Everything is in place by now: a disk that fails here takes nothing back. */
function namesIn(folder: string, files: FileOperations): string[] {
  try {
    return files.readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return [];
  }
}
