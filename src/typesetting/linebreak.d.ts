/** linebreak 1.1.0 ships no types: the part of it that is used. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may or must end: an offset in UTF-16 units; null after the last. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
