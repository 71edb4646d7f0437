import type { Budget } from '../budget/budget.js';
import type { Figure } from '../budget/figure.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Profile } from '../profile/profile.js';
import { checkTemplates } from './check-template.js';
import { templateContext } from './context.js';
import { leaveOutUnstated } from './leave-out.js';
import { type NarrativeBlock, parseMarkup } from './markup.js';
import { templateEngine } from './template-engine.js';
import { TemplateFailure } from './template-limits.js';
import { TokenBook, type UnstatedUse } from './tokens.js';

/** The narrative of a disclosure: its chapters by template path, and the figures that they print. */
export interface Narrative {
  readonly chapters: ReadonlyMap<string, readonly NarrativeBlock[]>;
  readonly figures: ReadonlyMap<string, Figure>;
  /** What the templates asked for and nobody stated: the sentences about it are left out. */
  readonly unstated: readonly UnstatedUse[];
}

/** Writes every chapter of the profile's outline; templates with mistakes give diagnostics and no narrative. */
export function writeNarrative(budget: Budget, profile: Profile): { narrative?: Narrative; diagnostics: Diagnostic[] } {
  const book = new TokenBook();
  const context = templateContext(budget, { text: (raw) => book.text(raw), gap: (sources) => book.gap(sources) }, profile.spec);
  const diagnostics = checkTemplates(profile.templates, context.shape, (path) => profile.display(path));
  if (diagnostics.length > 0) return { diagnostics };
  const render = templateEngine(profile.templates, profile.spec, book);
  const chapters = new Map<string, readonly NarrativeBlock[]>();
  for (const path of profile.spec.大纲.flatMap((part) => part.章节 ?? [])) {
    const written = renderOrRefuse(() => render(path, context.value), path, profile);
    if (typeof written !== 'string') return { diagnostics: [written] };
    chapters.set(path, parseMarkup(leaveOutUnstated(written, book), book));
  }
  return { narrative: { chapters, figures: book.figures, unstated: book.unstated }, diagnostics };
}

function renderOrRefuse(render: () => string, chapter: string, profile: Profile): string | Diagnostic {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    const { code, reason, hint, place = { path: chapter, line: 1, column: 1 } } = error;
    const at = { file: profile.display(place.path), line: place.line, column: place.column };
    return { code, severity: 'error', message: reason, at, hint };
  }
}
