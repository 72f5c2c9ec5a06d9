import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { CircleCheck, CircleX, Clock, Percent, Plus, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Page, TaxRuleSet } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Chip, type Tone } from '../parts/chip.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, Notice } from '../parts/states.js';
import { whenFull } from '../parts/words.js';
import { showRate, yearsWords } from './rate.js';
import { RuleDialog } from './rule-dialog.js';
import './tax.css';

const LOOK: Record<TaxRuleSet['state'], readonly [Tone, LucideIcon, string]> = {
  proposed: ['wait', Clock, 'menunggu persetujuan'], approved: ['done', CircleCheck, 'berlaku'], rejected: ['none', CircleX, 'ditolak'],
};

/** What paying late costs by tax year: proposed by one person, approved by another; until then nothing is charged by guess. */
export function RuleSets() {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['tax-rule-sets'], queryFn: () => api.get<Page<TaxRuleSet>>('/tax-rule-sets') });
  const [proposing, setProposing] = useState(false);
  const decide = useMutation({
    mutationFn: ({ id, how }: { id: string; how: 'approval' | 'rejection' }) => api.post(`/tax-rule-sets/${id}/${how}`, {}),
    onError: (thrown) => message.error(messageOf(thrown)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tax-rule-sets'] }),
  });
  const approve = (row: TaxRuleSet) => void modal.confirm({
    title: `Setujui denda ${showRate(row.monthlyRate)} sebulan?`, content: `Berlaku seketika untuk semua tagihan tahun pajak ${yearsWords(row.taxYearFrom, row.taxYearTo)} di seluruh kabupaten, menurut ${row.regulation}. Persetujuan dicatat di jejak audit.`,
    okText: 'Setujui', cancelText: 'Kembali', onOk: () => decide.mutateAsync({ id: row.id, how: 'approval' }).catch(() => undefined),
  });
  const reject = (row: TaxRuleSet) => void modal.confirm({
    title: 'Tolak usulan ini?', content: `Usulan ${row.proposedBy} untuk tahun pajak ${yearsWords(row.taxYearFrom, row.taxYearTo)} tidak dipakai. Denda tetap dihitung seperti sekarang.`,
    okText: 'Tolak', cancelText: 'Kembali', okButtonProps: { danger: true }, onOk: () => decide.mutateAsync({ id: row.id, how: 'rejection' }).catch(() => undefined),
  });

  return (
    <div className="page">
      <PageHead title="Aturan denda" sub="Denda keterlambatan menurut tahun pajak. Diusulkan satu orang, disetujui orang lain; yang disetujui terakhir menang." acts={<Button type="primary" icon={<Plus size={16} />} onClick={() => setProposing(true)}>Usulkan aturan</Button>} />
      {isPending ? <Bars lines={5} /> : error ? <Broken error={error} retry={() => void refetch()} /> : data.items.length === 0 ? <Notice icon={Percent} tone="none" title="Belum ada aturan denda">Tanpa aturan, denda tidak dihitung dan pembayaran yang terlambat ditolak dengan penjelasan.</Notice> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label="Aturan denda">
          <table className="plain-table">
            <thead><tr><th>Tahun pajak</th><th className="money">Sebulan</th><th className="money">Paling lama</th><th>Peraturan</th><th>Diusulkan</th><th>Keadaan</th><th><span className="sr-only">Tindakan</span></th></tr></thead>
            <tbody>{data.items.map((row) => <RuleRow key={row.id} row={row} onApprove={() => approve(row)} onReject={() => reject(row)} />)}</tbody>
          </table>
        </div>
      )}
      {proposing && <RuleDialog onClose={() => setProposing(false)} />}
    </div>
  );
}

function RuleRow({ row, onApprove, onReject }: { row: TaxRuleSet; onApprove: () => void; onReject: () => void }) {
  const [tone, icon, word] = LOOK[row.state];
  const years = yearsWords(row.taxYearFrom, row.taxYearTo);
  const own = row.state === 'proposed' && row.actions.includes('reject') && !row.actions.includes('approve');
  return (
    <tr className={row.state === 'rejected' ? 'ended' : undefined}>
      <td><b>{years}</b></td>
      <td className="money" data-label="Sebulan">{showRate(row.monthlyRate)}</td>
      <td className="money" data-label="Paling lama">{row.mostMonths} bulan</td>
      <td data-label="Peraturan"><span>{row.regulation}{row.note && <small className="quiet rule-note">{row.note}</small>}</span></td>
      <td className="cell-quiet" data-label="Diusulkan">{row.proposedBy}, {whenFull(row.proposedAt)}</td>
      <td data-label="Keadaan"><span><Chip tone={tone} icon={icon}>{word}</Chip>{row.approvedBy && <small className="quiet rule-note">oleh {row.approvedBy}{row.approvedAt && `, ${whenFull(row.approvedAt)}`}</small>}{own && <small className="quiet rule-note">usulan Anda, disetujui orang lain</small>}</span></td>
      <td>
        {row.actions.length > 0 && (
          <span className="rule-acts">
            {row.actions.includes('approve') && <Button size="small" onClick={onApprove} aria-label={`Setujui aturan ${years}`}>Setujui</Button>}
            {row.actions.includes('reject') && <Button size="small" type="text" danger onClick={onReject} aria-label={`Tolak aturan ${years}`}>Tolak</Button>}
          </span>
        )}
      </td>
    </tr>
  );
}
