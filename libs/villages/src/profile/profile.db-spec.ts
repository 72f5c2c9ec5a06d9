import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileObjectStore, jobActor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { png, pngChunk } from '../../../../test/support/pictures.js';
import { SetLogo } from './set-logo.js';
import { UpdateVillageProfile } from './update-profile.js';
import { villageProfile, type VillageProfile } from './profile.queries.js';

/** One red pixel. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

let app: OpenDatabase;
let first: number;
let second: number;
const actor = (unit: number) => jobActor(unit, 'spec');
const profileOf = (unit: number): Promise<VillageProfile> => app.database.inVillage(actor(unit), villageProfile);
const trail = (unit: number) => asOwner<{ action: string; detail: Record<string, unknown> }>(`select action, detail from audit_entries where village_id = $1 order by at, id`, [unit]);

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: first } = await buildVillage());
  await asOwner(`update regions set name = 'Desa Gedogkulon' where code = (select code from units where id = $1)`, [first]);
  ({ unitId: second } = await buildVillage('kelurahan'));
});

afterAll(() => app.close());

describe('changing the profile', () => {
  it('keeps what was left out, empties what is null, and tells the trail old and new', async () => {
    const update = new UpdateVillageProfile(app.database);
    await update.run(actor(first), { address: 'Jl. Raya 1', phone: '(0341) 524010', name: 'Gedog Kulon' });
    const answer = await update.run(actor(first), { phone: null, postalCode: '65391' });
    expect(answer).toMatchObject({ name: 'Gedog Kulon', address: 'Jl. Raya 1', phone: null, postalCode: '65391', paper: 'F4', letterhead: { lines: ['PEMERINTAH KABUPATEN MALANG', 'KECAMATAN UJI', 'KANTOR KEPALA DESA GEDOG KULON'] } });
    const entries = await trail(first);
    expect(entries.map((entry) => entry.action)).toEqual(['village.updated', 'village.updated']);
    expect(entries[1]?.detail).toEqual({ phone: ['(0341) 524010', null], postalCode: [null, '65391'] });
  });

  it('leaves no trace when nothing changed', async () => {
    const before = await trail(first);
    await new UpdateVillageProfile(app.database).run(actor(first), { postalCode: '65391' });
    expect(await trail(first)).toEqual(before);
  });

  it('chooses the paper of letters from today on', async () => {
    expect((await new UpdateVillageProfile(app.database).run(actor(first), { paper: 'A4' })).paper).toBe('A4');
    expect((await asOwner(`select key, value from village_settings where village_id = $1`, [first]))[0]).toEqual({ key: 'letter.paper', value: 'A4' });
  });

  it('names every wrong field', async () => {
    const run = async () => new UpdateVillageProfile(app.database).run(actor(first), { address: 'Jl. 🌋', email: 'surel', postalCode: '6539', website: 'situs' });
    await expect(run()).rejects.toMatchObject({ status: 422, errors: [{ field: 'address' }, { field: 'email' }, { field: 'postalCode' }, { field: 'website' }] });
  });

  it('takes another spelling of the name, never the name of another village', async () => {
    const update = new UpdateVillageProfile(app.database);
    await expect(update.run(actor(first), { name: 'Landungsari Kecamatan Dau', phone: '0341000' })).rejects.toMatchObject({
      status: 422, errors: [{ field: 'name', code: 'NAME_NOT_OF_THIS_VILLAGE', message: expect.stringContaining('hubungi admin kabupaten') }],
    });
    expect(await profileOf(first)).toMatchObject({ name: 'Gedog Kulon', phone: null });
    expect((await update.run(actor(first), { name: 'Gedog-Kulon' })).name).toBe('Gedog-Kulon');
  });

  it('touches no other village, and the regency’s office has none', async () => {
    expect(await profileOf(second)).toMatchObject({ address: null, paper: 'F4' });
    expect((await asOwner('select 1 from village_profiles where village_id = $1', [second])).length).toBe(0);
    await expect(new UpdateVillageProfile(app.database).run(actor(0), { address: 'Jl. Panji' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('setting the logo', () => {
  const setLogo = () => new SetLogo(app.database, new FileObjectStore(process.env['PAMONG_STORE_DIR'] ?? ''));

  it('keeps the picture and names it by its hash', async () => {
    const answer = await setLogo().run(actor(first), pixel);
    expect(await new FileObjectStore(process.env['PAMONG_STORE_DIR'] ?? '').read(answer.logo?.sha256 ?? '')).toEqual(pixel);
    expect((await profileOf(first)).logoSha256).toBe(answer.logo?.sha256);
    expect((await trail(first)).at(-1)?.detail).toEqual({ logo: [null, answer.logo?.sha256] });
    expect((await profileOf(second)).logoSha256).toBeNull();
  });

  it('keeps nothing but the picture', async () => {
    const end = pixel.length - 12;
    const answer = await setLogo().run(actor(second), Buffer.concat([pixel.subarray(0, end), pngChunk('tEXt', Buffer.from('Author\0x')), pixel.subarray(end)]));
    expect(answer.logo?.sha256).toBe((await profileOf(first)).logoSha256);
  });

  it('takes no picture that no letter could be printed with, nor one that could not be tried', async () => {
    const store = new FileObjectStore(process.env['PAMONG_STORE_DIR'] ?? '');
    const tried = (answer: 'broken' | 'busy') => new SetLogo(app.database, store, { print: async () => answer }).run(actor(first), png(3, 3));
    const before = (await profileOf(first)).logoSha256;
    await expect(tried('broken')).rejects.toMatchObject({ code: 'LOGO_BROKEN', status: 422 });
    await expect(tried('busy')).rejects.toMatchObject({ code: 'TYPESETTER_BUSY', status: 429 });
    expect((await profileOf(first)).logoSha256).toBe(before);
  });

  it('refuses what is no picture before it is stored', async () => {
    await expect(setLogo().run(actor(second), Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'LOGO_NOT_A_PICTURE', status: 422 });
  });
});
