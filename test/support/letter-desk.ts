import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { TokenIssuer, type TypesetDocument, type Typesetter, VerifyDocument } from '#documents';
import { type Actor, Env, FileObjectStore, jobActor, readEnv } from '#platform';
import { ApproveLetter } from '../../libs/letters/src/letter/approve-letter.js';
import { letterDetail } from '../../libs/letters/src/letter/letter.queries.js';
import type { LetterDto } from '../../libs/letters/src/letter/letter.dto.js';
import { RenderLetter } from '../../libs/letters/src/letter/render-letter.js';
import { type LetterRequest, RequestLetter } from '../../libs/letters/src/letter/request-letter.js';
import { VerifyLetter } from '../../libs/letters/src/letter/verify-letter.js';
import { asOwner } from './database.js';
import { buildVillage, openDatabase, type OpenDatabase } from './database-of.js';
import { jobContext } from './job-context.js';
import { type BuiltResident, buildResident } from './resident.js';
import { staffAt } from './staff.js';

/** The letters room of one spec file: databases as app and worker, a store of its own, and a press that is not the real one. */
export interface LetterRoom {
  readonly app: OpenDatabase;
  readonly worker: OpenDatabase;
  readonly store: FileObjectStore;
  readonly tokens: TokenIssuer;
  readonly page: VerifyDocument;
  /** What the press answers; a spec may make it fail. */
  press: { letter: Typesetter['letter']; printed: number };
  close(): Promise<void>;
}

export async function openLetterRoom(): Promise<LetterRoom> {
  const app = await openDatabase('app');
  const worker = await openDatabase('worker');
  const portal = await openDatabase('portal');
  const folder = await mkdtemp(join(tmpdir(), 'pamong-letters-'));
  const env = new Env(readEnv());
  const press = {
    printed: 0,
    letter: async (): Promise<TypesetDocument> => {
      press.printed += 1;
      return { pdf: Buffer.from(`%PDF of print ${press.printed} ${uuidv7()}`), pages: 1 };
    },
  };
  return {
    app, worker, press,
    store: new FileObjectStore(folder),
    tokens: new TokenIssuer(env),
    page: new VerifyDocument(env, portal.database, portal.clock),
    close: async () => {
      await Promise.all([app.close(), worker.close(), portal.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An official who may sign, with a login when one is given. */
export async function buildOfficial(unitId: number, parts: { position?: string; positionName?: string; name?: string; userId?: string | null; startedOn?: string; endedOn?: string | null; acting?: string | null } = {}): Promise<string> {
  const id = uuidv7();
  const { position = 'head', positionName = position === 'head' ? 'Kepala Desa' : 'Sekretaris Desa', name = 'SUWONDO HADI', userId = null, startedOn = '2020-01-01', endedOn = null, acting = null } = parts;
  await asOwner(
    `insert into officials (village_id, id, name, position, position_name, acting, may_sign, user_id, started_on, ended_on) values ($1, $2, $3, $4, $5, $6, true, $7, $8, $9)`,
    [unitId, id, name, position, positionName, acting, userId, startedOn, endedOn],
  );
  return id;
}

export const businessForm = { businessName: 'Warung Susu', businessKind: 'perdagangan', businessAddress: 'Dusun Krajan', runningSince: 'Februari 2025', purpose: 'pengajuan kredit' };

let serial = 0;

/** One village with its desk, head, secretary and one applicant, acting through the verbs. */
export class LetterDesk {
  private constructor(
    readonly room: LetterRoom,
    readonly unitId: number,
    readonly operator: Actor,
    readonly head: Actor,
    readonly secretary: Actor,
    readonly headId: string,
    readonly secretaryId: string,
    readonly siti: BuiltResident,
  ) {}

  static async open(room: LetterRoom, kind: 'desa' | 'kelurahan' = 'desa'): Promise<LetterDesk> {
    const { unitId } = await buildVillage(kind);
    const [operator, head, secretary] = await Promise.all([staffAt(unitId, 'operator'), staffAt(unitId, 'village-head'), staffAt(unitId, 'village-secretary')]);
    const headId = await buildOfficial(unitId, { userId: head.userId });
    const secretaryId = await buildOfficial(unitId, { position: 'secretary', name: 'AGUS SETIAWAN', userId: secretary.userId });
    return new LetterDesk(room, unitId, operator, head, secretary, headId, secretaryId, await buildResident(unitId, { name: 'Siti Aminah' }));
  }

  body(changes: Partial<LetterRequest> = {}): LetterRequest {
    return { type: 'SKU', residentId: this.siti.id, data: businessForm, signatory: { officialId: this.headId, capacity: 'head' }, ...changes };
  }

  request(changes: Partial<LetterRequest> = {}, actor = this.operator, key = `kunci-surat-${(serial += 1)}`): Promise<string> {
    return new RequestLetter(this.room.app.database, this.room.app.clock).run(actor, key, this.body(changes));
  }

  async verified(changes: Partial<LetterRequest> = {}): Promise<string> {
    const id = await this.request(changes);
    await new VerifyLetter(this.room.app.database).run(this.operator, id);
    return id;
  }

  approve(id: string, actor = this.head): Promise<void> {
    return new ApproveLetter(this.room.app.database, this.room.tokens).run(actor, id);
  }

  async approved(changes: Partial<LetterRequest> = {}): Promise<string> {
    const id = await this.verified(changes);
    await this.approve(id);
    return id;
  }

  render(id: string, context = jobContext()): Promise<void> {
    const { worker, press, store } = this.room;
    return new RenderLetter(worker.database, press as unknown as Typesetter, store).run(jobActor(this.unitId, 'spec-render'), { letterId: id }, context);
  }

  async issued(changes: Partial<LetterRequest> = {}): Promise<string> {
    const id = await this.approved(changes);
    await this.render(id);
    return id;
  }

  letter(id: string, actor = this.operator): Promise<LetterDto> {
    return letterDetail(this.room.app.database, actor, id);
  }

  async token(id: string): Promise<string> {
    return (await this.letter(id)).verificationUrl?.split('/').at(-1) ?? '';
  }
}
