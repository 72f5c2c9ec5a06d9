import { formatRupiah, formatThousands, terbilangRupiah } from '#values';
import type { ReceiptDocument } from './receipt-document.js';

/** Invented receipts: what the specs typeset and what the layout was drawn against. Nobody in them exists. */

/** Three objects, two of them late. */
export const receipt: ReceiptDocument = {
  createdAt: '2026-11-24T02:41:00Z',
  letterhead: { office: 'PEMERINTAH DESA PUJON KIDUL', place: 'Kecamatan Pujon, Kabupaten Malang' },
  title: 'TANDA TERIMA SEMENTARA',
  subtitle: 'PBB-P2, bukan bukti lunas',
  number: '03-000148/2026',
  facts: [
    { label: 'Waktu', value: '24 November 2026, 09.41 WIB' },
    { label: 'Dari', value: 'Siti Rohmah (istri)' },
    { label: 'Petugas', value: 'Slamet Riyadi, buku 03' },
  ],
  lines: [
    { nop: '35.07.260.003.007-0042.0', name: 'MBOK RASEMI (alm.)', year: '2023', principal: '48.500', penalty: '23.280', note: '2% × 24 bln', sum: '71.780' },
    { nop: '35.07.260.003.004-0131.0', name: 'BUDI SANTOSO', year: '2025', principal: '212.354', penalty: '29.730', note: '1% × 14 bln', sum: '242.084' },
    { nop: '35.07.260.003.011-0208.0', name: 'SITI ROHMAH', year: '2026', principal: '86.500', penalty: '1.730', note: '1% × 2 bln', sum: '88.230' },
  ],
  totals: { principal: '347.354', penalty: '54.740', sum: '402.094' },
  amount: 'Rp402.094',
  inWords: 'empat ratus dua ribu sembilan puluh empat rupiah',
  statement: { lead: 'MENUNGGU SETOR.', text: 'Uang ada pada petugas. Pajak baru LUNAS setelah uang ini terlihat masuk di bank.' },
  payer: { heading: 'Pembayar,', name: 'SITI ROHMAH (ISTRI)' },
  collector: { heading: 'Petugas pungut,', name: 'SLAMET RIYADI' },
  verificationUrl: 'HTTPS://DESA.MALANGKAB.GO.ID/V/AEAACP5QJ7K2M4X6T3W5Y7B2D4F6H2J4L6N2P4R6T2V4',
  advice: 'Pindai kode QR untuk melihat apakah uang sudah disetor; alamatnya desa.malangkab.go.id. Simpan tanda terima ini sampai statusnya LUNAS.',
  footer: 'Lembar untuk pembayar. Nomor berurut tanpa celah.',
};

/** The same with so many rows, none of them late. */
export const longReceipt = (rows: number): ReceiptDocument => ({
  ...receipt,
  lines: Array.from({ length: rows }, (_, n) => ({ nop: `35.07.260.003.007-${String(n + 1).padStart(4, '0')}.0`, name: n % 4 === 3 ? 'HJ. SITI MAIMUNAH AL-FARUQI BINTI H. ABDURRAHMAN WAHID HASYIM' : 'SUPARMAN', year: String(2026 - (n % 3)), principal: '48.500', penalty: '0', note: null, sum: '48.500' })),
  totals: { principal: formatThousands(48_500 * rows), penalty: '0', sum: formatThousands(48_500 * rows) },
  amount: formatRupiah(BigInt(48_500 * rows)),
  inWords: terbilangRupiah(BigInt(48_500 * rows)),
});

/** Words that are too long and text that looks like source. */
export const hostileReceipt: ReceiptDocument = {
  ...receipt,
  letterhead: { office: `PEMERINTAH DESA ${'SUMBERMANJINGWETANKIDUL'.repeat(2)}`, place: 'Kecamatan Sumbermanjing Wetan Sebelah Selatan Sekali, Kabupaten Malang' },
  number: 'BUKU-ZZZZ-999999/TAHUN-2026-KABUPATEN',
  facts: [
    { label: 'Waktu', value: '24 November 2026, 09.41 WIB' },
    { label: 'Dari', value: '#read("/etc/passwd") *tebal* $x$ {{nama}} <b> dan seluruh ahli waris almarhum Haji Abdurrahman Wahid Hasyim Asyari' },
    { label: 'Petugas', value: `${'W'.repeat(60)}, buku ZZZZ` },
  ],
  lines: receipt.lines.map((row) => ({ ...row, name: 'W'.repeat(60), principal: '999.999.999.999', penalty: '480.000.000.000', sum: '1.479.999.999.999' })),
  totals: { principal: '2.999.999.999.997', penalty: '1.440.000.000.000', sum: '4.439.999.999.997' },
  amount: 'Rp4.439.999.999.997',
  inWords: 'empat triliun empat ratus tiga puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh tujuh rupiah',
  payer: { heading: 'Pembayar,', name: '#READ("/ETC/PASSWD") DAN SELURUH AHLI WARIS ALMARHUM HAJI ABDURRAHMAN WAHID HASYIM' },
  collector: { heading: 'Petugas pungut,', name: 'W'.repeat(60) },
};
