import type { Verification } from '#documents';
import { formatLong, formatTimeWib, plainDate, plainDateInJakarta } from '#values';

export type FoundVerification = Exclude<Verification, { state: 'not-found' }>;

/** What became of a PDF somebody had compared. */
export type CheckedFile = 'same' | 'different' | 'missing';

/** States are told by word, colour and icon; these are the first and the last. */
const appearance = {
  valid: { word: 'SAH', icon: '<circle cx="26" cy="26" r="22"/><path d="m17 27 6.5 6.5L36 20"/>' },
  expired: { word: 'KEDALUWARSA', icon: '<circle cx="26" cy="26" r="22"/><path d="M26 14v12l8 6"/>' },
  revoked: { word: 'DICABUT', icon: '<circle cx="26" cy="26" r="22"/><path d="m18.5 18.5 15 15m0-15-15 15"/>' },
} as const;

/** Stands in place of the code's own state: whoever holds another file must not read SAH first. */
const different = { word: 'BERKAS BERBEDA', icon: appearance.revoked.icon, state: 'different', sentence: 'PDF yang Anda unggah bukan berkas yang kami simpan untuk surat ini. Jangan terima berkas itu.' } as const;

/** What the code alone would say, in one small line under that verdict. */
const ofTheCode = {
  valid: 'Kodenya sah, tetapi berkas yang Anda unggah bukan berkas aslinya.',
  expired: 'Kodenya dikenal, tetapi suratnya kedaluwarsa dan berkas yang Anda unggah bukan berkas aslinya.',
  revoked: 'Kodenya dikenal, tetapi suratnya sudah dicabut dan berkas yang Anda unggah bukan berkas aslinya.',
} as const;

const files = {
  same: { same: true, title: 'Berkas sama.', text: 'PDF yang Anda pilih tidak pernah diubah.' },
  missing: { same: false, title: 'Belum ada berkas.', text: 'Pilih berkas PDF surat, lalu tekan “Periksa berkas”.' },
} as const;

/** What it means that a letter no longer holds, and what to do; whoever is shown one asks that first. */
function meaning(found: FoundVerification): { title: string; text: string; advice: string } | null {
  const { issuer } = found.document;
  if (found.state === 'expired') {
    return {
      title: 'Apa artinya kedaluwarsa?',
      text: `Surat ini asli, tetapi hanya berlaku sampai ${validity(found)}. Sesudah itu keadaan yang diterangkan mungkin sudah berubah, jadi surat ini tidak dapat dipakai lagi.`,
      advice: `Yang perlu dilakukan: pemiliknya meminta surat baru di kantor ${issuer}. Surat lama tidak perlu dikembalikan dan tidak dapat diperpanjang.`,
    };
  }
  if (found.state !== 'revoked') return null;
  return {
    title: 'Apa artinya dicabut?',
    text: 'Surat ini pernah diterbitkan, lalu dinyatakan tidak berlaku oleh kantornya sendiri. Kertasnya tidak dapat dipakai lagi, walaupun tanggalnya belum lewat.',
    advice: found.replaced ? 'Yang perlu dilakukan: pemiliknya memakai surat penggantinya.' : `Yang perlu dilakukan: pemiliknya meminta surat baru di kantor ${issuer}.`,
  };
}

/** Everything the page of a found document says, in words. */
export function resultView(found: FoundVerification, file: CheckedFile | null, now: Date) {
  const { document, sha256 } = found;
  const good = found.state !== 'revoked';
  return {
    ...(file === 'different' ? different : { ...appearance[found.state], state: found.state, sentence: sentence(found) }),
    meaning: file === 'different' ? null : meaning(found),
    codeLine: file === 'different' ? ofTheCode[found.state] : null,
    document,
    reason: found.state === 'revoked' ? found.reason.replace(/[.\s]+$/, '') : null,
    replacement: replacement(found),
    issuedOn: formatLong(plainDate(document.issuedOn)),
    validity: validity(found),
    fingerprint: `${sha256.slice(0, 8)} … ${sha256.slice(-8)}`,
    matchTitle: good ? 'Cocokkan dengan kertas Anda' : 'Anda memegang kertasnya?',
    matchText: good
      ? 'Nomor, tanggal, dan huruf awal nama harus sama. Bila berbeda, kertas itu bukan surat ini.'
      : `Mintalah surat pengganti kepada pemiliknya, atau tanyakan ke kantor ${document.issuer}.`,
    file: file && file !== 'different' ? files[file] : null,
    dial: document.phone?.replace(/[^\d+]/g, '') ?? '',
    checkedAt: `${formatLong(plainDateInJakarta(now))} pukul ${formatTimeWib(now)}`,
  };
}

function sentence(found: FoundVerification): string {
  const { issuer } = found.document;
  if (found.state === 'revoked') return `Surat ini tidak berlaku lagi: dicabut oleh ${issuer} pada ${formatLong(found.revokedOn)}. Jangan terima surat ini.`;
  if (found.state === 'expired') return `Surat ini diterbitkan oleh ${issuer}, tetapi masa berlakunya sudah lewat. Mintalah surat yang baru.`;
  return `Surat ini diterbitkan oleh ${issuer} dan masih berlaku.`;
}

function replacement(found: FoundVerification): string {
  if (found.state !== 'revoked' || !found.replaced) return '';
  return found.replacedByNumber ? `Sudah diganti dengan surat nomor ${found.replacedByNumber}.` : 'Surat penggantinya sedang dibuat atau sudah terbit.';
}

function validity(found: FoundVerification): string {
  if (found.state === 'revoked') return `dicabut ${formatLong(found.revokedOn)}`;
  return found.validUntil ? formatLong(found.validUntil) : 'tanpa batas waktu';
}
