import { applyDecorators, type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata, UseGuards } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Allow, type AuthenticatedRequest } from '#platform';
import { notAllowed } from '../letters.errors.js';
import type { LetterPermission } from '../letters.permissions.js';

const ANY_OF = 'pamong:letters-any-of';

/** Runs behind the guard of the house, which knows one permission a route; before the input is looked at, as a 403 must. */
@Injectable()
export class AnyOfGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const permissions = this.reflector.get<readonly LetterPermission[]>(ANY_OF, context.getHandler());
    const actor = context.switchToHttp().getRequest<AuthenticatedRequest>().actor;
    if (!actor || !permissions.some((permission) => actor.permissions.has(permission))) throw notAllowed();
    return true;
  }
}

/** The route is for holders of any one of these: an RT head may request letters and follow his own, but not read all. */
export function AllowAnyOf(...permissions: LetterPermission[]): MethodDecorator {
  return applyDecorators(Allow(), SetMetadata(ANY_OF, permissions), UseGuards(AnyOfGuard));
}
