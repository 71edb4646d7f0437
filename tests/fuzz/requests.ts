import { readFileSync } from 'node:fs';
import { Duplex } from 'node:stream';
import fc from 'fast-check';
import { previewServer } from '../../src/features/preview/server.js';
import { openSession, type Session } from '../../src/features/preview/session.js';
import { sha256 } from '../../src/input/read-files.js';
import { changes, spoil } from './mutations.js';
import { type Project, scratchProject } from './project.js';
import type { Target } from './targets.js';

const DEPARTMENT = 'data/2026/003-朔州市平鲁区人民政府办公室.yaml';
const DISTRICT = 'data/2026/区县.yaml';
const DOOR = { port: 4000, token: '0123456789abcdef0123456789abcdef' };
const HERE = `http://127.0.0.1:${DOOR.port}`;

/** What the page asks for. */
const LINES = [
  ...['', 'client.js', 'page?version=3', 'pdf', 'state', 'schema', 'events', `file?name=${encodeURIComponent(DISTRICT)}`].map(
    (path) => `GET /${DOOR.token}/${path}`,
  ),
  `PUT /${DOOR.token}/file`,
];

const spoiltRequest = fc.record({
  line: fc.constantFrom(...LINES, ...Array(LINES.length).fill(`PUT /${DOOR.token}/file`)),
  file: fc.constantFrom(DEPARTMENT, DISTRICT),
  head: fc.option(changes, { nil: [], freq: 1 }),
  /** Of the text that is saved, or of the whole body. */
  spoilt: fc.constantFrom('text', 'body'),
  body: fc.option(changes, { nil: [] }),
  length: fc.constantFrom('right', 'right', 'right', 'none', 'less', 'more', 'chunked'),
});
type SpoiltRequest = Parameters<Parameters<typeof spoiltRequest.map>[0]>[0];

/** A session of the sample, opened when the first request comes. */
let opened: { readonly project: Project; readonly session: Session } | undefined;

async function ready() {
  if (opened) return opened;
  const project = scratchProject();
  const session = await openSession(project.path(DEPARTMENT), project.environment);
  opened = { project, session };
  for (const line of LINES) {
    const { status } = await ask(bytesOf({ line, file: DISTRICT, head: [], spoilt: 'text', body: [], length: 'right' }, project), opened);
    if (status !== 200) throw new Error(`the unspoilt ${line} is answered with ${status}`);
  }
  return opened;
}

function bytesOf({ line, file, head, spoilt, body, length }: SpoiltRequest, { path }: Project): Buffer {
  const before = readFileSync(path(file));
  const text = before.toString('utf8');
  const saved = JSON.stringify({ name: file, text: spoilt === 'text' ? spoil(text, body) : text, base: sha256(before) });
  const content = Buffer.from(line.startsWith('PUT') ? (spoilt === 'body' ? spoil(saved, body) : saved) : '');
  const headers = [
    `${line} HTTP/1.1`,
    `Host: 127.0.0.1:${DOOR.port}`,
    `Origin: ${HERE}`,
    'Connection: close',
    ...lengthOf(content, length),
  ];
  const end = length === 'chunked' ? [Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n0\r\n\r\n')] : [content];
  return Buffer.concat([Buffer.from(`${spoil(headers.join('\r\n'), head)}\r\n\r\n`), ...end]);
}

function lengthOf({ length }: Buffer, how: SpoiltRequest['length']): string[] {
  if (how === 'none') return [];
  if (how === 'chunked') return ['Transfer-Encoding: chunked'];
  const stated = { right: length, less: Math.max(0, length - 7), more: length + 7 }[how];
  return [`Content-Length: ${stated}`];
}

/** Node.js answers these by itself where a request is none. */
const REFUSED = [400, 403, 404, 405, 409, 413, 417, 431, 501];

interface Answered {
  /** Undefined where the connection was closed without a word, as of a request that was cut off. */
  readonly status: number | undefined;
  readonly text: string;
}

/** Milliseconds after which who asks goes away, his request half told. */
const CUT_OFF = 40;

/** Through Node.js's own parser and the preview's own server, without a socket. */
function ask(bytes: Buffer, { project, session }: { readonly project: Project; readonly session: Session }): Promise<Answered> {
  const server = previewServer(DOOR, session, project.environment);
  return new Promise((done, fail) => {
    let text = '';
    const hung = setTimeout(() => fail(new Error(`hangs after ${JSON.stringify(text.slice(0, 200))}`)), 5000);
    const connection = new Duplex({
      read: () => undefined,
      write: (chunk: Buffer, _, next) => {
        text += chunk.toString('latin1');
        // Whoever follows is told until he goes away.
        if (text.includes('text/event-stream') && text.includes('data: ')) connection.destroy();
        next();
      },
    });
    connection.on('error', () => undefined);
    connection.on('close', () => {
      clearTimeout(hung);
      const status = /^HTTP\/1\.1 (\d+)/.exec(text)?.[1];
      done({ status: status === undefined ? undefined : Number(status), text });
    });
    const goAway = () => connection.readableEnded || connection.destroyed || connection.push(null);
    let isWhole = false;
    server.on('request', (request, response) => {
      request.on('end', () => {
        isWhole = true;
      });
      if (request.method === 'GET') isWhole = true;
      response.on('finish', goAway);
    });
    server.emit('connection', connection);
    connection.push(bytes);
    // Of a request that was cut off the rest never comes.
    setTimeout(() => isWhole || goAway(), CUT_OFF);
  });
}

/** What the preview is asked, and by whom. */
export const requests: Target = {
  input: spoiltRequest,
  run: async (one: SpoiltRequest) => {
    const { project, session } = await ready();
    const { status, text } = await ask(bytesOf(one, project), { project, session });
    const isSaved = status === 200 && one.line.startsWith('PUT');
    if (isSaved) await session.rebuild([project.path(one.file)]);
    project.restore((name) => isSaved && name === one.file);
    if (status !== undefined && status !== 200 && !REFUSED.includes(status)) throw new Error(`answers with ${status}: ${text}`);
    if (status === 200 && !text.includes('x-content-type-options: nosniff'))
      throw new Error(`answers without its headers: ${text.slice(0, 500)}`);
    return { said: [], outcome: status === undefined ? 'cut off' : status === 200 ? (isSaved ? 'saved' : 'answered') : 'refused' };
  },
};
