import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type AuthenticatedRequest, Authenticator, Database, DomainError } from '#platform';
import { permissionsAt } from '../role/roles.js';
import { PassportGate } from './passport-gate.js';

/** Turns a request's bearer token into the actor; the rights come from the role table, never from the token. */
@Injectable()
export class IdentityAuthenticator extends Authenticator {
  constructor(
    @Inject(PassportGate) private readonly gate: PassportGate,
    @Inject(Database) private readonly database: Database,
  ) {
    super();
  }

  async authenticate(request: AuthenticatedRequest): Promise<{ actor: Actor; mustChangePassword: boolean }> {
    const claims = await this.gate.bearer(request.headers);
    if (!claims) throw new DomainError('NOT_SIGNED_IN', 401, 'Anda belum masuk. Silakan masuk kembali.');
    const actor: Actor = {
      kind: 'staff',
      userId: claims.sub,
      userName: claims.name,
      sessionId: claims.sid,
      sessionVersion: claims.sv,
      unitId: claims.unit,
      districtCode: claims.district,
      areaId: claims.area,
      role: claims.role,
      permissions: permissionsAt(claims.role, claims.unit),
      requestId: request.id,
    };
    return { actor, mustChangePassword: claims.mcp };
  }

  /** One round trip that reads nothing: opening a transaction in the actor's unit is the check. */
  async assertSession(actor: Actor): Promise<void> {
    await this.database.readVillageAll<[]>(actor, []);
  }
}
