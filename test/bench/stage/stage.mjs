import pg from 'pg';
import { Applications } from '../../../apps/cli/demo/applications.mjs';
import { configuration } from '../../../apps/cli/demo/configuration.mjs';
import { privateDirectory } from '../../../apps/cli/demo/data-directory.mjs';
import { freePort } from '../../../apps/cli/demo/port.mjs';
import { bringUpPostgres, withConnection } from '../../../apps/cli/demo/postgres.mjs';
import { step } from '../../../apps/cli/demo/progress.mjs';
import { dropRegister, ensureRegister } from '../seed/register.mjs';

/**
 * What benches stand on: a seeded database, the built programs as processes of their own, and how long to measure.
 * Things start when a bench first asks for them and end with the run.
 */
export class Stage {
  #started = new Map();
  #owner;

  constructor({ keeper, admin, urls, env, applications, rounds, seconds, villages }) {
    Object.assign(this, { keeper, admin, urls, env, applications, rounds, seconds, villages });
  }

  static async open({ keeper, directory, villages, anew, rounds, seconds }) {
    const postgres = await step('PostgreSQL is up', (note) => bringUpPostgres({ directory, keeper, say: note }));
    if (anew) await dropRegister(postgres, villages);
    const port = await freePort(3900);
    const configure = (urls) => configuration({ port, directory }, urls);
    const urls = await ensureRegister({ postgres, villages, configure, keeper, step });
    const env = { ...(await configure(urls)), NODE_ENV: 'production', PAMONG_ADMIN_DIR: '' };
    const applications = new Applications(keeper, privateDirectory(directory, 'logs'));
    return new Stage({ keeper, admin: postgres.admin, urls, env, applications, rounds, seconds, villages });
  }

  /** Rows past row level security, as the owner: on one connection, because signing in costs more than most questions. */
  async asOwner(sql, values = []) {
    this.#owner ??= this.#connect();
    return (await (await this.#owner).query(sql, values)).rows;
  }

  async #connect() {
    const client = new pg.Client({ connectionString: this.urls.owner });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  async close() {
    await (await this.#owner)?.end();
  }

  /** Where the server keeps its files, which holds the number of its first process. */
  async dataDirectory() {
    const { rows } = await withConnection(this.admin, (client) => client.query('show data_directory'));
    return rows[0].data_directory;
  }

  /** `dist/apps/<name>` as production runs it, started once. @returns {Promise<string>} its address */
  async program(name, portVariable, settings = {}) {
    const running = this.#started.get(name) ?? this.applications.start(name, { ...this.env, ...settings }, this.env[portVariable]);
    this.#started.set(name, running);
    await running;
    return `http://127.0.0.1:${this.env[portVariable]}`;
  }

  /** Process id of a program that was started. @returns {Promise<number>} */
  processOf(name) {
    return this.#started.get(name);
  }

  /** The API on its own port. */
  api() {
    return this.program('api', 'PORT');
  }

  /** What runs the jobs. */
  worker() {
    return this.program('worker', 'WORKER_HEALTH_PORT');
  }

  /** What a bench left behind would slow the next one. */
  async clear() {
    await this.asOwner('truncate audit_entries, audit_unsealed, audit_seals');
  }
}
