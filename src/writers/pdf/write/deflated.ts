import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const deflateAsync = promisify(deflate);

/** Compressed on another thread, in one go: a chunk that holds all needs no turn of this one. */
export const deflated = (data: Uint8Array): Promise<Uint8Array> => deflateAsync(data, { chunkSize: data.length + 1024 });
