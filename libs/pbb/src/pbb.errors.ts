import { DomainError } from '#platform';
import { formatNop, type Nop } from '#values';

export const ruleMissing = (taxYear: number): DomainError =>
  new DomainError('TAX_RULE_MISSING', 409, `Aturan denda untuk tahun pajak ${taxYear} belum ditetapkan. Hubungi Bapenda.`);

export const ruleDecided = (): DomainError => new DomainError('TAX_RULE_DECIDED', 409, 'Usulan aturan ini sudah diputuskan.');

export const ownProposal = (): DomainError => new DomainError('TAX_RULE_OWN_PROPOSAL', 403, 'Usulan sendiri harus disetujui orang lain.');

const STATES: Readonly<Record<string, string>> = { 'with-collector': 'sudah dibayar ke petugas', deposited: 'sudah dibayar dan disetor', settled: 'sudah lunas', nil: 'nihil', closed: 'sudah diganti ketetapan baru' };

export const billNotPayable = (nop: string, taxYear: number, state: string, place: number): DomainError => {
  const message = `Tagihan ${formatNop(nop as Nop)} tahun ${taxYear} ${STATES[state] ?? 'tidak dapat dibayar'}.`;
  return new DomainError('BILL_NOT_PAYABLE', 409, message, [{ field: `bills.${place}`, code: 'BILL_NOT_PAYABLE', message }]);
};

export const amountChanged = (): DomainError => new DomainError('AMOUNT_CHANGED', 409, 'Jumlah yang harus dibayar sudah berubah. Muat ulang rinciannya, lalu konfirmasi lagi.');

export const notACollector = (): DomainError => new DomainError('NOT_A_COLLECTOR', 403, 'Anda belum terdaftar sebagai petugas pungut di sini.');

export const paymentReversed = (): DomainError => new DomainError('PAYMENT_REVERSED', 409, 'Penerimaan ini sudah dibatalkan.');

export const paymentDeposited = (): DomainError => new DomainError('PAYMENT_DEPOSITED', 409, 'Penerimaan ini sudah masuk setoran, jadi tidak dapat dibatalkan.');

export const reversalTooLate = (): DomainError => new DomainError('REVERSAL_TOO_LATE', 409, 'Penerimaan hanya dapat dibatalkan pada hari yang sama.');

export const ownPayment = (): DomainError => new DomainError('OWN_PAYMENT', 403, 'Penerimaan dibatalkan oleh orang lain, bukan oleh yang menerima.');

export const receiptNotReady = (): DomainError => new DomainError('RECEIPT_NOT_READY', 409, 'Tanda terima masih dicetak. Tunggu sebentar, lalu coba lagi.');

export const receiptNotFree = (place: number): DomainError =>
  new DomainError('RECEIPT_NOT_FREE', 409, 'Salah satu kuitansi sudah dibatalkan, sudah disetor, atau milik petugas lain.', [{ field: `payments.${place}`, code: 'RECEIPT_NOT_FREE', message: 'Kuitansi ini tidak dapat disetor.' }]);

export const depositNotOpen = (): DomainError => new DomainError('DEPOSIT_STATE', 409, 'Setoran ini sudah dikonfirmasi atau dibatalkan. Muat ulang halaman.');

export const ownDeposit = (): DomainError => new DomainError('OWN_DEPOSIT', 403, 'Setoran dikonfirmasi oleh orang lain, bukan oleh petugas yang menyetor atau yang menyusunnya.');

export const collectorExists = (): DomainError => new DomainError('COLLECTOR_EXISTS', 409, 'Pengguna ini sudah terdaftar sebagai petugas, atau kode bukunya sudah dipakai.');

export const disputeAnswered = (): DomainError => new DomainError('DISPUTE_ANSWERED', 409, 'Laporan ini sudah dijawab orang lain. Muat ulang halaman.');
