import { describe, expect, it } from '@jest/globals';
import { subjectPlace } from './subject-place.js';

const holding = (...held: string[]) => (permission: string) => held.includes(permission);

describe('the page of what an entry is about', () => {
  it.each([
    ['letter', 'L', ['letter.read'], '/surat/L'],
    ['resident', 'R', ['resident.read'], '/penduduk/R'],
    ['family', 'F', ['family.read'], '/keluarga/F'],
    ['resident-import', 'I', ['resident.import'], '/penduduk/impor/I'],
    ['assessment-import', 'A', ['assessment.import'], '/pbb/daftar/A'],
    ['payment', 'P', ['payment.read'], '/pbb/kuitansi/P'],
    ['deposit', 'D', ['payment.read'], '/pbb/setoran/D'],
    ['collector', 'C', ['collector.manage'], '/pbb/petugas/C'],
    ['bank-statement', 'S', ['bank.read'], '/pbb/bank/rekening-koran/S'],
    ['bank-account', 'B', ['bank.read'], '/pbb/bank/rekening'],
    ['user', 'U', ['user.manage'], '/pengaturan/pengguna'],
    ['holiday', '2026-12-24', ['setting.manage'], '/pengaturan/libur'],
    ['letter', 'L', ['audit.read'], null],
    ['resident', 'R', ['village.read'], null],
    ['resident', null, ['resident.read'], null],
    ['session', 'S', ['audit.read'], null],
  ] as const)('of %s %s for who holds %p is %s', (type, id, held, place) => expect(subjectPlace(type, id, holding(...held))).toBe(place));
});
