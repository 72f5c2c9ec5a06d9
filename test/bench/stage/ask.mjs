import { Pool } from 'undici';

/**
 * Asks over HTTP with one kept connection for every question under way; the answer is read to its end and thrown away.
 * @param {string} address
 * @param {number} concurrency
 */
export function httpAsker(address, concurrency) {
  const pool = new Pool(address, { connections: concurrency, pipelining: 1 });
  return {
    /** @param {{ path: string, headers?: Record<string, string> }} request */
    ask: (request) => new Promise((resolve, reject) => pool.dispatch({ method: 'GET', path: request.path, headers: request.headers }, new Discard(resolve, reject, request.path))),
    close: () => pool.close(),
  };
}

/** The same for what is posted; each answer must be of the 200s. */
export function httpPoster(address, concurrency) {
  const pool = new Pool(address, { connections: concurrency, pipelining: 1 });
  return {
    /** @param {{ path: string, headers: Record<string, string>, body: string }} request */
    post: ({ path, headers, body }) => new Promise((resolve, reject) => pool.dispatch({ method: 'POST', path, headers, body }, new Discard(resolve, reject, path))),
    close: () => pool.close(),
  };
}

class Discard {
  constructor(resolve, reject, path) {
    Object.assign(this, { resolve, reject, path, status: 0 });
  }
  onRequestStart() {}
  onResponseStart(_controller, status) {
    this.status = status;
  }
  onResponseData() {}
  onResponseEnd() {
    if (this.status >= 200 && this.status < 300) this.resolve();
    else this.reject(new Error(`status ${this.status}`));
  }
  onResponseError(_controller, error) {
    this.reject(error);
  }
}

/** The answer of one question, as JSON. */
export async function fetchJson(address, { path, headers }) {
  const response = await fetch(address + path, { headers });
  if (!response.ok) throw new Error(`status ${response.status}: ${await response.text()}`);
  return response.json();
}
