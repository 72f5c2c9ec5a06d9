import { useQueries, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { CircleCheck, Hourglass, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Claim, StatementLineDetail } from '../api/contract.js';
import { Chip } from '../parts/chip.js';
import { Key } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { briefDate, count, whenFull } from '../parts/words.js';
import { bankChanged, lineOf } from './bank-data.js';
import { BASIS_WORDS, claimWords } from './explain.js';
import { rupiahWords } from './rupiah-words.js';

/** The decision that stands: why, by whom, what belongs together, and the way back. */
export function Decision({ claim, line }: { claim: Claim; line: StatementLineDetail }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [undoing, setUndoing] = useState(false);
  const may = line.actions.includes('undo');
  useShortcuts('Mutasi', may ? [{ key: 'u', shown: 'U', label: 'Batalkan pencocokan', run: () => setUndoing(true) }] : []);
  return (
    <section className="decision">
      <h3 className="panel-section">{BASIS_WORDS[claim.basis]}</h3>
      <p className="decision-why">{claimWords(claim)}</p>
      {claim.reason && <p className="decision-why">Alasan: {claim.reason}</p>}
      <p className="quiet">Oleh {claim.madeBy}, {whenFull(claim.madeAt)}</p>
      {claim.deposits.length > 0 && (
        <>
          <h3 className="panel-section">Setoran</h3>
          <ul className="pair-list">
            {claim.deposits.map((deposit) => (
              <li key={deposit.id}><span><b>{deposit.reference}</b>{deposit.villageName}, disetor {briefDate(deposit.depositedOn)}</span><b>{rupiahWords(deposit.amount)}</b></li>
            ))}
          </ul>
          <p className="decision-state">{claim.settled ? <Chip tone="done" icon={CircleCheck}>LUNAS</Chip> : <Chip tone="wait" icon={Hourglass}>MENUNGGU BUKU DESA</Chip>}<span>{claim.settled ? 'Tagihan di setoran ini sudah LUNAS di desa.' : 'Desa sedang membukukannya; biasanya beberapa detik.'}</span></p>
        </>
      )}
      {claim.lines.length > 1 && <OtherLines ids={claim.lines.filter((id) => id !== line.id)} />}
      {may && <div className="panel-acts decision-acts"><Button danger icon={<Undo2 size={15} />} onClick={() => setUndoing(true)}>Batalkan pencocokan<Key>U</Key></Button></div>}
      {undoing && (
        <ReasonDialog title="Batalkan pencocokan" label="Alasan" okText="Batalkan pencocokan" danger onClose={() => setUndoing(false)} suggestions={['Salah mencocokkan', 'Diminta bank']}
          onOk={async (reason) => {
            queries.setQueryData(lineOf(line.id).queryKey, await api.post<StatementLineDetail>(`/statement-lines/${line.id}/undo`, { reason }));
            void bankChanged(queries);
            void message.success('Pencocokan dibatalkan.');
          }}>
          {claim.deposits.length > 0 ? <>Tagihan di {count(claim.deposits.length)} setoran tidak lagi LUNAS dan menunggu bukti bank lagi.</> : <>{count(claim.lines.length)} mutasi ini perlu dicocokkan lagi.</>}
        </ReasonDialog>
      )}
    </section>
  );
}

/** Lines the decision took together with this one. */
function OtherLines({ ids }: { ids: readonly string[] }) {
  const others = useQueries({ queries: ids.map((id) => ({ ...lineOf(id), refetchInterval: false as const })) });
  return (
    <>
      <h3 className="panel-section">Bersama mutasi</h3>
      <ul className="pair-list">
        {others.map(({ data }, at) => (
          <li key={ids[at]}>{data ? <><span>{data.remark}<span className="quiet">{briefDate(data.bookedOn)}</span></span><b>{rupiahWords(data.amount)}</b></> : <span className="bar bar-4" />}</li>
        ))}
      </ul>
    </>
  );
}

export function UndoneDecisions({ claims }: { claims: StatementLineDetail['undone'] }) {
  if (claims.length === 0) return null;
  return (
    <section>
      <h3 className="panel-section">Pencocokan yang dibatalkan</h3>
      <ul className="undone-list">
        {claims.map((claim) => (
          <li key={claim.id}><b>{BASIS_WORDS[claim.basis]}</b> {claimWords(claim)}{claim.reason && ` Alasan: ${claim.reason}.`}<span className="quiet">Oleh {claim.madeBy}, {whenFull(claim.madeAt)}. Dibatalkan oleh {claim.undoneBy}, {whenFull(claim.undoneAt)}: {claim.undoReason}</span></li>
        ))}
      </ul>
    </section>
  );
}
