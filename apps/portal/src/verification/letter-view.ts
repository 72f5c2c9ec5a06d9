import type { PublicLetter } from '#documents';
import { formatLong, plainDate } from '#values';
import { appearance, type FoundOf, type Told } from './told.js';

type FoundLetter = FoundOf<PublicLetter>;

/** Stands under the verdict that a file is another one. */
const ofTheCode = {
  valid: 'Kodenya sah, tetapi berkas yang Anda unggah bukan berkas aslinya.',
  expired: 'Kodenya dikenal, tetapi suratnya kedaluwarsa dan berkas yang Anda unggah bukan berkas aslinya.',
  revoked: 'Kodenya dikenal, tetapi suratnya sudah dicabut dan berkas yang Anda unggah bukan berkas aslinya.',
} as const;

/** What the page of a letter says. */
export function letterView(found: FoundLetter): Told {
  const { document } = found;
  const good = found.state !== 'revoked';
  return {
    noun: 'surat',
    ...appearance[found.state],
    sentence: sentence(found),
    codeLine: ofTheCode[found.state],
    meaning: meaning(found),
    replacement: replacement(found),
    rows: [
      { term: 'Surat', value: document.title, strong: true },
      { term: 'Nomor', value: document.number },
      { term: 'Tanggal', value: formatLong(plainDate(document.issuedOn)) },
      { term: 'Diterbitkan', value: `${document.issuer}, ${document.district}` },
      { term: 'Atas nama', value: `${document.holder}${document.nik ? `, NIK ${document.nik}` : ''}` },
      { term: 'Penanda tangan', value: `${document.signer}, ${document.signerPosition}` },
      { term: 'Berlaku sampai', value: validity(found) },
    ],
    matchTitle: good ? 'Cocokkan dengan kertas Anda' : 'Anda memegang kertasnya?',
    matchText: good
      ? 'Nomor, tanggal, dan huruf awal nama harus sama. Bila berbeda, kertas itu bukan surat ini.'
      : `Mintalah surat pengganti kepada pemiliknya, atau tanyakan ke kantor ${document.issuer}.`,
  };
}

/** What it means that a letter no longer holds, and what to do; whoever is shown one asks that first. */
function meaning(found: FoundLetter): Told['meaning'] {
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

function sentence(found: FoundLetter): string {
  const { issuer } = found.document;
  if (found.state === 'revoked') return `Surat ini tidak berlaku lagi: dicabut oleh ${issuer} pada ${formatLong(found.revokedOn)}. Jangan terima surat ini.`;
  if (found.state === 'expired') return `Surat ini diterbitkan oleh ${issuer}, tetapi masa berlakunya sudah lewat. Mintalah surat yang baru.`;
  return `Surat ini diterbitkan oleh ${issuer} dan masih berlaku.`;
}

function replacement(found: FoundLetter): string {
  if (found.state !== 'revoked' || !found.replaced) return '';
  return found.replacedByNumber ? `Sudah diganti dengan surat nomor ${found.replacedByNumber}.` : 'Surat penggantinya sedang dibuat atau sudah terbit.';
}

function validity(found: FoundLetter): string {
  if (found.state === 'revoked') return `dicabut ${formatLong(found.revokedOn)}`;
  return found.validUntil ? formatLong(found.validUntil) : 'tanpa batas waktu';
}
