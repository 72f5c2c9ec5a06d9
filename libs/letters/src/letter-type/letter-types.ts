import type { IdentityRow, LetterField, LetterType, TemplateNode } from './letter-type.js';

/*
 * The shipped letter types. Codes, classification (Permendagri 83/2022), validity, signatories and
 * required data: practice of villages in Kabupaten Malang; no regulation of the regency fixes them,
 * so classification, validity and format are settings. The wording is our own.
 */

const opening: TemplateNode = {
  kind: 'paragraph',
  runs: ['Yang bertanda tangan di bawah ini {{signerPosition}}, Kecamatan {{district}}, Kabupaten {{regency}}, Provinsi {{province}}, menerangkan dengan sebenarnya bahwa :'],
};

const identity = (...numbers: IdentityRow[]): TemplateNode => ({
  kind: 'identity',
  rows: [
    { label: 'Nama Lengkap', text: '{{applicant.nameUpper}}', bold: true },
    { label: 'NIK', text: '{{applicant.nik}}' },
    ...numbers,
    { label: 'Tempat/Tanggal Lahir', text: '{{applicant.birth}}' },
    { label: 'Jenis Kelamin', text: '{{applicant.sex}}' },
    { label: 'Agama', text: '{{applicant.religion}}' },
    { label: 'Status Perkawinan', text: '{{applicant.maritalStatus}}' },
    { label: 'Pekerjaan', text: '{{applicant.occupation}}' },
    { label: 'Kewarganegaraan', text: '{{applicant.citizenship}}' },
    { label: 'Alamat', text: '{{applicant.address}}' },
  ],
});
const person = identity();
/** Whoever helps a poor family asks for its card. */
const personWithFamily = identity({ label: 'Nomor KK', text: '{{applicant.familyNumber}}' });

const useUntil = (until: string): TemplateNode => ({ kind: 'paragraph', runs: ['Surat keterangan ini dipergunakan untuk ', { text: '{{data.purpose}}', bold: true }, until] });
const validUntil = useUntil(' dan berlaku sampai dengan {{validUntil}}.');

const purposeField: LetterField = { name: 'purpose', label: 'Keperluan', type: 'text', required: true, max: 120, help: 'Tulis seperti akan dicetak, misalnya: pembukaan rekening bank.' };

const baseRequirements = ['Surat pengantar RT/RW', 'Fotokopi KTP-el', 'Fotokopi kartu keluarga'];

