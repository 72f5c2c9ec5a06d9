import { describe, expect, it } from '@jest/globals';
import { keepTogether } from './no-break.js';

describe('groups that no line may tear apart', () => {
  it.each([
    ['sampai dengan 24 Mei 2027.', 'sampai dengan 24_Mei_2027.'],
    ['sejak Februari 2025', 'sejak Februari_2025'],
    ['Dusun Krajan RT 003 RW 001, Desa Pujon Kidul', 'Dusun_Krajan RT_003_RW_001, Desa_Pujon Kidul'],
    ['Jalan Raya Nomor 12, Kota Malang', 'Jalan_Raya Nomor_12, Kota_Malang'],
    ['JL. PANGLIMA SUDIRMAN NO. 139', 'JL._PANGLIMA SUDIRMAN NO._139'],
    ['Jl. Panglima Sudirman No. 139, RT 003', 'Jl._Panglima Sudirman No._139, RT_003'],
    ['pukul 10.12 WIB', 'pukul_10.12_WIB'],
    ['(UU 11/2008 Pasal 5 ayat 1)', '(UU_11/2008 Pasal_5_ayat_1)'],
    ['a.n. KEPALA DESA', 'a.n._KEPALA DESA'],
    ['Dr. SOETOMO', 'Dr._SOETOMO'],
  ])('%s', (text, bound) => {
    expect(keepTogether(text).replaceAll('\u00a0', '_')).toBe(bound);
  });

  it('leaves other spaces alone', () => {
    expect(keepTogether('Maret tahun lalu, RT dan RW, kota besar')).not.toContain('\u00a0');
  });
});
