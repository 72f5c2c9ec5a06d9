import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor } from '../actor/actor.js';
import { requestContext } from '../actor/request-context.js';
import { DomainError } from './domain-error.js';
import { type AuthenticatedRequest, ROUTE_ACCESS, type RouteAccess } from './allow.js';

/** Who a request is: implemented by identity, so that the platform knows neither tokens nor roles. */
export abstract class Authenticator {
  /**
   * @returns the actor, and whether this user must first choose a new password.
   * @throws DomainError 401 when the token is missing, malformed or expired.
   */
  abstract authenticate(request: AuthenticatedRequest): Promise<{ actor: Actor; mustChangePassword: boolean }>;

  /** @throws DomainError 401 when the session was revoked, or its rights changed since the token was made. */
  abstract assertSession(actor: Actor): Promise<void>;
}

/** Refuses every route that does not say who may use it: nothing is open by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) throw new DomainError('ROUTE_NOT_DECLARED', 403, 'Layanan ini belum dibuka.');
    if (access.public) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const { actor, mustChangePassword } = await this.authenticator.authenticate(request);
    const refusal = refusalOf(access, actor, mustChangePassword);
    // Before anything else is looked at: a revoked session learns nothing, not even what its role may not do.
    if (refusal || !access.sessionCheckedInside) await this.authenticator.assertSession(actor);
    if (refusal) throw refusal;
    request.actor = actor;
    const running = requestContext.get();
    if (running) running.actor = actor;
    return true;
  }
}

function refusalOf(access: Exclude<RouteAccess, { public: true }>, actor: Actor, mustChangePassword: boolean): DomainError | null {
  if (mustChangePassword && !access.duringPasswordChange) return new DomainError('PASSWORD_CHANGE_REQUIRED', 403, 'Ganti kata sandi sementara Anda terlebih dahulu.');
  const allowed = access.permissions.length === 0 || access.permissions.some((permission) => actor.permissions.has(permission));
  return allowed ? null : new DomainError('NOT_ALLOWED', 403, 'Peran Anda tidak memiliki wewenang untuk tindakan ini.');
}
