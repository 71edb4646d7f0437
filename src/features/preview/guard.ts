/** What decides whether a request comes from the preview's own page in a browser of this computer. */
export interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

export interface Door {
  readonly port: number;
  /** A random word in the address, new at each start. */
  readonly token: string;
}

/** The way below the token, or the status with which the request is refused. */
export type Admission = { readonly path: string } | { readonly status: 400 | 403 | 404 | 405 };

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
