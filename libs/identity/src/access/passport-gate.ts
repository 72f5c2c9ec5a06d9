import { Inject, Injectable } from '@nestjs/common';
import passport, { type Authenticator as PassportAuthenticator, type Strategy } from 'passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';
import { type Candidate, VerifyPassword } from '../password/verify-password.js';
import { AccessTokens, type Claims } from './access-token.js';

type Runnable = (request: object, response: object, next: (error: unknown) => void) => void;

/**
 * Passport's strategies without Express and without passport's sessions: `local` for the sign-in form,
 * `jwt` for every other request. Another way in (a certificate, a partner's key) is another strategy here.
 */
@Injectable()
export class PassportGate {
  private readonly passport = new (passport as unknown as { Passport: new () => PassportAuthenticator }).Passport();

  constructor(@Inject(VerifyPassword) verifyPassword: VerifyPassword, @Inject(AccessTokens) tokens: AccessTokens) {
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
        (claims: Claims & { exp: number }, done: (error: unknown, user: Claims | false) => void) => done(null, tokens.stands(claims.exp) ? claims : false),
      ),
    );
  }

  /** The user of this name and password, or null; the same work whether the name exists or not. */
  password(username: string, password: string): Promise<Candidate | null> {
    // Not the request itself: passport-local would also look for a password in the query string.
    return this.run<Candidate>('local', { headers: {}, body: { username, password } });
  }

  /** The claims of the bearer token, or null when it is missing, malformed or expired. */
  bearer(headers: object): Promise<Claims | null> {
    return this.run<Claims>('jwt', { headers });
  }

  private run<User>(strategy: 'local' | 'jwt', request: object): Promise<User | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, user?: User | false | null): void => (error ? reject(error) : resolve(user || null));
      (this.passport.authenticate(strategy, { session: false }, answer) as Runnable)(request, {}, reject);
    });
  }
}
