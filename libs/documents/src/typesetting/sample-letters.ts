import { dependantsTable, type Dependant, type LetterDocument } from './letter-document.js';

/**
 * Invented letters with everything a village prints: what the specs typeset, what the benchmark repeats, and what the
 * layouts were drawn against. Nobody in them exists.
 */

type Issued = Extract<LetterDocument, { draft: false }>;

const closing = ['Demikian surat keterangan ini dibuat dengan sebenarnya, untuk dipergunakan sebagaimana mestinya.'];
const note = ['Ditandatangani secara elektronik', '24 November 2026 pukul 10.12 WIB'];
const footer =
  'Pindai kode QR untuk memeriksa keaslian. Halaman yang terbuka harus beralamat desa.malangkab.go.id dan menampilkan nomor surat yang sama. Verifikasi internal, bukan tanda tangan elektronik tersertifikasi.';

const letterhead = {
  authorities: ['PEMERINTAH KABUPATEN MALANG', 'KECAMATAN PUJON'],
  office: 'KANTOR KEPALA DESA PUJON KIDUL',
  contact: ['Jalan Raya Pujon Kidul Nomor 12, telepon (0341) 524017, kode pos 65391', 'pujonkidul@desa.malangkab.go.id'],
};

const opening = (office: string, district: string): LetterDocument['body'][number] => ({
  kind: 'paragraph',
  runs: [`Yang bertanda tangan di bawah ini ${office}, Kecamatan ${district}, Kabupaten Malang, Provinsi Jawa Timur, menerangkan dengan sebenarnya bahwa :`],
});

const purpose = { kind: 'paragraph' as const, runs: ['Surat keterangan ini dipergunakan untuk ', { text: 'pembukaan rekening bank', bold: true }, ' dan berlaku sampai dengan 24 Mei 2027.'] };

/** A certificate of domicile on F4: the commonest letter. */
export const domicileLetter: Issued = {
  paper: 'F4',
  draft: false,
  createdAt: '2026-11-24T03:12:00Z',
  letterhead,
  title: 'SURAT KETERANGAN DOMISILI',
  number: '400.12.2.1/0188/35.07.26.2003/2026',
  body: [
    opening('Kepala Desa Pujon Kidul', 'Pujon'),
    {
      kind: 'identity',
      rows: [
        { label: 'Nama Lengkap', value: 'SITI ROHMAH', bold: true },
        { label: 'NIK', value: '3507265403850003' },
        { label: 'Nomor KK', value: '3507261208110017' },
        { label: 'Tempat/Tanggal Lahir', value: 'Malang, 14 Maret 1985' },
        { label: 'Jenis Kelamin', value: 'Perempuan' },
        { label: 'Agama', value: 'Islam' },
        { label: 'Status Perkawinan', value: 'Kawin Tercatat' },
        { label: 'Pendidikan', value: 'SLTA/Sederajat' },
        { label: 'Pekerjaan', value: 'Pedagang' },
        { label: 'Kewarganegaraan', value: 'Indonesia' },
        { label: 'Alamat pada KTP-el', value: 'Jalan Ikan Tombro Timur Nomor 18 RT 005 RW 011, Kelurahan Tunjungsekar, Kecamatan Lowokwaru, Kota Malang' },
      ],
    },
    {
      kind: 'paragraph',
      runs: [
        'Orang tersebut di atas adalah benar-benar warga kami yang bertempat tinggal di ',
        { text: 'Dusun Krajan RT 003 RW 001, Desa Pujon Kidul, Kecamatan Pujon', bold: true },
        ', Kabupaten Malang, sejak 2 Februari 2024 sampai surat ini dibuat.',
      ],
    },
    purpose,
  ],
  closing,
  holder: { heading: ['Pemegang Surat,'], name: 'SITI ROHMAH' },
  signer: { heading: ['Pujon Kidul, 24 November 2026', 'KEPALA DESA PUJON KIDUL,'], name: 'SUWONDO HADI PRASETYO', note },
  verificationUrl: 'HTTPS://DESA.MALANGKAB.GO.ID/V/AEAACP5QJ7K2M4X6T3W5Y7B2D4F6H2J4L6N2P4R6T2V4',
  footer,
};

export const domicileLetterOnA4: Issued = { ...domicileLetter, paper: 'A4' };

/** Signed by the secretary on behalf of the head. */
export const delegatedLetter: Issued = {
  ...domicileLetter,
  body: [opening('Sekretaris Desa Pujon Kidul', 'Pujon'), ...domicileLetter.body.slice(1)],
  signer: { heading: ['Pujon Kidul, 24 November 2026', 'a.n. KEPALA DESA PUJON KIDUL', 'Sekretaris Desa,'], name: 'AGUS SETIAWAN, S.AP.', note },
};

