import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../support/build-case.js';

/** Red Hat's YAML language server, as VS Code starts it: JSON-RPC over its standard streams. */
export interface LanguageServer {
  /** What it finds in a text; where the cursor is shown by `‸`, which is taken out. */
  readonly at: (file: string, marked: string) => Promise<Opened>;
  readonly stop: () => void;
}

export interface Opened {
  /** `line: message`, and whose finding it is. */
  readonly findings: () => Promise<readonly string[]>;
  /** What may be written at the cursor, with what is told of it. */
  readonly completions: () => Promise<readonly { readonly label: string; readonly told: string; readonly inserts: string }[]>;
  readonly hover: () => Promise<string>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: { readonly uri?: string; readonly diagnostics?: unknown };
}

/** `settings` are VS Code's: of `yaml.…`. */
export async function startLanguageServer(settings: object): Promise<LanguageServer> {
  const server = spawn(process.execPath, [join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = connect(server, settings);
  await connection.ask('initialize', { processId: process.pid, rootUri: pathToFileURL(ROOT).href, capabilities: {} });
  connection.tell('initialized', {});
  connection.tell('workspace/didChangeConfiguration', { settings: { yaml: settings } });
  let opened = 0;
  return {
    at: async (file, marked) => {
      opened += 1;
      const uri = pathToFileURL(join(ROOT, file)).href.replace(/\.yaml$/, `-${opened}.yaml`);
      return open(connection, uri, marked);
    },
    stop: () => void server.kill(),
  };
}

interface Connection {
  readonly ask: (method: string, params: object) => Promise<unknown>;
  readonly tell: (method: string, params: object) => void;
  readonly findings: (uri: string) => Promise<unknown>;
}

function connect(server: ChildProcess, settings: object): Connection {
  const waiting = new Map<number, (result: unknown) => void>();
  const found = new Map<string, (diagnostics: unknown) => void>();
  let asked = 0;
  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin?.write(body);
  };
  readMessages(server, (message) => {
    const { id, method, params } = message;
    if (method === 'workspace/configuration') send({ id, result: [settings, {}, {}, {}] });
    else if (method !== undefined && id !== undefined) send({ id, result: null });
    else if (method === 'textDocument/publishDiagnostics') found.get(params?.uri ?? '')?.(params?.diagnostics);
    else if (id !== undefined) waiting.get(id)?.(message.result);
  });
  return {
    ask: (method, params) =>
      new Promise((done) => {
        asked += 1;
        waiting.set(asked, done);
        send({ id: asked, method, params });
      }),
    tell: (method, params) => send({ method, params }),
    findings: (uri) => new Promise((done) => found.set(decodeURI(uri) === uri ? uri : uri, done)),
  };
}

function readMessages(server: ChildProcess, take: (message: Message) => void): void {
  let rest = Buffer.alloc(0);
  server.stdout?.on('data', (more: Buffer) => {
    rest = Buffer.concat([rest, more]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || rest.length < end + 4 + length) return;
      const body = rest.subarray(end + 4, end + 4 + length).toString();
      rest = rest.subarray(end + 4 + length);
      take(JSON.parse(body) as Message);
    }
  });
}

async function open(connection: Connection, uri: string, marked: string): Promise<Opened> {
  const before = marked.slice(0, Math.max(marked.indexOf('‸'), 0)).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const published = connection.findings(uri);
  const place = { textDocument: { uri }, position };
  connection.tell('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text: marked.replace('‸', '') },
  });
  const found = (await published) as { message: string; source: string; range: { start: { line: number } } }[];
  return {
    findings: async () => found.map(({ message, source, range }) => `${range.start.line + 1}: ${message}（${source}）`),
    completions: async () => {
      const { items } = (await connection.ask('textDocument/completion', place)) as { items: readonly Item[] };
      return items.map(({ label, documentation, insertText }) => ({ label, told: textOf(documentation), inserts: insertText ?? label }));
    },
    hover: async () => textOf(((await connection.ask('textDocument/hover', place)) as { contents?: Told } | null)?.contents),
  };
}

type Told = string | { readonly value: string } | undefined;
interface Item {
  readonly label: string;
  readonly documentation?: Told;
  readonly insertText?: string;
}
const textOf = (told: Told): string => (typeof told === 'string' ? told : (told?.value ?? ''));
