import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link2, Plus } from 'lucide-react';
import { useState } from 'react';
import { api, isProblem } from '../api/client.js';
import type { NamedDeposit, StatementLine, StatementLineDetail } from '../api/contract.js';
import { Key } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { Bars, Broken } from '../parts/states.js';
import { count } from '../parts/words.js';
import { bankChanged, candidatesOf, lineOf } from './bank-data.js';
import { CandidateCard } from './candidate-card.js';
import { DepositPicker } from './deposit-picker.js';
import { draftWords, offered } from './match-draft.js';
import { MatchScale } from './match-scale.js';

interface Props {
  line: StatementLineDetail;
  ticked: readonly StatementLine[];
  onTick: (lines: readonly StatementLine[]) => void;
}

/** The open line beside what it may be. Both sides are added up, and only equal sums are matched. */
export function MatchDesk({ line, ticked, onTick }: Props) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const candidates = useQuery(candidatesOf(line.id));
  const [picked, setPicked] = useState<readonly NamedDeposit[] | null>(null);
  const [picking, setPicking] = useState(false);
  const [asking, setAsking] = useState(false);
  const may = line.actions.includes('match');
  const others = ticked.filter(({ id }) => id !== line.id);
  const known = candidates.data ?? [];
  // Somebody who ticked further lines has something else in mind than the offer.
  const deposits = picked ?? (others.length === 0 ? offered(known) : []);
  const draft = draftWords({ lines: [line, ...others], deposits });

  const toggle = (deposit: NamedDeposit) => setPicked(deposits.some(({ id }) => id === deposit.id) ? deposits.filter(({ id }) => id !== deposit.id) : [...deposits, deposit]);
  const toggleLine = (other: StatementLine) => onTick(ticked.some(({ id }) => id === other.id) ? ticked.filter(({ id }) => id !== other.id) : [...ticked, other]);
  const ask = () => { if (may && draft.ready) setAsking(true); };
  useShortcuts('Mutasi', may ? [
    ...known.slice(0, 9).map((candidate, at) => ({ key: String(at + 1), shown: String(at + 1), label: `Pilih calon ke-${at + 1}`, run: () => toggle(candidate) })),
    { key: 'c', shown: 'C', label: 'Cocokkan', run: ask },
  ] : []);
  const match = async (reason: string) => {
    const after = await api.post<StatementLineDetail>(`/statement-lines/${line.id}/match`, { deposits: deposits.map(({ id }) => id), lines: others.map(({ id }) => id), reason }).catch((error: unknown) => {
      // A colleague was faster: what is left to choose from is shown at once.
      if (isProblem(error) && error.status === 409) {
        void message.warning(error.message);
        void bankChanged(queries);
      }
      throw error;
    });
    queries.setQueryData(lineOf(line.id).queryKey, after);
    onTick([]);
    void bankChanged(queries);
    void message.success(deposits.length > 0 ? `${count(deposits.length)} setoran dicocokkan.` : 'Mutasi ditandai saling meniadakan.');
  };
  // Deposits found by hand stand below the candidates.
  const further = deposits.filter(({ id }) => !known.some((candidate) => candidate.id === id));

  return (
    <section className="match-desk">
      <h3 className="panel-section">{known.length > 0 ? `Calon setoran, ${count(known.length)}` : 'Calon setoran'}</h3>
      {candidates.isPending ? <Bars lines={4} /> : candidates.isError ? <Broken error={candidates.error} retry={() => void candidates.refetch()} /> : known.length === 0 && <p className="quiet">Tidak ada setoran yang menunggu dengan kode atau jumlah ini.</p>}
      <ul className="candidates">
        {known.map((candidate, at) => (
          <CandidateCard key={candidate.id} candidate={candidate} number={at + 1} may={may} chosen={deposits.some(({ id }) => id === candidate.id)} onToggle={() => toggle(candidate)} ticked={ticked} onToggleLine={toggleLine} />
        ))}
      </ul>
      {may && (
        <>
          <div className="match-more"><Button size="small" icon={<Plus size={14} />} onClick={() => setPicking(true)}>Setoran lain</Button></div>
          <div className="match-foot">
            <MatchScale others={others} deposits={deposits} further={further} draft={draft} onDropLine={toggleLine} onDropDeposit={toggle} />
            <Button type="primary" block icon={<Link2 size={16} />} disabled={!draft.ready} aria-keyshortcuts="c" onClick={ask}>{draft.button}{draft.ready && <Key>C</Key>}</Button>
          </div>
        </>
      )}
      {picking && <DepositPicker village={line.names?.village ?? null} chosen={deposits} onClose={() => setPicking(false)} onPick={(next) => { setPicked(next); setPicking(false); }} />}
      {asking && (
        <ReasonDialog title={deposits.length > 0 ? 'Cocokkan mutasi dengan setoran' : 'Tandai saling meniadakan'} label="Alasan" okText={draft.button} onClose={() => setAsking(false)} suggestions={deposits.length > 0 ? ['Sesuai bukti setor', 'Kekurangan disetor menyusul', 'Dijelaskan petugas desa'] : ['Bank membatalkan mutasi ini', 'Uang dikembalikan']} onOk={match}>
          {deposits.length > 0 ? <>{count(1 + others.length)} mutasi dengan {count(deposits.length)} setoran. Tagihan di setoran itu menjadi LUNAS di desanya.</> : <>{count(1 + others.length)} mutasi ini tidak lagi menunggu, dan tidak ada tagihan yang menjadi LUNAS karenanya.</>}
        </ReasonDialog>
      )}
    </section>
  );
}