/** A kelurahan: another head, rank and NIP, a certified signature in the footer. */
export const urbanVillageLetter: Issued = {
  ...domicileLetter,
  number: '400.12.2.1/0188/35.07.13.1010/2026',
  letterhead: { authorities: ['PEMERINTAH KABUPATEN MALANG', 'KECAMATAN KEPANJEN'], office: 'KELURAHAN KEPANJEN', contact: ['Jalan Panji Nomor 3, telepon (0341) 395123, kode pos 65163', 'kelurahankepanjen@malangkab.go.id'] },
  body: [
    opening('Lurah Kepanjen', 'Kepanjen'),
    ...domicileLetter.body.slice(1, 2),
    {
      kind: 'paragraph',
      runs: [
        'Orang tersebut di atas adalah benar-benar warga kami yang bertempat tinggal di ',
        { text: 'Jalan Kawi Gang II Nomor 7 RT 003 RW 001, Kelurahan Kepanjen, Kecamatan Kepanjen', bold: true },
        ', Kabupaten Malang, sejak 2 Februari 2024 sampai surat ini dibuat.',
      ],
    },
    purpose,
  ],
  signer: { heading: ['Kepanjen, 24 November 2026', 'LURAH KEPANJEN,'], name: 'Dra. ENDANG SULISTYOWATI, M.Si.', details: ['Pembina', 'NIP 19710512 199803 2 004'], note },
  footer:
    'Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik yang diterbitkan BSrE, BSSN (UU 11/2008 Pasal 5 ayat 1). Untuk memeriksa keaslian, pindai kode QR; halaman yang terbuka harus beralamat desa.malangkab.go.id dan menampilkan nomor surat yang sama.',
};

/** Long names, source code in the data, a word of sixty letters, empty fields. */
export const hostileLetter: Issued = {
  ...domicileLetter,
  letterhead: { ...letterhead, authorities: ['PEMERINTAH KABUPATEN MALANG', 'KECAMATAN SUMBERMANJING WETAN'], office: 'KANTOR KEPALA DESA SUMBERMANJING WETAN' },
  body: [
    opening('Kepala Desa Pujon Kidul', 'Pujon'),
    {
      kind: 'identity',
      rows: [
        { label: 'Nama Lengkap', value: 'RADEN AJENG SITI NURHALIZAH KUSUMANINGTYAS WIDYANINGRUM PUTR', bold: true },
        { label: 'NIK', value: '3507265403850003' },
        { label: 'Nomor KK', value: '-' },
        { label: 'Tempat/Tanggal Lahir', value: 'Sumbermanjing Wetan, 14 Maret 1985' },
        { label: 'Jenis Kelamin', value: 'Perempuan' },
        { label: 'Agama', value: 'Kepercayaan terhadap Tuhan Yang Maha Esa' },
        { label: 'Status Perkawinan', value: 'Cerai Hidup Belum Tercatat' },
        { label: 'Pendidikan', value: '-' },
        { label: 'Pekerjaan', value: '#read("/etc/passwd") *tebal* $x$ {{nama}} <b>' },
        { label: 'Kewarganegaraan', value: 'Indonesia' },
        { label: 'Alamat pada KTP-el', value: 'PerumahanGriyaPermataSumbermanjingWetanIndahLestariAsriSejahteraBlokC12 RT 005 RW 011' },
      ],
    },
    ...domicileLetter.body.slice(2),
  ],
  holder: { heading: ['Pemegang Surat,'], name: 'RADEN AJENG SITI NURHALIZAH KUSUMANINGTYAS WIDYANINGRUM PUTR' },
  signer: { heading: ['Pujon Kidul, 24 November 2026', 'KEPALA DESA PUJON KIDUL,'], name: 'Prof. Dr. Ir. H. MOCHAMMAD FATHURROHMAN AL-FARUQI WIBISONO, S.H., M.Si., M.Kn.', note },
};

