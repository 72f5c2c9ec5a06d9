import { afterAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, Env, readEnv } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { accountLimit, addressLimit, LoginLimits, network } from './login-limits.js';

const limits = new LoginLimits(new Env(readEnv()));
afterAll(() => limits.onApplicationShutdown());

const attempt = (name: string, address: string): Promise<string> =>
  limits.take(name, address).then(
    () => 'counted',
    (error: unknown) => (error instanceof DomainError ? `${error.code} ${error.retryAfterSeconds}` : 'failed'),
  );

describe('the limits of signing in', () => {
  it('double the lock each time, up to four hours', async () => {
    const name = uuidv7();
    const minutes: number[] = [];
    for (let lock = 0; lock < 6; lock += 1) {
      await limits.lock(name);
      const [, seconds] = (await attempt(name, uuidv7())).split(' ');
      minutes.push(Math.round(Number(seconds) / 60));
    }
    expect(minutes).toEqual([15, 30, 60, 120, 240, 240]);
  });

  it('follow the account wherever it is tried from', async () => {
    const name = uuidv7();
    for (let i = 0; i < accountLimit.attempts; i += 1) expect(await attempt(name, `10.0.0.${i}`)).toBe('counted');
    expect(await attempt(name, '10.0.0.99')).toMatch(/^LOGIN_LOCKED/);
  });

  it('leave an address room for a whole village, and end a flood from it', async () => {
    const address = '10.9.8.7';
    for (let i = 0; i < addressLimit.attempts; i += 1) await limits.take(uuidv7(), address);
    expect(await attempt(uuidv7(), address)).toMatch(/^LOGIN_LOCKED/);
    expect(await attempt(uuidv7(), '10.9.8.6')).toBe('counted');
  });

  it('give an address its attempt back when the password was right', async () => {
    const [name, address] = [uuidv7(), '10.1.1.1'];
    for (let i = 0; i < addressLimit.attempts + 20; i += 1) {
      await limits.take(name, address);
      await limits.forgive(name, address);
    }
    expect(await attempt(name, address)).toBe('counted');
  });

  it('keep neither a user name nor an address in the store', async () => {
    await limits.take('nama.pengguna.rahasia', '10.44.55.66');
    const rows = await asOwner<{ key: string }>('select key from rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => key.includes('rahasia') || key.includes('10.44'))).toEqual([]);
  });
});

describe('the address that counts', () => {
  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
    ['2001:DB8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, counted) => {
    expect(network(address)).toBe(counted);
  });
});
