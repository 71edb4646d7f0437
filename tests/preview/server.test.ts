import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { previewServer } from '../../src/features/preview/server.js';
import type { Session } from '../../src/features/preview/session.js';
import { DISTRICT_YAML, testEnvironment, testProject } from '../cli/command-line.js';

const shown = { version: 1, current: true, title: '', milliseconds: 0, findings: [], files: [DISTRICT_YAML], places: {} };
const session: Session = {
  shown: () => shown,
  page: () => '',
  pdf: async () => undefined,
  rebuild: async () => undefined,
  onChange: () => () => undefined,
};

/** The status with which a body is answered that somebody puts in the place of a file. */
async function put(body: string): Promise<number | undefined> {
  const door = { port: 0, token: 'abc' };
  const server = previewServer(door, session, testEnvironment(testProject())).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  door.port = (server.address() as AddressInfo).port;
  const sent = request({ port: door.port, host: '127.0.0.1', method: 'PUT', path: '/abc/file' });
  sent.end(body);
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

it.each([
  ['no JSON', '{"name": ', 400],
  ['nothing', '', 400],
  ['null', 'null', 400],
  ['a list', '[]', 400],
  ['a text that is a number', `{"name": "${DISTRICT_YAML}", "text": 1, "base": ""}`, 400],
  ['another file', '{"name": "package.json", "text": "", "base": ""}', 404],
  ['another version of the file', `{"name": "${DISTRICT_YAML}", "text": "", "base": ""}`, 409],
])('%s is refused as a request, not as a mistake of the program', async (_, body, status) => {
  expect(await put(body)).toBe(status);
});