const dependants: Dependant[] = [
  { nik: '3507261208390001', name: 'KARTODIMEDJO HARDJODIPURO SASTROWIDJOJO PRAWIROKUSUMO ADINATA', sex: 'L', birth: 'Malang, 12-08-1939', relation: 'ORANG TUA' },
  { nik: '3507267011710002', name: 'R.Ay. SITI MAIMUNAH KUSUMANINGTYAS WIDYANINGRUM NOTODININGRAT', sex: 'P', birth: 'Sumbermanjing Wetan, 30-11-1971', relation: 'ISTRI' },
  { nik: '3507264101040003', name: 'NUR', sex: 'P', birth: 'Malang, 01-01-2004', relation: 'ANAK' },
  { nik: '3507261708060004', name: "ABDURRAHMAN WAHID HASYIM ASY'ARI MUHAMMAD IQBAL RAMADHANI", sex: 'L', birth: 'Trenggalek, 17-08-2006', relation: 'ANAK' },
  { nik: '3507266212090001', name: 'PUTRI AYU WULANDARI SEKARARUM KINASIH PRAMESWARI HAPSARI', sex: 'P', birth: 'Malang, 22-12-2009', relation: 'ANAK' },
  { nik: '3507260505220002', name: 'KRESNA BAYU ADINATA MANGKUNEGARA HADININGRAT SASTRODIHARDJO', sex: 'L', birth: 'Malang, 05-05-2022', relation: 'CUCU' },
  { nik: '3507260909110003', name: 'MUHAMMAD ALFATIH ZAFRAN ATHALLAH RIZQULLAH PUTRA PRATAMA', sex: 'L', birth: 'Pasuruan, 09-09-2011', relation: 'FAMILI LAIN' },
  { nik: '3507267112440004', name: 'Hj. SRI REJEKI NINGSIH SUKMAWATI HARDJODIPURO BINTI KARTODIMEDJO', sex: 'P', birth: 'Kabupaten Tulungagung, 31-12-1944', relation: 'MERTUA' },
  { nik: '3507265402150001', name: 'DEWI AYU KUSUMANINGRUM SULISTYOWATI RETNANINGTYAS MAHARANI', sex: 'P', birth: 'Malang, 14-02-2015', relation: 'ANAK' },
];

/** A letter of poverty with a table of dependants: nine with long names need two pages, three short ones do not. */
export const povertyLetter = (count = dependants.length): Issued => ({
  ...domicileLetter,
  title: 'SURAT KETERANGAN TIDAK MAMPU',
  number: '400.10.4.4/0189/35.07.26.2003/2026',
  body: [
    opening('Kepala Desa Pujon Kidul', 'Pujon'),
    {
      kind: 'identity',
      rows: [
        { label: 'Nama Lengkap', value: 'MOCHAMMAD FATHURROHMAN AL-FARUQI WIBISONO KUSUMANEGARA PUTRA', bold: true },
        { label: 'NIK', value: '3507261208680004' },
        { label: 'Nomor KK', value: '3507261208110017' },
        { label: 'Tempat/Tanggal Lahir', value: 'Malang, 12 Agustus 1968' },
        { label: 'Jenis Kelamin', value: 'Laki-laki' },
        { label: 'Agama', value: 'Islam' },
        { label: 'Status Perkawinan', value: 'Kawin Belum Tercatat' },
        { label: 'Pekerjaan', value: 'Buruh Tani/Perkebunan' },
        { label: 'Kewarganegaraan', value: 'Indonesia' },
        { label: 'Alamat', value: 'Dusun Tulungrejo Lor Kali Gang Makam Mbah Honggo Nomor 112A RT 012 RW 003, Desa Pujon Kidul, Kecamatan Pujon, Kabupaten Malang' },
      ],
    },
    {
      kind: 'paragraph',
      runs: [
        'Sepanjang pengetahuan dan penelitian kami, orang tersebut di atas adalah benar-benar penduduk Desa Pujon Kidul dan tergolong ',
        { text: 'keluarga kurang mampu', bold: true },
        ' dengan anggota keluarga yang menjadi tanggungan sebagai berikut :',
      ],
    },
    dependantsTable(dependants.slice(0, count)),
    {
      kind: 'paragraph',
      runs: [
        'Surat keterangan ini diberikan sebagai syarat ',
        { text: 'keringanan biaya pengobatan di Rumah Sakit Umum Daerah Kanjuruhan Kepanjen', bold: true },
        ' atas nama R.Ay. SITI MAIMUNAH KUSUMANINGTYAS WIDYANINGRUM NOTODININGRAT dan berlaku sampai dengan 24 Februari 2027.',
      ],
    },
  ],
  holder: { heading: ['Pemegang Surat,'], name: 'MOCHAMMAD FATHURROHMAN AL-FARUQI WIBISONO KUSUMANEGARA PUTRA' },
});

/** The same letter while the clerk is still writing it, one value freshly changed. */
export const draftOf = ({ number, verificationUrl: _url, footer: _footer, ...letter }: Issued): LetterDocument => {
  const [before = '', , ...after] = number.split('/');
  return { ...letter, draft: true, number: { before: `${before}/`, after: `/${after.join('/')}` } };
};
