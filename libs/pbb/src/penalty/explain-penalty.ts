import { formatLong, formatRupiah, type PlainDate, type Rupiah } from '#values';
import type { RuleInForce } from '../tax-rule/tax-rule-set.queries.js';
import { latePenalty } from './late-penalty.js';

/** How a penalty comes about, for the counter and for the taxpayer: each line one fact. */
export function explainPenalty(principal: Rupiah, taxYear: number, dueOn: PlainDate, on: PlainDate, rule: RuleInForce | null): string[] {
  const due = `Jatuh tempo ${formatLong(dueOn)}`;
  if (principal === 0n) return [due, 'Tidak ada pokok yang terutang, jadi tidak ada denda'];
  if (on <= dueOn) return [due, 'Belum lewat jatuh tempo, jadi belum ada denda'];
  if (!rule) return [due, `Aturan denda untuk tahun pajak ${taxYear} belum ditetapkan`];
  const { months, amount } = latePenalty(principal, dueOn, on, rule);
  const capped = months === rule.mostMonths ? `, paling banyak ${rule.mostMonths} bulan` : '';
  return [
    due,
    `Dihitung sampai ${formatLong(on)}: ${months} bulan, bagian bulan dihitung penuh${capped}`,
    `${percent(rule.monthlyRate)} sebulan dari pokok ${formatRupiah(principal)} menurut ${rule.regulation}`,
    `${formatRupiah(principal)} × ${months} × ${percent(rule.monthlyRate)} = ${formatRupiah(amount)}`,
  ];
}

/** `1 %`, `0,5 %`. */
const percent = (partsPer100000: number): string => `${String(partsPer100000 / 1000).replace('.', ',')} %`;
