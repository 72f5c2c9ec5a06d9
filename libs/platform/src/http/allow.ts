import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor/actor.js';
import { DomainError } from './domain-error.js';

export const ROUTE_ACCESS = 'pamong:route-access';

/** What a route declares: open to anyone, to any signed-in user (no permission named), or to holders of one of the named permissions. */
export type RouteAccess =
  | { readonly public: true }
  | { readonly public: false; readonly permissions: readonly string[]; readonly duringPasswordChange: boolean; readonly sessionCheckedInside: boolean };

/**
 * The route is for signed-in users holding `permission`, or one of several (any signed-in user when left out). The guard
 * asks the database whether the session still stands; a hot route that always goes through `readVillage` or `inVillage`
 * may say `sessionCheckedInside` and saves that round trip, because its own repeats the check before anything is told.
 */
export function Allow(permission: string | readonly string[] = [], options: { duringPasswordChange?: boolean; sessionCheckedInside?: boolean } = {}): CustomDecorator {
  const { duringPasswordChange = false, sessionCheckedInside = false } = options;
  return SetMetadata(ROUTE_ACCESS, { public: false, permissions: [permission].flat(), duringPasswordChange, sessionCheckedInside } satisfies RouteAccess);
}

/** The route is open to anyone. */
export function Public(): CustomDecorator {
  return SetMetadata(ROUTE_ACCESS, { public: true } satisfies RouteAccess);
}

/** A Fastify request once the access guard let it through. */
export type AuthenticatedRequest = FastifyRequest & { actor?: Actor };

/** The acting user; refuses when used on a public route. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<AuthenticatedRequest>().actor;
  if (!actor) throw new DomainError('NOT_SIGNED_IN', 401, 'Anda belum masuk. Silakan masuk kembali.');
  return actor;
});

const keyPattern = /^[\x21-\x7e]{8,200}$/;

/** The Idempotency-Key header; required where a POST moves money, starts an import or requests a letter. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof key !== 'string' || !keyPattern.test(key)) {
    throw new DomainError('IDEMPOTENCY_KEY_REQUIRED', 400, 'Permintaan ini harus membawa tajuk Idempotency-Key (8–200 huruf atau angka).');
  }
  return key;
});
