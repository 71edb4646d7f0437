/** The kinds of values that a schema of ours is made of. Every YAML scalar arrives here as the text typed. */
export { amount } from './fields/amount.js';
export { choice, yesNo } from './fields/choice.js';
export { code } from './fields/code.js';
export { date } from './fields/date.js';
export { closable, NONE, orNone, REST } from './fields/none.js';
export { count, measure } from './fields/number.js';
export { section } from './fields/section.js';
export { type StatedFigure, statedFigure } from './fields/stated-figure.js';
export { type TextOptions, text } from './fields/text.js';
