import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** The API as one signed-in person has it. */
export class StaffApi {
  #address;
  #token;

  constructor(address, token) {
    this.#address = address;
    this.#token = token;
  }

  /** @param {{ username: string, password: string }} user */
  static async signIn(address, { username, password }) {
    const { accessToken } = await new StaffApi(address, null).post('/sessions', { username, password });
    return new StaffApi(address, accessToken);
  }

  get = (path) => this.#send('GET', path);
  post = (path, body) => this.#send('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });

  /** A file of a form with nothing else in it. */
  async upload(path, file) {
    const form = new FormData();
    form.append('file', new Blob([await readFile(file)]), basename(file));
    return this.#send('POST', path, form);
  }

  async #send(method, path, body, headers = {}) {
    const authorization = this.#token ? { authorization: `Bearer ${this.#token}` } : {};
    const answer = await fetch(`${this.#address}/api/v1${path}`, { method, body, headers: { ...headers, ...authorization, ...(body ? { 'idempotency-key': randomUUID() } : {}) } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}
