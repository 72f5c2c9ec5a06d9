import { v7 as uuidv7 } from 'uuid';
import request, { type Response, type Test } from 'supertest';
import type { TestApi } from './api.js';

export const password = 'kopi tubruk pagi';

/** One browser: its bearer token and its cookie, as the admin would keep them. */
export class Browser {
  token = '';
  cookie = '';
  actor: { id: string; role: string; permissions: string[]; unit: { code: string }; memberships: { id: string; role: string }[]; mustChangePassword: boolean } | null = null;

  constructor(private readonly api: TestApi) {}

  get = (path: string): Test => this.send('get', path);
  post = (path: string, body: object = {}): Test => this.send('post', path).send(body);
  put = (path: string, body: object = {}): Test => this.send('put', path).send(body);
  patch = (path: string, body: object = {}): Test => this.send('patch', path).send(body);
  delete = (path: string): Test => this.send('delete', path);

  send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): Test {
    const test = request(this.api.server)[method](`/api/v1${path}`);
    if (this.token) void test.set('authorization', `Bearer ${this.token}`);
    if (this.cookie) void test.set('cookie', this.cookie);
    return test;
  }

  async signIn(username: string, secret = password): Promise<Response> {
    return this.take(await this.post('/sessions', { username, password: secret }));
  }

  async refresh(): Promise<Response> {
    return this.take(await this.post('/sessions/refresh'));
  }

  async enter(village: string, purpose?: string, membership?: string): Promise<Response> {
    return this.take(await this.put('/sessions/current/village', { village, purpose, membership }));
  }

  private take(answer: Response): Response {
    if (answer.status !== 200) return answer;
    this.token = answer.body.accessToken as string;
    this.actor = answer.body.actor as Browser['actor'];
    this.cookie = cookieOf(answer) ?? this.cookie;
    return answer;
  }
}

/** `name=value` of the refresh cookie an answer sets. */
export function cookieOf(answer: Response): string | undefined {
  return (answer.headers['set-cookie'] as string[] | undefined)?.[0]?.split(';')[0];
}

/** A user name no other spec of this worker uses. */
export const someName = (stem = 'uji'): string => `${stem}.${uuidv7().slice(-12)}`;

/** A signed-in user of one role at one unit. */
export async function signedIn(api: TestApi, role: string, unitId: number, districtCode: string | null = null): Promise<Browser & { username: string; userId: string }> {
  const username = someName(role);
  const userId = await api.user({ username, name: `Pengguna ${role}`, password, mustChangePassword: false, memberships: [{ unitId, role, districtCode }] });
  const browser = new Browser(api);
  const answer = await browser.signIn(username);
  if (answer.status !== 200) throw new Error(`sign-in of ${role} answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return Object.assign(browser, { username, userId });
}
