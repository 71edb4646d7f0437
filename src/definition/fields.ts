/** The kinds of values that a schema of ours is made of. Every YAML scalar arrives here as the text typed. */

export { choice, closable, NONE, orNone, REST, section, yesNo } from './fields/choice.js';
export { amount, count, measure, type StatedFigure, statedFigure } from './fields/number.js';
export { code, date, type TextOptions, text } from './fields/text.js';
