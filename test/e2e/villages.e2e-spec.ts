import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildUnit, type BuiltUnit } from '../support/unit.js';
import { startApi, type TestApi } from '../support/api.js';
import { jpeg, jpegSegment } from '../support/pictures.js';
import { type Browser, signedIn } from '../support/sign-in.js';

/** One red pixel. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

let api: TestApi;
let desa: BuiltUnit;
let kelurahan: BuiltUnit;
let secretary: Browser;
let operator: Browser;
let neighbour: Browser;
let regency: Browser;

beforeAll(async () => {
  api = await startApi();
  desa = await buildUnit();
  kelurahan = await buildUnit('kelurahan');
  secretary = await signedIn(api, 'village-secretary', desa.id);
  operator = await signedIn(api, 'operator', desa.id);
  neighbour = await signedIn(api, 'village-secretary', kelurahan.id);
  regency = await signedIn(api, 'regency-admin', 0);
});

afterAll(() => api.close());

describe('the regions', () => {
  it('are read by anyone signed in, and by nobody else', async () => {
    expect((await operator.get('/regency')).body).toMatchObject({ code: '35.07', province: 'Jawa Timur', capital: 'Kepanjen', counts: { districts: expect.any(Number), desa: expect.any(Number), kelurahan: expect.any(Number) } });
    const districts = await regency.get('/districts');
    expect(districts.body.items).toContainEqual({ code: desa.district, name: 'Kecamatan Uji', villages: expect.any(Number) });
    const villages = await operator.get(`/villages?district=${desa.district}`);
    expect(villages.body.items).toContainEqual({ code: kelurahan.code, name: kelurahan.name, kind: 'kelurahan', districtCode: desa.district, districtName: 'Kecamatan Uji', latitude: null, longitude: null, postalCode: null });
    expect((await operator.get('/villages?district=malang')).status).toBe(422);
    operator.token = '';
    expect((await operator.get('/regency')).status).toBe(401);
    await operator.refresh();
  });
});

describe('the profile', () => {
  it('is read by all of the village and changed by the secretary', async () => {
    const read = await operator.get('/village');
    expect(read.body).toMatchObject({ code: desa.code, kind: 'desa', districtName: 'Uji', logo: null, paper: 'F4', words: { head: 'Kepala Desa' }, actions: [] });
    expect((await operator.patch('/village', { address: 'Jl. Raya' })).status).toBe(403);
    const changed = await secretary.patch('/village', { address: 'Jl. Raya 1', postalCode: '65391', paper: 'A4' });
    expect(changed.body).toMatchObject({ address: 'Jl. Raya 1', paper: 'A4', actions: ['update'] });
    expect((await neighbour.get('/village')).body).toMatchObject({ code: kelurahan.code, address: null, paper: 'F4', words: { head: 'Lurah' } });
  });

  it('names the field that cannot be printed, and unknown fields', async () => {
    const refused = await secretary.patch('/village', { address: 'Jl. 🌋', code: '35.07.01.2001' });
    expect([refused.status, refused.body.errors.map((e: { field: string }) => e.field)]).toEqual([422, ['code']]);
    expect((await secretary.patch('/village', { address: 'Jl. 🌋' })).body.errors).toEqual([{ field: 'address', code: 'TEXT_NOT_PRINTABLE', message: expect.stringContaining('U+1F30B') }]);
    expect((await secretary.patch('/village', { paper: null })).status).toBe(422);
  });

  it('is nothing that the regency’s office has', async () => {
    expect((await regency.get('/village')).status).toBe(403);
  });

  it('carries a logo of the letterhead', async () => {
    expect((await secretary.get('/village/logo')).status).toBe(404);
    expect((await operator.send('put', '/village/logo').attach('file', pixel, 'logo.png')).status).toBe(403);
    const stored = await secretary.send('put', '/village/logo').attach('file', pixel, 'logo.png');
    expect(stored.body.logo).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const read = await operator.get('/village/logo');
    expect([read.status, read.headers['content-type'], Buffer.compare(read.body as Buffer, pixel)]).toEqual([200, 'image/png', 0]);
    expect((await neighbour.get('/village/logo')).status).toBe(404);
  });

  it('refuses what is no picture, too large or no file at all', async () => {
    const put = () => secretary.send('put', '/village/logo');
    expect((await put().attach('file', Buffer.from('<svg/>'), { filename: 'logo.png', contentType: 'image/png' })).body.code).toBe('LOGO_NOT_A_PICTURE');
    const large = await put().attach('file', Buffer.concat([pixel, Buffer.alloc(512 * 1024)]), 'logo.png');
    expect([large.status, large.body.code]).toEqual([413, 'LOGO_TOO_LARGE']);
    expect((await put().attach('picture', pixel, 'logo.png')).body.code).toBe('LOGO_MISSING');
    expect((await put().send({ file: 'logo' })).status).toBe(415);
  });

  it('refuses a logo that no letter could be printed with, though its file is in order', async () => {
    const halfTable = jpeg(64, 48, { before: [jpegSegment(0xdb, Buffer.alloc(20))] });
    const refused = await secretary.send('put', '/village/logo').attach('file', halfTable, 'logo.jpg');
    expect([refused.status, refused.body.code]).toEqual([422, 'LOGO_BROKEN']);
    expect((await secretary.send('put', '/village/logo').attach('file', jpeg(64, 48), 'logo.jpg')).status).toBe(200);
  });

  it('refuses the name of another village', async () => {
    const refused = await neighbour.patch('/village', { name: 'Landungsari Kecamatan Dau' });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'name']);
    expect((await neighbour.patch('/village', { name: kelurahan.name.toUpperCase() })).status).toBe(200);
  });
});

describe('areas', () => {
  it('are built by the operator, level by level', async () => {
    const hamlet = await operator.post('/areas', { kind: 'hamlet', name: 'Dusun Krajan' });
    expect([hamlet.status, hamlet.body.name]).toEqual([201, 'KRAJAN']);
    const rw = await operator.post('/areas', { kind: 'rw', name: '1', parentId: hamlet.body.id });
    expect((await operator.post('/areas', { kind: 'rw', name: '001', parentId: hamlet.body.id })).body.code).toBe('AREA_EXISTS');
    expect((await operator.delete(`/areas/${hamlet.body.id}`)).body.code).toBe('AREA_IN_USE');
    expect((await neighbour.patch(`/areas/${rw.body.id}`, { name: '2' })).status).toBe(404);
    expect((await operator.patch(`/areas/${rw.body.id}`, { name: '2' })).body.path).toBe('KRAJAN / RW 002');
    expect((await operator.get('/areas')).body).toEqual({ items: [expect.objectContaining({ path: 'KRAJAN' }), expect.objectContaining({ path: 'KRAJAN / RW 002' })], next: null });
    expect((await operator.delete(`/areas/${rw.body.id}`)).status).toBe(204);
  });
});

describe('officials', () => {
  it('are appointed and their terms ended by the secretary', async () => {
    const form = { name: 'Suwondo Hadi', position: 'head', acting: null, rank: null, nip: null, startedOn: '2021-03-01', endedOn: null, maySign: true };
    expect((await operator.post('/officials', form)).status).toBe(403);
    const head = await secretary.post('/officials', form);
    expect([head.status, head.body]).toEqual([201, expect.objectContaining({ positionName: 'Kepala Desa', actions: ['update'] })]);
    expect((await secretary.post('/officials', { ...form, startedOn: '2026-01-01' })).body).toMatchObject({ status: 409, code: 'HEAD_TERM_OVERLAPS', errors: [{ field: 'startedOn' }] });
    expect((await secretary.patch(`/officials/${head.body.id}`, { endedOn: '2025-12-31' })).body.endedOn).toBe('2025-12-31');
    expect((await secretary.post('/officials', { ...form, startedOn: '2026-01-01' })).status).toBe(201);
    expect((await operator.get('/officials')).body.items.map((o: { endedOn: string | null }) => o.endedOn)).toEqual([null, '2025-12-31']);
    expect((await neighbour.get('/officials')).body.items).toEqual([]);
  });
});

describe('settings', () => {
  const value = async (browser: Browser, key: string) => (await browser.get('/settings')).body.items.find((item: { key: string }) => item.key === key);

  it('are listed with where they come from and decided from a day on', async () => {
    const today = api.clock.today();
    expect(await value(operator, 'letter.number-padding')).toMatchObject({ label: 'Jumlah angka nomor urut', value: expect.any(Number), upcoming: null });
    expect((await operator.put('/settings/letter.number-padding', { value: 4, effectiveFrom: today })).status).toBe(403);
    const set = await secretary.put('/settings/letter.number-padding', { value: 4, effectiveFrom: today });
    expect(set.body).toMatchObject({ key: 'letter.number-padding', value: 4, source: 'village', effectiveFrom: today });
    expect((await secretary.put('/settings/letter.number-padding', { value: 'empat', effectiveFrom: today })).body.errors).toEqual([{ field: 'value', code: 'SETTING_VALUE', message: 'Isi angka 1 sampai 6.' }]);
    expect((await secretary.put('/settings/letter.number-padding', { value: 4, effectiveFrom: '2020-01-01' })).body.errors[0].field).toBe('effectiveFrom');
    expect((await secretary.put('/settings/letter.colour', { value: 4, effectiveFrom: today })).status).toBe(404);
    expect((await value(neighbour, 'letter.number-padding')).source).not.toBe('village');
  });
});

describe('holidays', () => {
  it('are the regency’s', async () => {
    expect((await secretary.put('/holidays/2033-04-09', { name: 'Bersih desa' })).body.code).toBe('REGENCY_OFFICE_ONLY');
    expect((await regency.put('/holidays/2033-04-09', { name: 'Hari raya' })).body).toEqual({ day: '2033-04-09', name: 'Hari raya' });
    expect((await operator.get('/holidays?year=2033')).body.items).toEqual([{ day: '2033-04-09', name: 'Hari raya' }]);
    expect((await operator.get('/holidays?year=0000')).status).toBe(422);
    expect((await regency.delete('/holidays/2033-04-09')).status).toBe(204);
  });
});
