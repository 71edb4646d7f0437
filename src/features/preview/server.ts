import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Environment } from '../../environment.js';
import { readTypedFile, saveTypedFile, type TypedFile } from './edited-file.js';
import type { Session } from './session.js';
import { SHELL } from './shell.js';

/** A running preview. */
export interface Preview {
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly status?: number;
}

/** Serves a session on this computer alone. */
export async function serve(session: Session, environment: Environment): Promise<Preview> {
  const token = randomBytes(16).toString('hex');
  const door = { port: 0, token };
  const server = previewServer(door, session, environment);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  door.port = (server.address() as AddressInfo).port;
  return { address: `http://127.0.0.1:${door.port}/${token}/`, close: () => closed(server) };
}

/** What answers, before it listens anywhere. */
export function previewServer(door: Door, session: Session, environment: Environment): Server {
  return createServer((request, response) => {
    answer(request, response, door, session, environment).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, failed(error));
    });
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  session: Session,
  environment: Environment,
): Promise<void> {
  const { method, url, headers } = request;
  const admission: Admission = admit({ method, url, host: headers.host, origin: headers.origin }, door);
  if ('status' in admission) return send(response, { status: admission.status, type: TEXT, body: '不能这样打开。' });
  if (admission.path === 'events') return follow(response, session);
  if (method === 'PUT') return send(response, admission.path === 'file' ? await save(request, session, environment) : missing);
  send(response, await get(admission.path, url ?? '', session, environment));
}

const TEXT = 'text/plain; charset=utf-8';
const json = (body: unknown, status = 200): Answer => ({ type: 'application/json', body: JSON.stringify(body), status });
const missing: Answer = { status: 404, type: TEXT, body: '预览里没有这个文件。' };
const failed = (error: unknown): Answer => ({
  status: 500,
  type: TEXT,
  body: `程序内部出错：${error instanceof Error ? error.message : ''}`,
});

async function get(path: string, url: string, session: Session, environment: Environment): Promise<Answer> {
  switch (path) {
    case '':
      return { type: 'text/html; charset=utf-8', body: SHELL };
    case 'client.js':
      return { type: 'text/javascript; charset=utf-8', body: readFileSync(join(environment.machine.program, 'preview.js')) };
    case 'page':
      return { type: 'text/html; charset=utf-8', body: session.page() };
    case 'pdf': {
      const pdf = await session.pdf();
      return pdf ? { type: 'application/pdf', body: pdf } : missing;
    }
    case 'state':
      return json(session.shown());
    case 'schema':
      return { type: 'application/json', body: await schemaText(environment) };
    case 'file': {
      const file = typedFile(new URLSearchParams(url.split('?')[1]).get('name'), session, environment);
      return file ? json(file) : missing;
    }
    default:
      return missing;
  }
}

async function schemaText(environment: Environment): Promise<string> {
  const { schemasHere } = await import('../schema/command.js');
  const files = schemasHere(environment);
  return `{"部门":${files.get('部门预算.schema.json')},"区县":${files.get('区县.schema.json')}}`;
}

/** Only the files that this document is typed in. */
function typedFile(name: string | null, session: Session, environment: Environment): TypedFile | undefined {
  const known = session.shown().files.find((file) => file === name);
  return known === undefined ? undefined : readTypedFile(known, environment);
}

/** More than any definition: a request does not fill the memory. */
const LARGEST = 8_000_000;

async function save(request: IncomingMessage, session: Session, environment: Environment): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) return { status: 413, type: TEXT, body: '文件太大。' };
    chunks.push(chunk);
  }
  const typed = typedText(Buffer.concat(chunks).toString('utf8'));
  if (!typed) return { status: 400, type: TEXT, body: '不能这样保存。' };
  const known = session.shown().files.find((file) => file === typed.name);
  if (known === undefined) return missing;
  const saved = saveTypedFile(known, typed, environment);
  return json(saved, 'refused' in saved ? 409 : 200);
}

/** What the editor sends; nothing of what it does not send. */
function typedText(body: string): TypedFile | undefined {
  const { name, text, base } = (parsed(body) ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof text === 'string' && typeof base === 'string' ? { name, text, base } : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Tells the page of each new version, for as long as it listens. */
function follow(response: ServerResponse, session: Session): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  const tell = () => response.write(`data: ${session.shown().version}\n\n`);
  tell();
  response.on('close', session.onChange(tell));
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "frame-ancestors 'self'",
};

function send(response: ServerResponse, { status = 200, type, body }: Answer): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type });
  response.end(body);
}

/** What decides whether a request comes from the preview's own page in a browser of this computer. */
interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

interface Door {
  readonly port: number;
  /** A random word in the address, new at each start. */
  readonly token: string;
}

/** The way below the token, or the status with which the request is refused. */
type Admission = { readonly path: string } | { readonly status: 400 | 403 | 404 | 405 };

/**
 * Another site that a browser has open can send requests to this computer, under a name of its own that leads here (so the
 * Host is checked) or across origins (so the Origin is), and does not know the token. Paths are words from a short list,
 * never ways into folders: one with dots or escapes means nothing good.
 */
export function admit({ method, url = '', host, origin }: Asked, { port, token }: Door): Admission {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) return { status: 403 };
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403 };
  if (method !== 'GET' && method !== 'PUT') return { status: 405 };
  const [path = ''] = url.split('?');
  if (/\.\.|%|\\|\/\//.test(path)) return { status: 400 };
  if (!path.startsWith(`/${token}/`)) return { status: 404 };
  return { path: path.slice(token.length + 2) };
}
