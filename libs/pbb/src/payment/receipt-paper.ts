import { maskedHolder, type PublicReceipt, type ReceiptDocument } from '#documents';
import { findUnprintable, formatLong, formatNop, formatRupiah, formatThousands, formatTimeWib, type Nop, plainDateInJakarta, stripInvisible, terbilangRupiah } from '#values';
import type { VillageProfile } from '#villages';

/** A receipt as it was given. */
export interface GivenReceipt {
  readonly number: string;
  readonly receivedAt: Date;
  readonly paidBy: string;
  readonly collectorName: string;
  readonly bookCode: string;
  readonly lines: readonly GivenLine[];
}

export interface GivenLine {
  readonly nop: string;
  readonly payerName: string;
  readonly taxYear: number;
  readonly principal: bigint;
  readonly penalty: bigint;
  readonly months: number;
  /** Parts per 100.000 a month by which the penalty was charged; null where nothing was due. */
  readonly monthlyRate: number | null;
}

/** What is printed of a receipt, and what a stranger with the paper may see. */
export interface ReceiptPaper {
  readonly document: ReceiptDocument;
  readonly public: PublicReceipt;
}

/** Goes up with every change of what a receipt prints. */
export const RECEIPT_TEMPLATE = 'receipt/1';

const TITLE = 'Tanda Terima Sementara';

export function composeReceipt(receipt: GivenReceipt, office: VillageProfile, verificationUrl: string): ReceiptPaper {
  const { lines, number } = receipt;
  const [principal, penalty] = [sumOf(lines, 'principal'), sumOf(lines, 'penalty')];
  const day = plainDateInJakarta(receipt.receivedAt);
  const [payer, collector] = [printable(receipt.paidBy), printable(receipt.collectorName)];
  const issuer = `${office.words.office} ${office.name}`;
  return {
    document: {
      createdAt: receipt.receivedAt.toISOString(),
      letterhead: { office: `PEMERINTAH ${issuer.toUpperCase()}`, place: `Kecamatan ${office.districtName}, Kabupaten ${office.regencyName}` },
      title: TITLE.toUpperCase(),
      subtitle: 'PBB-P2, bukan bukti lunas',
      number,
      facts: [
        { label: 'Waktu', value: `${formatLong(day)}, ${formatTimeWib(receipt.receivedAt)}` },
        { label: 'Dari', value: payer },
        { label: 'Petugas', value: `${collector}, buku ${receipt.bookCode}` },
      ],
      lines: lines.map(printedLine),
      totals: { principal: formatThousands(principal), penalty: formatThousands(penalty), sum: formatThousands(principal + penalty) },
      amount: formatRupiah(principal + penalty),
      inWords: terbilangRupiah(principal + penalty),
      statement: { lead: 'MENUNGGU SETOR.', text: 'Uang ada pada petugas. Pajak baru LUNAS setelah uang ini terlihat masuk di bank.' },
      payer: { heading: 'Pembayar,', name: payer.toUpperCase() },
      collector: { heading: 'Petugas pungut,', name: collector.toUpperCase() },
      verificationUrl,
      advice: `Pindai kode QR untuk melihat apakah uang sudah disetor; alamatnya ${new URL(verificationUrl).host.toLowerCase()}. Simpan tanda terima ini sampai statusnya LUNAS.`,
      footer: 'Lembar untuk pembayar. Nomor berurut tanpa celah.',
    },
    public: {
      kind: 'receipt', title: `${TITLE} PBB`, number, issuedOn: day, issuer, district: `Kecamatan ${office.districtName}`, holder: maskedHolder(receipt.paidBy, null).holder,
      amount: Number(principal + penalty), items: `${lines.length} tagihan PBB`, receiver: collector, phone: office.phone,
    },
  };
}

function printedLine({ nop, payerName, taxYear, principal, penalty, months, monthlyRate }: GivenLine): ReceiptDocument['lines'][number] {
  return {
    nop: formatNop(nop as Nop), name: printable(payerName), year: String(taxYear), principal: formatThousands(principal), penalty: formatThousands(penalty), sum: formatThousands(principal + penalty),
    note: penalty > 0n && monthlyRate !== null ? `${String(monthlyRate / 1000).replace('.', ',')}% × ${months} bln` : null,
  };
}

const sumOf = (lines: readonly GivenLine[], part: 'principal' | 'penalty'): bigint => lines.reduce((sum, line) => sum + line[part], 0n);

/** Names of lists and of people are as they were typed; one strange letter must not keep a payer from the receipt. */
const printable = (text: string): string => [...stripInvisible(text)].map((letter) => (findUnprintable(letter) ? '?' : letter)).join('').trim() || '-';
