import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform';
import { outsider } from '../access/identity-scope.js';
import { passwordMatches, prepareDecoy } from './password-hash.js';

/** A user who proved the password; whether he may come in is decided by the verb. */
export interface Candidate {
  readonly id: string;
  readonly passwordHash: string;
}

/** Compares a name and password with the stored hash. No transaction is open while argon2 works. */
@Injectable()
export class VerifyPassword implements OnModuleInit {
  constructor(@Inject(Database) private readonly database: Database) {}

  onModuleInit(): Promise<void> {
    return prepareDecoy();
  }

  /** @returns null for an unknown name and for a wrong password, after the same work */
  async run(username: string, password: string): Promise<Candidate | null> {
    const user = await this.database.inScope('identity', outsider(), (tx) =>
      tx.one<{ id: string; password_hash: string }>('select id, password_hash from users where username = $1', [username]),
    );
    const matches = await passwordMatches(user?.password_hash ?? null, password);
    return user && matches ? { id: user.id, passwordHash: user.password_hash } : null;
  }
}
