import { describe, expect, it } from '@jest/globals';
import { letterDocumentSchema } from '../../../documents/src/typesetting/letter-document.js';
import { letterTypeOf, letterTypes } from '../letter-type/letter-types.js';
import { composeDraft, composeIssued, type LetterOffice, type LetterSigner } from './compose-letter.js';

const office: LetterOffice = {
  kind: 'desa', name: 'Pujon Kidul', districtName: 'Pujon', regencyName: 'Malang',
  address: 'Jalan Raya Nomor 12', phone: null, email: 'pujonkidul@desa.id', postalCode: '65391', paper: 'F4',
};
const signer: LetterSigner = { name: 'SUWONDO', positionName: 'Kepala Desa', capacity: 'head', acting: null, rank: null, nip: null };
const values = {
  signerPosition: 'Kepala Desa Pujon Kidul', office: 'Desa Pujon Kidul', district: 'Pujon', regency: 'Malang', province: 'Jawa Timur', validUntil: '24 Mei 2027',
  applicant: { nameUpper: 'SITI ROHMAH', nik: '3507265403850003', familyNumber: '3507261208110017', birth: 'Malang, 14 Maret 1985', sex: 'Perempuan', religion: 'Islam', maritalStatus: 'Kawin', occupation: 'Pedagang', citizenship: 'Indonesia', address: 'Dusun Krajan', isResident: true, isOutsider: false },
  data: { residence: 'Dusun Krajan', residentSince: '2024', purpose: '#read("x") {{y}}', businessName: 'Warung', businessKind: 'dagang', businessAddress: 'Krajan', runningSince: '2025', institution: 'SMP 1' },
  income: '', incomeInWords: '', dependants: [],
};
const issue = { numberText: '1/2026', approvedAt: new Date('2026-11-24T17:30:00Z'), verificationUrl: 'HTTPS://DESA.ID/V/ABC' };

describe('a composed letter', () => {
  it.each(letterTypes.map((type) => [type.code, type] as const))('of type %s is a whole document', (_code, type) => {
    const document = composeIssued({ type, office, signer, applicantName: 'Siti Rohmah', values }, issue);
    expect(letterDocumentSchema.safeParse(document).error).toBeUndefined();
  });

  it('names the family card of a poor family right after the NIK, and no other letter does', () => {
    const rowsOf = (code: string): unknown => {
      const type = letterTypeOf(code);
      if (!type) throw new Error('missing');
      return composeIssued({ type, office, signer, applicantName: 'Siti', values }, issue).body.flatMap((block) => (block.kind === 'identity' ? block.rows.map(({ label }) => label) : []));
    };
    expect(rowsOf('SKTM')).toEqual(['Nama Lengkap', 'NIK', 'Nomor KK', 'Tempat/Tanggal Lahir', 'Jenis Kelamin', 'Agama', 'Status Perkawinan', 'Pekerjaan', 'Kewarganegaraan', 'Alamat']);
    expect(rowsOf('SKD')).not.toContain('Nomor KK');
  });

  it('dates the letter by the day in WIB and prints typed text literally', () => {
    const type = letterTypeOf('SKU');
    if (!type) throw new Error('missing');
    const document = composeIssued({ type, office, signer, applicantName: 'Siti Rohmah', values }, issue);
    expect(document.signer.heading[0]).toBe('Pujon Kidul, 25 November 2026');
    expect(JSON.stringify(document.body)).toContain('#read(\\"x\\") {{y}}');
  });

  it.each<[string, Partial<LetterOffice>, Partial<LetterSigner>, string[]]>([
    ['the head', {}, {}, ['KEPALA DESA PUJON KIDUL,']],
    ['an acting head', {}, { acting: 'Plt.' }, ['Plt. KEPALA DESA PUJON KIDUL,']],
    ['the secretary on behalf', {}, { capacity: 'on-behalf', positionName: 'Sekretaris Desa' }, ['a.n. KEPALA DESA PUJON KIDUL', 'Sekretaris Desa,']],
    ['a lurah', { kind: 'kelurahan', name: 'Kepanjen' }, {}, ['LURAH KEPANJEN,']],
  ])('is signed by %s with the right heading', (_who, other, by, expected) => {
    const type = letterTypeOf('SKD');
    if (!type) throw new Error('missing');
    const document = composeIssued({ type, office: { ...office, ...other }, signer: { ...signer, ...by }, applicantName: 'Siti', values }, issue);
    expect(document.signer.heading.slice(1)).toEqual(expected);
  });

  it('prints the official’s name as entered and keeps the case of the applicant’s titles', () => {
    const type = letterTypeOf('SKD');
    if (!type) throw new Error('missing');
    const document = composeIssued({ type, office, signer: { ...signer, name: 'Suwondo Hadi, S.Pd.I., M.Pd.' }, applicantName: 'Siti Rohmah, S.Pd.', values }, issue);
    expect(document.signer.name).toBe('Suwondo Hadi, S.Pd.I., M.Pd.');
    expect(document.holder?.name).toBe('SITI ROHMAH, S.Pd.');
  });

  it('marks in a draft what differs from the draft before, and has neither number nor QR', () => {
    const type = letterTypeOf('SKU');
    if (!type) throw new Error('missing');
    const previous = { ...values, data: { ...values.data, businessName: 'Toko' } };
    const document = composeDraft({ type, office, signer, applicantName: 'Siti', values, previous }, { number: { before: '500/', after: '/2026' }, now: issue.approvedAt });
    expect(document.draft).toBe(true);
    expect(JSON.stringify(document.body).match(/"marked":true/g)).toHaveLength(1);
    expect(letterDocumentSchema.safeParse(document).error).toBeUndefined();
  });
});
