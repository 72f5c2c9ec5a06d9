import type { Candidate, Claim, StatementLine } from '../api/contract.js';
import { briefDate, count } from '../parts/words.js';
import { rupiahWords } from './rupiah-words.js';

export interface Reasons { readonly pro: readonly string[]; readonly contra: readonly string[] }

/** A bank books within three days what was brought to its counter; what takes longer may be something else. */
const NEAR_DAYS = 3;

/** Why a deposit may be this line, and why it may not. */
export function candidateReasons({ difference, named, days }: Pick<Candidate, 'difference' | 'named' | 'days'>): Reasons {
  const pro: string[] = [];
  const contra: string[] = [];
  if (difference === 0) pro.push('Jumlah sama sampai rupiah');
  else contra.push(`${difference < 0 ? 'Kurang' : 'Lebih'} ${rupiahWords(Math.abs(difference))} dari setoran`);
  if (named) pro.push('Kode setoran tertulis di keterangan');
  else contra.push('Kode setoran tidak tertulis di keterangan');
  if (days < 0) contra.push(`Masuk ${count(-days)} hari sebelum disetor`);
  else if (days <= NEAR_DAYS) pro.push(days === 0 ? 'Masuk pada hari disetor' : `Masuk ${count(days)} hari setelah disetor`);
  else contra.push(`Masuk ${count(days)} hari setelah disetor`);
  return { pro, contra };
}

/** What a line's verdict means for this very line; null where the verdict says all of it. */
export function lineWords({ verdict, names, difference, amount, exactAmount }: Pick<StatementLine, 'verdict' | 'names' | 'difference' | 'amount' | 'exactAmount'>): string | null {
  const deposit = names ? `setoran ${names.reference} dari ${names.villageName}` : '';
  if (verdict === 'AMOUNT_MISMATCH' && difference !== null) return `Keterangan menyebut ${deposit}, tetapi ${difference < 0 ? 'kurang' : 'lebih'} ${rupiahWords(Math.abs(difference))}.`;
  if (verdict === 'DUPLICATE_PAYMENT') return `Keterangan menyebut ${deposit}, yang sudah cocok dengan mutasi lain.`;
  if (verdict === 'UNMATCHED') {
    if (amount < 0) return 'Uang keluar. Centang mutasi masuk yang dibatalkannya, lalu tandai saling meniadakan.';
    return exactAmount === amount ? 'Belum ada setoran yang pasti dengan mutasi ini.' : `Di bank ${rupiahWords(exactAmount)}; dibukukan dalam rupiah penuh.`;
  }
  return null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const CORRECTED_BY: Readonly<Record<string, string>> = {
  'deposit-reference': 'keduanya menyebut kode setoran yang sama', 'bank-reference': 'nomor referensi atau keterangannya sama', 'only-candidate': 'hanya satu mutasi yang mungkin dimaksud',
};

/** The facts a decision was made on, in words. */
export function claimWords({ basis, explanation, lines, deposits }: Pick<Claim, 'basis' | 'explanation' | 'lines' | 'deposits'>): string {
  const amount = rupiahWords(Number(explanation['amount'] ?? 0));
  const [bookedOn, depositedOn, correctedOn] = [text(explanation['bookedOn']), text(explanation['depositedOn']), text(explanation['correctedOn'])];
  if (basis === 'reference') return `Keterangan menyebut kode setoran ${text(explanation['reference'])}, dan jumlahnya sama: ${amount}.`;
  if (basis === 'amount-day') {
    const gap = days(depositedOn, bookedOn);
    return `Satu-satunya mutasi ${amount} dan satu-satunya setoran sebesar itu: disetor ${briefDate(depositedOn)}, masuk ${gap === 0 ? 'pada hari yang sama' : `${count(gap)} hari kemudian`}.`;
  }
  if (basis === 'correction') return `Bank membatalkannya sendiri: dibukukan ${briefDate(bookedOn)}, dikoreksi ${briefDate(correctedOn)}; ${CORRECTED_BY[text(explanation['by'])] ?? 'jumlahnya berlawanan'}.`;
  return deposits.length === 0 ? `${count(lines.length)} mutasi saling meniadakan.` : `${count(lines.length)} mutasi dengan ${count(deposits.length)} setoran, ${amount}.`;
}

export const BASIS_WORDS: Readonly<Record<string, string>> = { reference: 'Cocok menurut kode setoran', 'amount-day': 'Cocok menurut jumlah dan hari', person: 'Dicocokkan petugas', correction: 'Dibatalkan bank' };
