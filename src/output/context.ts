import type * as fs from 'node:fs';

/** The file operations that writing needs; tests hand in ones that fail. */
export type FileOperations = Pick<
  typeof fs,
  | 'openSync'
  | 'writeSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'readFileSync'
  | 'copyFileSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'lstatSync'
  | 'statSync'
  | 'readdirSync'
  | 'mkdirSync'
  | 'rmdirSync'
  | 'realpathSync'
>;

/** What writing may use of the world around it. */
export interface OutputContext {
  readonly files: FileOperations;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Waits between attempts on a file that is held; absent: some seconds in all. */
  readonly patience?: readonly number[];
  /** This run, and whether another one of this machine is still alive. */
  readonly run: { readonly id: number; readonly host: string; isAlive(id: number): boolean };
  /** A path as messages show it. */
  readonly show: (path: string) => string;
  /** Told what is waited for. */
  readonly onWait: (what: string) => void;
}

/** A file to be written, by its name in the folder. */
export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
