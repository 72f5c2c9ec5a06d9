import type { AppName } from '../platform.module.js';

/** Node's word for what went wrong on the way to a server, and ours. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there', ENOTFOUND: 'no machine has that name', EAI_AGAIN: 'the name could not be looked up', ETIMEDOUT: 'no answer came in time', EHOSTUNREACH: 'no way leads there', ENETUNREACH: 'no way leads there', ECONNRESET: 'the connection broke off', ENOENT: 'there is no such socket',
};

/** Postgres' own refusals (SQLSTATE), each with what helps. */
const REFUSED: Readonly<Record<string, string>> = {
  '28P01': 'refused the password: put the one of its role', '28000': 'refused the role: make the roles of docker/postgres/roles.sql, or put the right one', '3D000': 'has no such database: make it, or put the right name',
  '42P01': 'has no tables of Pamong yet: run `pamong migrate` first, or put the address of another database', '42501': 'does not let the role in: run docker/postgres/database.sql, or put the right role', '53300': 'has no connection left: stop something else, or lower DATABASE_POOL beside the address', '57P03': 'is still starting: try again in a moment, or put the address of another server',
};

/** Which variables hold the database's address; each process has a role of its own. */
const DATABASE: Readonly<Record<AppName, readonly string[]>> = { api: ['DATABASE_URL'], worker: ['DATABASE_WORKER_URL', 'DATABASE_URL'], portal: ['DATABASE_PORTAL_URL', 'DATABASE_URL'], cli: ['DATABASE_OWNER_URL', 'DATABASE_URL'] };

/** Which variable holds the port a process listens on; METRICS_PORT is any process'. */
const PORT: Readonly<Record<AppName, string>> = { api: 'PORT', worker: 'WORKER_HEALTH_PORT', portal: 'PORTAL_PORT', cli: 'PORT' };

interface SystemError { code?: unknown; syscall?: unknown; address?: unknown; hostname?: unknown; port?: unknown; path?: unknown; errors?: unknown[] }

/** Said to whoever starts a process: nothing but its message is for him. */
export class StartFailure extends Error {}

/**
 * What keeps a process from starting, in one sentence for the operator: the variable or the address, and what to do.
 * @returns null for anything that is not the surroundings' fault: then the stack is what helps
 */
export function explainStart(thrown: unknown, app: AppName, source: NodeJS.ProcessEnv = process.env): string | null {
  if (thrown instanceof StartFailure) return thrown.message;
  if (typeof thrown !== 'object' || thrown === null) return null;
  // `localhost` is tried as IPv6 and as IPv4: the last try tells as much as both.
  const { code, syscall, address, hostname, port, path } = ((thrown as SystemError).errors?.at(-1) ?? thrown) as SystemError;
  if (typeof code !== 'string') return null;
  const at = `${String(address ?? hostname ?? path ?? '')}${port === undefined ? '' : `:${String(port)}`}`;
  if (syscall === 'listen') return listening(code, at, String(port) === source['METRICS_PORT'] ? 'METRICS_PORT' : PORT[app]);
  const named = DATABASE[app].filter((name) => source[name] || source[`${name}_FILE`]);
  const variables = (named.length > 0 && app !== 'cli' ? named.slice(0, 1) : DATABASE[app]).join(' or ');
  if (REFUSED[code]) return `The database ${REFUSED[code]} in ${variables}.`;
  const why = UNREACHABLE[code];
  if (!why || !['connect', 'getaddrinfo', 'read'].includes(String(syscall))) return null;
  return `The database at ${at || 'the address given'} cannot be reached (${why}): start Postgres, or put its address right in ${variables}.`;
}

function listening(code: string, at: string, variable: string): string | null {
  if (code === 'EADDRINUSE') return `The port ${at} is taken by another program: stop that one, or choose another port in ${variable}.`;
  if (code === 'EACCES') return `The port ${at} may not be opened by this user: choose one from 1024 on in ${variable}.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `The address ${at} is none of this machine's: put it right in HOST.`;
  return null;
}
