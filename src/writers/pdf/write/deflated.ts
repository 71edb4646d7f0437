import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const deflateAsync = promisify(deflate);

/** Compressed on another thread, mostly in one go: a chunk that holds all needs no turn of this one. Pages come down to a fifth. */
export const deflated = (data: Uint8Array): Promise<Uint8Array> => deflateAsync(data, { chunkSize: (data.length >> 2) + 1024 });
