import { Problem, problemOf, Unreachable } from './problem.js';
import { heard, lost } from './connection.js';
import { accessToken, renewSession } from './token.js';

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  query?: Query;
  /** A plain value goes as JSON, a FormData as multipart. */
  body?: unknown;
  signal?: AbortSignal;
  /** Sent as Idempotency-Key: the same key with the same body does the work once. */
  key?: string;
  accept?: string;
}

const BASE = '/api/v1';

async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const first = await attempt(method, path, options);
  if (first.status !== 401 || path === '/sessions') return finish(first);
  const session = await renewSession();
  if (session === null) return finish(first);
  return finish(await attempt(method, path, options));
}

async function attempt(method: string, path: string, { query, body, signal, key, accept }: Options): Promise<Response> {
  const headers = new Headers({ accept: accept ?? 'application/json' });
  const token = accessToken();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (key) headers.set('idempotency-key', key);
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers.set('content-type', 'application/json');
  const init: RequestInit = { method, headers, credentials: 'same-origin', ...(signal ? { signal } : {}) };
  if (body !== undefined) init.body = form ? body : JSON.stringify(body);
  try {
    const response = await fetch(`${BASE}${path}${queryString(query)}`, init);
    heard();
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    lost();
    throw new Unreachable();
  }
}

async function finish(response: Response): Promise<Response> {
  // A gateway without its server behind it is an interruption, not a fault of the request.
  if (response.status === 502 || response.status === 503 || response.status === 504) lost();
  if (!response.ok) throw await problemOf(response);
  return response;
}

export function queryString(query: Query | undefined): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

async function json<T>(response: Response): Promise<T> {
  const text = response.status === 204 ? '' : await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The API as five verbs; every answer that is not a success throws a Problem or Unreachable. */
export const api = {
  get: async <T>(path: string, options?: Options): Promise<T> => json<T>(await send('GET', path, options)),
  post: async <T>(path: string, body?: unknown, options?: Options): Promise<T> => json<T>(await send('POST', path, { ...options, body })),
  put: async <T>(path: string, body?: unknown, options?: Options): Promise<T> => json<T>(await send('PUT', path, { ...options, body })),
  patch: async <T>(path: string, body?: unknown, options?: Options): Promise<T> => json<T>(await send('PATCH', path, { ...options, body })),
  delete: async <T>(path: string, options?: Options): Promise<T> => json<T>(await send('DELETE', path, options)),
  /** A file or a stream; pass a body to POST, leave it out to GET. */
  raw: (path: string, options: Options = {}): Promise<Response> => send(options.body === undefined ? 'GET' : 'POST', path, options),
};

/** Fetches a file with the session and hands it to the browser as a download. */
export async function download(path: string, fileName: string): Promise<void> {
  const response = await api.raw(path, { accept: '*/*' });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

/** A random key for one intended act; works without a secure context, where `randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
