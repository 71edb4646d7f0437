import type { TextStyle } from '../document/layout.js';
import { breakLines } from './break-lines.js';
import { lineSetting } from './line-setting.js';

/** A twentieth of a point: the smallest step that Word stores. */
const STEP = 0.05;
/** Half a point, a thirtieth of a character: nobody sees it. */
const MOST_STEPS = 10;

/** Programs round widths, each in its own way: a line that is filled to a hair ends now here, now there. */
const DOUBTS = [0, 1, -1];
const HABITS = [undefined, 'word', 'libreOffice'] as const;

/**
 * Points between characters, on top of the style's, with which our own rules, Word's and LibreOffice's set a paragraph
 * in the same number of lines; 0 where they do anyway. A line more in one of them would move all that follows on the
 * page, and the contents would name the wrong page. Undefined where no such spacing is small enough not to be seen.
 */
export function steadyTracking(text: string, style: TextStyle, width: number): number | undefined {
  const setting = lineSetting(style, width);
  const countOf = (tracking: number, doubt: number, habits: (typeof HABITS)[number]) => {
    const characterSpacing = setting.characterSpacing + tracking;
    return breakLines(text, { ...setting, characterSpacing, width: setting.width + doubt, ...(habits && { habits }) }).length;
  };
  return candidates().find((tracking) => {
    const own = countOf(tracking, 0, undefined);
    return HABITS.every((habits) => DOUBTS.every((doubt) => countOf(tracking, doubt, habits) === own));
  });
}

/** 0, then ever larger steps in both directions. */
function candidates(): number[] {
  const steps = Array.from({ length: MOST_STEPS }, (_, index) => (index + 1) * STEP);
  return [0, ...steps.flatMap((step) => [step, -step])];
}
