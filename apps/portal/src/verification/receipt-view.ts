import type { PublicReceipt } from '#documents';
import { formatLong, formatRupiah, plainDate, terbilangRupiah } from '#values';
import { appearance, type FoundOf, type Told } from './told.js';

type FoundReceipt = FoundOf<PublicReceipt>;
type Standing = 'with-collector' | 'deposited' | 'settled';

/** What the page of a receipt says: the paper is from the day it was given, the money has moved on since. */
export function receiptView(found: FoundReceipt): Told {
  const { document } = found;
  const amount = BigInt(document.amount);
  return {
    noun: 'tanda terima',
    ...appearance[found.state === 'revoked' ? 'revoked' : standingOf(found)],
    sentence: sentence(found),
    codeLine: 'Kodenya dikenal, tetapi berkas yang Anda unggah bukan berkas aslinya.',
    meaning: meaning(found),
    replacement: '',
    rows: [
      { term: 'Tanda terima', value: document.title, strong: true },
      { term: 'Nomor', value: document.number },
      { term: 'Tanggal', value: formatLong(plainDate(document.issuedOn)) },
      { term: 'Jumlah', value: `${formatRupiah(amount)} (${terbilangRupiah(amount)})` },
      { term: 'Untuk', value: document.items },
      { term: 'Dari', value: document.holder },
      { term: 'Petugas', value: document.receiver },
      { term: 'Kantor', value: `${document.issuer}, ${document.district}` },
    ],
    matchTitle: 'Cocokkan dengan kertas Anda',
    matchText: 'Nomor, tanggal, jumlah, dan huruf awal nama harus sama. Bila berbeda, kertas itu bukan tanda terima ini.',
  };
}

/** A word that is not known here promises nothing. */
const standingOf = ({ standing }: FoundReceipt): Standing => (standing?.is === 'settled' || standing?.is === 'deposited' ? standing.is : 'with-collector');

function sentence(found: FoundReceipt): string {
  const { issuer, issuedOn } = found.document;
  if (found.state === 'revoked') return `Tanda terima ini tidak berlaku lagi: penerimaannya dibatalkan oleh ${issuer} pada ${formatLong(found.revokedOn)}.`;
  const since = found.standing ? formatLong(found.standing.since) : '';
  return {
    'with-collector': `Uang diterima petugas ${issuer} pada ${formatLong(plainDate(issuedOn))}, tetapi belum tercatat disetor. Pajak ini belum lunas.`,
    deposited: `Petugas sudah menyetor uang ini; kantor ${issuer} mencatatnya pada ${since}. Pajak ini lunas setelah uangnya terlihat di rekening bank.`,
    settled: `Uang ini sudah terlihat masuk di bank, tercatat pada ${since}. Pajak yang dibayar dengan tanda terima ini lunas.`,
  }[standingOf(found)];
}

function meaning(found: FoundReceipt): Told['meaning'] {
  const { issuer } = found.document;
  if (found.state === 'revoked') {
    return {
      title: 'Apa artinya dicabut?',
      text: 'Penerimaan uang ini dibatalkan oleh kantornya sendiri, jadi pajaknya belum dibayar dengan tanda terima ini.',
      advice: `Uang Anda tidak dikembalikan? Bawa tanda terima ini ke kantor ${issuer}.`,
    };
  }
  const standing = standingOf(found);
  if (standing === 'settled') return null;
  return {
    title: 'Yang perlu dilakukan',
    text: 'Simpan tanda terima ini, dan pindai lagi beberapa hari kemudian. Keadaan di halaman ini berubah sendiri.',
    advice: standing === 'with-collector' ? `Setelah seminggu masih menunggu setor? Tanyakan ke kantor ${issuer}.` : `Setelah dua minggu belum lunas? Tanyakan ke kantor ${issuer}.`,
  };
}
