import { useQuery } from '@tanstack/react-query';
import { FileText, X } from 'lucide-react';
import { Link } from 'react-router';
import type { Resident } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { Facts } from '../parts/facts.js';
import { Key } from '../parts/kbd.js';
import { Bars, Broken } from '../parts/states.js';
import { EventHistory } from './event-history.js';
import { FamilyMembers } from './family-members.js';
import { useMe } from '../session/session.js';
import { hamletWord, placeWords, residentOf } from './resident-data.js';
import { identityFacts, useReveal } from './resident-facts.js';
import { personLine } from './resident-words.js';

/** The person beside the list: pushes it instead of covering it, so that J and K leaf through people. */
export function ResidentPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, isPending, refetch } = useQuery(residentOf(id));
  return (
    <aside className="panel" aria-label="Orang yang dipilih" tabIndex={0}>
      {isPending ? <Bars lines={8} /> : data ? <Person resident={data} onClose={onClose} /> : <Broken error={error} retry={() => void refetch()} />}
    </aside>
  );
}

function Person({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const { button, dialog, revealed } = useReveal(resident);
  const hamlet = hamletWord(useMe());
  return (
    <>
      <header className="panel-head">
        <div><h2 className="panel-title">{resident.name}</h2><p className="panel-sub">{personLine(resident)}</p></div>
        <Link className="panel-open" to={`/penduduk/${resident.id}`}><Key>Enter</Key>buka penuh</Link>
        <button type="button" className="icon-button" aria-label="Tutup panel" onClick={onClose}><X size={16} /></button>
      </header>
      {resident.actions.includes('request-letter') && (
        <div className="panel-acts"><LinkButton to={`/surat/baru?orang=${resident.id}`} type="primary" icon={<FileText size={15} />}>Buat surat</LinkButton></div>
      )}
      <Facts facts={identityFacts(resident, revealed, button, placeWords(resident, hamlet))} />
      {resident.family && (
        <>
          <h3 className="panel-section">Keluarga, {resident.family.members.length} orang</h3>
          <FamilyMembers members={resident.family.members} current={resident.id} />
        </>
      )}
      <h3 className="panel-section">Riwayat</h3>
      <EventHistory events={resident.events} />
      {dialog}
    </>
  );
}
