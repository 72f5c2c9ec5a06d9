/**
 * On whose behalf code runs. Made by the access guard (staff), the job host (job) or a public page
 * (public); never from a request body. `unitId` is the village whose rows may be seen, 0 = the
 * regency's own office.
 */
export interface Actor {
  readonly kind: 'staff' | 'job' | 'public';
  readonly userId: string | null;
  readonly userName: string;
  readonly sessionId: string | null;
  readonly sessionVersion: number;
  readonly unitId: number;
  readonly districtCode: string | null;
  readonly areaId: string | null;
  readonly role: string;
  readonly permissions: ReadonlySet<string>;
  readonly requestId: string;
}

/** The same actor inside another village: for jobs and verified public tokens only. */
export function jobActor(unitId: number, requestId: string, userId: string | null = null): Actor {
  return {
    kind: 'job',
    userId,
    userName: '',
    sessionId: null,
    sessionVersion: 0,
    unitId,
    districtCode: null,
    areaId: null,
    role: 'job',
    permissions: new Set(),
    requestId,
  };
}

/** An anonymous visitor whose verified token named the village. */
export function publicActor(unitId: number, requestId: string): Actor {
  return { ...jobActor(unitId, requestId), kind: 'public', role: 'public' };
}
