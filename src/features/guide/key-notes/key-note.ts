/** What a key does, what holds where it is not written, and how it is written. */
export type KeyNote = readonly [effect: string, absent: string, example: string];
/** By the path of the key in its file. */
export type KeyNotes = Readonly<Record<string, KeyNote>>;

export const NEEDED = '必填';
