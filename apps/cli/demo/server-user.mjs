import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Refusal } from './refusal.mjs';

/**
 * Postgres refuses to run as root. Started by root it runs as `postgres`, who is made when missing; where no account
 * can be made, as `nobody`. Started by anyone else it runs as that person.
 *
 * @returns {{ name: string, uid: number, gid: number } | null} null when no other user is needed
 */
export function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const user = account('postgres') ?? createPostgresAccount() ?? account('nobody');
  if (!user) throw new Refusal('Postgres cannot run as root, and this machine has no user "postgres"; create one, or start as an ordinary user.');
  return user;
}

function createPostgresAccount() {
  // useradd on Debian and Fedora, adduser on Alpine; the account is the one a Postgres package would make.
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/postgresql', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
  const made = account('postgres');
  if (made) return made;
  spawnSync('adduser', ['-S', '-D', '-H', 'postgres'], { stdio: 'ignore' });
  return account('postgres');
}

function account(name) {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((row) => row.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
