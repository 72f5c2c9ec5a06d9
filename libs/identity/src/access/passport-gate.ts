import { Inject, Injectable } from '@nestjs/common';
import passport, { type Authenticator as PassportAuthenticator, type Strategy } from 'passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';
import { type Candidate, VerifyPassword } from '../password/verify-password.js';
import { AccessTokens, type Claims } from './access-token.js';

type Runnable = (request: object, response: object, next: (error: unknown) => void) => void;

type SignedClaims = Claims & { readonly exp: number };

/** Some 600 bytes each; a regency's staff is a few thousand people. */
const MOST_REMEMBERED = 5_000;

/**
 * Passport's strategies without Express and without passport's sessions: `local` for the sign-in form,
 * `jwt` for every other request. Another way in (a certificate, a partner's key) is another strategy here.
 */
@Injectable()
export class PassportGate {
  /** By the whole header; the oldest go first. */
  private readonly verified = new Map<string, SignedClaims>();
  private readonly passport = new (passport as unknown as { Passport: new () => PassportAuthenticator }).Passport();

  constructor(@Inject(VerifyPassword) verifyPassword: VerifyPassword, @Inject(AccessTokens) private readonly tokens: AccessTokens) {
    this.passport.use(
      new LocalStrategy({ session: false }, (username, password, done) => {
        verifyPassword.run(username, password).then((candidate) => done(null, candidate ?? false), done);
      }) as Strategy,
    );
    this.passport.use(
      new JwtStrategy(
        {
          jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
          secretOrKey: tokens.key as unknown as Buffer, // accepted by jsonwebtoken, missing in passport-jwt's types
          algorithms: ['HS256'],
          ignoreExpiration: true, // judged by our Clock below
        },
        (claims: SignedClaims, done: (error: unknown, user: SignedClaims | false) => void) => done(null, this.tokens.stands(claims.exp) ? claims : false),
      ),
    );
  }

  /** The user of this name and password, or null; the same work whether the name exists or not. */
  password(username: string, password: string): Promise<Candidate | null> {
    // Not the request itself: passport-local would also look for a password in the query string.
    return this.run<Candidate>('local', { headers: {}, body: { username, password } });
  }

  /**
   * The claims of the bearer token, or null when it is missing, malformed or expired. A signature once found good stays
   * good, so only the time is judged again; whether the session still stands is asked of the database every time.
   */
  async bearer(headers: { authorization?: string }): Promise<Claims | null> {
    const known = this.verified.get(headers.authorization ?? '');
    if (known) return this.tokens.stands(known.exp) ? known : null;
    const claims = await this.run<SignedClaims>('jwt', { headers });
    if (claims && headers.authorization) this.remember(headers.authorization, claims);
    return claims;
  }

  private remember(authorization: string, claims: SignedClaims): void {
    const oldest = this.verified.size < MOST_REMEMBERED ? undefined : this.verified.keys().next().value;
    if (oldest !== undefined) this.verified.delete(oldest);
    this.verified.set(authorization, claims);
  }

  private run<User>(strategy: 'local' | 'jwt', request: object): Promise<User | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, user?: User | false | null): void => (error ? reject(error) : resolve(user || null));
      (this.passport.authenticate(strategy, { session: false }, answer) as Runnable)(request, {}, reject);
    });
  }
}
