/** A file as it was read: its bytes, and the name that messages show. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
