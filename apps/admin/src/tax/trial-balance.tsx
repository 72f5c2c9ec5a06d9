import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import { isPlainDate } from '#values';
import { api } from '../api/client.js';
import type { TrialBalance as Balance } from '../api/contract.js';
import { ExportButton } from '../parts/list/export-button.js';
import { PageHead } from '../parts/page-head.js';
import { PlainDateInput } from '../parts/plain-date-input.js';
import { Bars, Broken, Notice } from '../parts/states.js';
import { count, dayAndDate, today } from '../parts/words.js';
import { useMe } from '../session/session.js';
import './tax.css';

/** The book of land tax, the village's or the regency office's, in one table: what came on either side of each account until a day, and what stands. */
export function TrialBalance() {
  const atRegency = useMe().unit.kind === 'regency';
  const [typed, setTyped] = useState('');
  const to = isPlainDate(typed) && typed < today() ? typed : undefined;
  const wrong = typed !== '' && !(isPlainDate(typed) && typed <= today());
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['trial-balance', to ?? null], queryFn: () => api.get<Balance>('/ledger/trial-balance', { query: { to } }), placeholderData: keepPreviousData });
  return (
    <div className="page">
      <PageHead title="Neraca PBB" sub={`Pembukuan kantor ini dari awal sampai ${dayAndDate(to ?? today())}`}
        acts={<><ExportButton path="/ledger/trial-balance/export.xlsx" query={{ to }} name="neraca-pbb" /><PlainDateInput className="balance-day" aria-label="Sampai tanggal" placeholder="Sampai hari ini" value={typed} onChange={setTyped} {...(wrong ? { status: 'error' as const } : {})} /></>} />
      {isPending ? <Bars lines={5} /> : error ? <Broken error={error} retry={() => void refetch()} /> : data.accounts.length === 0 ? <Notice icon={Scale} tone="none" title="Belum ada pembukuan">{atRegency ? 'Akun muncul setelah rekening koran pertama dibukukan.' : 'Akun muncul setelah Bapenda menerapkan daftar pajak desa ini.'}</Notice> : (
        <div className="plain-scroll balance" tabIndex={0} role="region" aria-label="Neraca saldo">
          <table className="plain-table">
            <thead><tr><th>Akun</th><th className="money">Debit (Rp)</th><th className="money">Kredit (Rp)</th><th className="money">Saldo (Rp)</th><th>Posisi</th></tr></thead>
            <tbody>
              {data.accounts.map((row) => (
                <tr key={row.account}>
                  <td><b>{row.name}</b>{row.ownerName && `, ${row.ownerName}`}</td><td data-label="Debit (Rp)" className="money">{count(row.debit)}</td><td data-label="Kredit (Rp)" className="money">{count(row.credit)}</td><td data-label="Saldo (Rp)" className="money"><b>{count(row.balance)}</b></td><td data-label="Posisi" className="cell-quiet">{row.side === 'debit' ? 'Debit' : 'Kredit'}</td>
                </tr>
              ))}
            </tbody>
            <tfoot><tr><td>Jumlah</td><td data-label="Debit (Rp)" className="money">{count(data.debit)}</td><td data-label="Kredit (Rp)" className="money">{count(data.credit)}</td><td colSpan={2} className="balance-verdict">{data.debit === data.credit ? 'Debit dan kredit sama besar' : `Selisih Rp${count(Math.abs(data.debit - data.credit))}. Hubungi ${atRegency ? 'pengelola' : 'Bapenda'}.`}</td></tr></tfoot>
          </table>
        </div>
      )}
    </div>
  );
}