export const letterTypes: readonly LetterType[] = [
  {
    code: 'SKD',
    title: 'Surat Keterangan Domisili',
    purpose: 'Menerangkan tempat tinggal pemohon',
    classification: '400.12.2.1',
    validity: { amount: 6, unit: 'month' },
    signatories: ['head', 'delegate'],
    outsiderAllowed: true,
    holderSigns: true,
    requirements: baseRequirements,
    fields: [
      { name: 'residence', label: 'Tempat tinggal sekarang', type: 'text', required: true, default: 'address', max: 300, help: 'Diisi dari alamat di data penduduk. Ubah bila tinggal di tempat lain.' },
      { name: 'residentSince', label: 'Tinggal sejak', type: 'text', required: true, max: 40, help: 'Misalnya: Februari 2024, atau: lahir.' },
      purposeField,
    ],
    body: [
      opening,
      person,
      {
        kind: 'paragraph',
        runs: ['Orang tersebut di atas adalah benar-benar bertempat tinggal di ', { text: '{{data.residence}}', bold: true }, ', {{office}}, Kecamatan {{district}}, Kabupaten {{regency}}, sejak {{data.residentSince}} sampai surat ini dibuat.'],
      },
      validUntil,
    ],
    version: '2',
  },
  {
    code: 'SKU',
    title: 'Surat Keterangan Usaha',
    purpose: 'Menerangkan usaha yang dijalankan pemohon',
    classification: '500.2.2.4',
    validity: { amount: 3, unit: 'month' },
    signatories: ['head', 'delegate'],
    outsiderAllowed: true,
    holderSigns: true,
    requirements: [...baseRequirements, 'Foto tempat usaha (bila ada)'],
    fields: [
      { name: 'businessName', label: 'Nama usaha', type: 'text', required: true, max: 80 },
      { name: 'businessKind', label: 'Jenis usaha', type: 'text', required: true, max: 80, help: 'Misalnya: perdagangan makanan dan minuman.' },
      { name: 'businessAddress', label: 'Tempat usaha', type: 'text', required: true, default: 'address', max: 300, help: 'Diisi dari alamat rumah. Ubah bila usahanya di tempat lain.' },
      { name: 'runningSince', label: 'Berjalan sejak', type: 'text', required: true, max: 40, help: 'Misalnya: Februari 2025.' },
      purposeField,
    ],
    body: [
      opening,
      person,
      { kind: 'paragraph', indent: false, runs: ['Orang tersebut di atas adalah benar-benar penduduk {{office}} dan sampai surat ini dibuat memiliki usaha sebagai berikut :'], when: 'applicant.isResident' },
      { kind: 'paragraph', indent: false, runs: ['Orang tersebut di atas sampai surat ini dibuat benar-benar menjalankan usaha di {{office}} sebagai berikut :'], when: 'applicant.isOutsider' },
      {
        kind: 'identity',
        rows: [
          { label: 'Nama Usaha', text: '{{data.businessName}}' },
          { label: 'Jenis Usaha', text: '{{data.businessKind}}' },
          { label: 'Tempat Usaha', text: '{{data.businessAddress}}' },
          { label: 'Berjalan Sejak', text: '{{data.runningSince}}' },
        ],
      },
      validUntil,
    ],
    version: '2',
  },
  {
    code: 'SKTM',
    title: 'Surat Keterangan Tidak Mampu',
    purpose: 'Keringanan biaya sekolah, kesehatan atau bantuan hukum',
    classification: '400.10.4.4',
    validity: { amount: 3, unit: 'month' },
    signatories: ['head'],
    outsiderAllowed: false,
    holderSigns: false,
    requirements: [...baseRequirements, 'Surat pernyataan tidak mampu, diketahui RT dan RW'],
    fields: [
      purposeField,
      { name: 'institution', label: 'Instansi tujuan', type: 'text', required: true, max: 100, help: 'Sekolah, rumah sakit atau kantor yang meminta surat ini.' },
      { name: 'income', label: 'Penghasilan sebulan', type: 'money', required: false, help: 'Boleh dikosongkan. Hanya dicetak bila diisi.' },
      { name: 'dependants', label: 'Tanggungan keluarga', type: 'dependants', required: false, help: 'Diisi dari kartu keluarga. Hapus centang pada yang bukan tanggungan.' },
    ],
    body: [
      opening,
      personWithFamily,
      {
        kind: 'paragraph',
        runs: ['Berdasarkan keterangan yang ada pada kami dan sepanjang pengetahuan kami, orang tersebut benar-benar penduduk {{office}} dan tergolong ', { text: 'keluarga kurang mampu', bold: true }, '.'],
      },
      { kind: 'paragraph', runs: ['Penghasilan rata-rata sebulan sebesar {{income}} ({{incomeInWords}}).'], when: 'income' },
      { kind: 'paragraph', indent: false, runs: ['Anggota keluarga yang menjadi tanggungan :'], when: 'dependants' },
      { kind: 'dependants', field: 'dependants' },
      useUntil(' di {{data.institution}} dan berlaku sampai dengan {{validUntil}}.'),
    ],
    version: '2',
  },
];

/** The type of `code`, or undefined. */
export const letterTypeOf = (code: string): LetterType | undefined => letterTypes.find((type) => type.code === code);

/** The type of a stored letter. @throws Error when it is no longer shipped: then its letters could not be read any more */
export function typeOf(code: string): LetterType {
  const type = letterTypeOf(code);
  if (!type) throw new Error(`letter type ${code} is not shipped`);
  return type;
}
