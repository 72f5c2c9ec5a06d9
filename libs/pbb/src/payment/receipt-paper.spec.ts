import { describe, expect, it } from '@jest/globals';
import { publicSnapshotSchema } from '#documents';
import { words, type VillageProfile } from '#villages';
import { composeReceipt, type GivenReceipt } from './receipt-paper.js';

const office = (kind: 'desa' | 'kelurahan'): VillageProfile => ({
  id: 3, code: '35.07.26.2003', kind, name: 'Pujon Kidul', districtName: 'Pujon', regencyName: 'Malang', provinceName: 'Jawa Timur', address: null, phone: '(0341) 524017', email: null, website: null, postalCode: null, logoSha256: null, paper: 'F4', words: words(kind),
});
const given: GivenReceipt = {
  number: '01-000001/2026', receivedAt: new Date('2026-11-24T17:41:00Z'), paidBy: 'Siti Rohmah (istri)', collectorName: 'Pak Darmo', bookCode: '01',
  lines: [
    { nop: '350726000300700420', payerName: 'MBOK RASEMI', taxYear: 2023, principal: 48_500n, penalty: 23_280n, months: 24, monthlyRate: 2_000 },
    { nop: '350726000300401310', payerName: 'BUDI', taxYear: 2025, principal: 212_354n, penalty: 12_741n, months: 4, monthlyRate: 1_500 },
    { nop: '350726000301102080', payerName: 'SITI', taxYear: 2026, principal: 86_500n, penalty: 0n, months: 0, monthlyRate: null },
  ],
};
const url = 'HTTPS://DESA.MALANGKAB.GO.ID/V/ABC';

describe('the paper of a receipt', () => {
  const { document, public: shown } = composeReceipt(given, office('desa'), url);

  it('keeps principal and penalty apart and says how the penalty came about', () => {
    expect(document.lines.map(({ nop, principal, penalty, note, sum }) => [nop, principal, penalty, note, sum])).toEqual([
      ['35.07.260.003.007-0042.0', '48.500', '23.280', '2% × 24 bln', '71.780'],
      ['35.07.260.003.004-0131.0', '212.354', '12.741', '1,5% × 4 bln', '225.095'],
      ['35.07.260.003.011-0208.0', '86.500', '0', null, '86.500'],
    ]);
    expect(document).toMatchObject({ totals: { principal: '347.354', penalty: '36.021', sum: '383.375' }, amount: 'Rp383.375', inWords: 'tiga ratus delapan puluh tiga ribu tiga ratus tujuh puluh lima rupiah' });
  });

  it('tells the day in WIB, the office in its own words, and never that the tax is paid', () => {
    expect(document.facts).toEqual([{ label: 'Waktu', value: '25 November 2026, 00.41 WIB' }, { label: 'Dari', value: 'Siti Rohmah (istri)' }, { label: 'Petugas', value: 'Pak Darmo, buku 01' }]);
    expect(document).toMatchObject({ letterhead: { office: 'PEMERINTAH DESA PUJON KIDUL', place: 'Kecamatan Pujon, Kabupaten Malang' }, statement: { lead: 'MENUNGGU SETOR.' }, advice: expect.stringContaining('alamatnya desa.malangkab.go.id.') });
    expect(composeReceipt(given, office('kelurahan'), url).document.letterhead.office).toBe('PEMERINTAH KELURAHAN PUJON KIDUL');
  });

  it('shows a stranger what the paper can be compared by, and no object, no payer in full', () => {
    expect(publicSnapshotSchema.parse(shown)).toEqual({
      kind: 'receipt', title: 'Tanda Terima Sementara PBB', number: '01-000001/2026', issuedOn: '2026-11-25', issuer: 'Desa Pujon Kidul', district: 'Kecamatan Pujon', holder: 'S*** R***** *i*****',
      amount: 383_375, items: '3 tagihan PBB', receiver: 'Pak Darmo', phone: '(0341) 524017',
    });
  });

  it('is printed whatever letters a list brought along', () => {
    const odd = composeReceipt({ ...given, collectorName: '\u200b', lines: given.lines.map((line) => ({ ...line, payerName: 'PAK\u200b 😀 ꦏ' })) }, office('desa'), url);
    expect(odd.document).toMatchObject({ collector: { name: '-' }, lines: [{ name: 'PAK ? ?' }, {}, {}] });
  });
});
