import { DomainError } from '#platform';
import { formatRupiah } from '#values';

export const accountExists = (): DomainError => new DomainError('BANK_ACCOUNT_EXISTS', 409, 'Rekening dengan nomor ini sudah terdaftar.');

export const lineClaimed = (): DomainError => new DomainError('LINE_CLAIMED', 409, 'Mutasi ini sudah dicocokkan. Muat ulang halaman.');

export const depositClaimed = (): DomainError => new DomainError('DEPOSIT_CLAIMED', 409, 'Salah satu setoran sudah dicocokkan dengan mutasi lain. Muat ulang halaman.');

export const sumsDiffer = (lines: bigint, deposits: bigint): DomainError =>
  new DomainError('AMOUNT_MISMATCH', 409, `Jumlah mutasi ${formatRupiah(lines)}, jumlah setoran ${formatRupiah(deposits)}: selisih ${formatRupiah(lines - deposits)}. Pilih sampai jumlahnya sama.`);

export const lineNotClaimed = (): DomainError => new DomainError('LINE_NOT_CLAIMED', 409, 'Mutasi ini belum dicocokkan, jadi tidak ada yang dibatalkan.');

export const lineClaimedSince = (lines: number): DomainError =>
  new DomainError('STATEMENT_IN_USE', 409, `${lines} mutasi sudah dicocokkan. Batalkan pencocokannya dahulu.`);

export const statementNotLast = (): DomainError => new DomainError('STATEMENT_NOT_LAST', 409, 'Sesudah rekening koran ini sudah ada yang lebih baru. Tarik kembali yang terakhir dahulu.');
