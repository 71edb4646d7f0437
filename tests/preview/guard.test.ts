import { describe, expect, it } from 'vitest';
import { admit } from '../../src/features/preview/server.js';

const door = { port: 4000, token: 'abc' };
const asked = { method: 'GET', url: '/abc/page?version=3', host: '127.0.0.1:4000', origin: undefined };

describe('the door of the preview', () => {
  it.each([
    ['a tab of this computer', {}],
    ['by its other name', { host: 'localhost:4000' }],
    ['with its own origin', { origin: 'http://127.0.0.1:4000' }],
  ])('opens to %s', (_, change) => {
    expect(admit({ ...asked, ...change }, door)).toEqual({ path: 'page' });
  });

  it.each([
    ['another host, which leads here by its name', { host: 'evil.example:4000' }, 403],
    ['another port’s page', { host: '127.0.0.1:4001' }, 403],
    ['no host', { host: undefined }, 403],
    ['a foreign origin', { origin: 'http://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['the other name as origin', { origin: 'http://localhost:4000' }, 403],
    ['a way up', { url: '/abc/../../etc/passwd' }, 400],
    ['an escaped way up', { url: '/abc/%2e%2e/%2e%2e/etc/passwd' }, 400],
    ['a way of Windows', { url: '/abc/..\\..\\x' }, 400],
    ['no token', { url: '/page' }, 404],
    ['a wrong token', { url: '/abd/page' }, 404],
    ['the token as a beginning only', { url: '/abcpage' }, 404],
    ['another method', { method: 'POST' }, 405],
  ])('stays shut to %s', (_, change, status) => {
    expect(admit({ ...asked, ...change }, door)).toEqual({ status });
  });
});
