import { formatLong, formatTimeWib, plainDateInJakarta } from '#values';
import { letterView } from './letter-view.js';
import { receiptView } from './receipt-view.js';
import { appearance, type FoundVerification, type Told } from './told.js';

/** What became of a PDF somebody had compared. */
export type CheckedFile = 'same' | 'different' | 'missing';

/** Everything the page of a found document says, in words. */
export function resultView(found: FoundVerification, file: CheckedFile | null, now: Date) {
  const { document, sha256 } = found;
  const told: Told = 'kind' in document ? receiptView({ ...found, document }) : letterView({ ...found, document });
  return {
    ...told,
    ...(file === 'different' ? differentFile(told) : { codeLine: null }),
    rows: told.rows.map((row) => ({ strong: false, ...row })),
    document,
    reason: found.state === 'revoked' ? found.reason.replace(/[.\s]+$/, '') : null,
    fingerprint: `${sha256.slice(0, 8)} … ${sha256.slice(-8)}`,
    file: file === 'same' ? { same: true, title: 'Berkas sama.', text: 'PDF yang Anda pilih tidak pernah diubah.' }
      : file === 'missing' ? { same: false, title: 'Belum ada berkas.', text: `Pilih berkas PDF ${told.noun}, lalu tekan “Periksa berkas”.` } : null,
    dial: document.phone?.replace(/[^\d+]/g, '') ?? '',
    checkedAt: `${formatLong(plainDateInJakarta(now))} pukul ${formatTimeWib(now)}`,
  };
}

/** Stands in place of the code's own state: whoever holds another file must not read SAH first. */
const differentFile = ({ noun, codeLine }: Told) => ({
  ...appearance.different, sentence: `PDF yang Anda unggah bukan berkas yang kami simpan untuk ${noun} ini. Jangan terima berkas itu.`, codeLine, meaning: null,
});
