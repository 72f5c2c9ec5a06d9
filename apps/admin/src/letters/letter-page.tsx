import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api/client.js';
import type { Letter, LetterDraft, LetterType } from '../api/contract.js';
import { useTabTitle } from '../parts/page-head.js';
import { Bars, Broken } from '../parts/states.js';
import { whenFull } from '../parts/words.js';
import { residentOf } from '../residents/resident-data.js';
import { useMay, useMe } from '../session/session.js';
import { useBelongsTo } from '../shell/place.js';
import { ApplicantCard } from './applicant.js';
import { useReasonedActs } from './letter-acts.js';
import { changeOf } from './letter-change.js';
import { applicantPaper, letterOf, letterTypes } from './letter-data.js';
import { LetterDetail } from './letter-detail.js';
import { LetterForm } from './letter-form.js';
import { placeOf } from './letter-place.js';
import './letters.css';

/** A letter: a form while the clerk may still change it, a document afterwards. */
export function LetterPage() {
  useTabTitle('Surat');
  const { id = '' } = useParams();
  const letter = useQuery(letterOf(id));
  const types = useQuery(letterTypes);
  const [replacing, setReplacing] = useState(false);
  const mayRead = useMay()('letter.read');
  useBelongsTo(letter.data ? placeOf(letter.data, mayRead).to : null);
  if (letter.isPending || types.isPending) return <div className="page"><Bars lines={8} /></div>;
  if (!letter.data) return <div className="page"><Broken error={letter.error} retry={() => void letter.refetch()} /></div>;
  const type = types.data?.items.find((candidate) => candidate.code === letter.data.type);
  const checking = letter.data.actions.includes('verify') || letter.data.actions.includes('edit');
  if (type && (checking || replacing)) return <Check key={`${id}-${letter.data.status}-${String(replacing)}`} letter={letter.data} type={type} replacing={replacing} onBack={() => setReplacing(false)} />;
  return <LetterDetail letter={letter.data} onReplace={type ? () => setReplacing(true) : null} />;
}

/** Checks a request before it goes to the head, or makes the corrected letter that replaces a wrong one. */
function Check({ letter, type, replacing, onBack }: { letter: Letter; type: LetterType; replacing: boolean; onBack: () => void }) {
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const resident = useQuery({ ...residentOf(letter.residentId ?? ''), enabled: letter.residentId !== null && may('resident.read') });
  const paper = useQuery({ ...applicantPaper(letter.residentId ?? ''), enabled: letter.residentId !== null && may('letter.request') });
  const { dialog, ask } = useReasonedActs(() => void navigate('/surat'));
  if (letter.residentId !== null && resident.isPending && may('resident.read')) return <div className="page"><Bars lines={8} /></div>;

  const submit = async (body: LetterDraft) => {
    if (replacing) {
      const next = await api.post<Letter>(`/letters/${letter.id}/replacement`, { ...changeOf(letter, body), reason: 'Data pada surat dibetulkan' });
      message.success('Surat pengganti dibuat. Periksa, lalu kirim.');
      await queries.invalidateQueries({ queryKey: ['letters'] });
      await navigate(`/surat/${next.id}`, { replace: true });
      return;
    }
    const change = changeOf(letter, body);
    // A returned letter is requested anew by its correction, changed or not.
    if (Object.keys(change).length > 0 || letter.status === 'returned') await api.patch(`/letters/${letter.id}`, change);
    if (may('letter.verify')) await api.post(`/letters/${letter.id}/verification`, {});
    message.success(may('letter.verify') ? `Surat dikirim ke ${me.unit.words.head}.` : 'Perubahan tersimpan.');
    await queries.invalidateQueries({ queryKey: ['letters'] });
    await queries.invalidateQueries({ queryKey: ['home'] });
    await navigate('/surat');
  };
  const returned = letter.status === 'returned' ? letter.history.findLast((step) => step.step === 'returned') : undefined;
  const card = (
    <>
      {returned && <p className="returned-note"><b>Dikembalikan {returned.by}</b>{returned.note}</p>}
      {resident.data ? <ApplicantCard resident={resident.data} /> : <div className="applicant-card"><p><b>{letter.applicantName}</b></p>{letter.applicant.nikMasked && <p className="quiet">{letter.applicant.nikMasked}</p>}</div>}
    </>
  );
  return (
    <>
      <LetterForm type={type} resident={resident.data ?? null} paper={paper.data ?? null} letter={letter} card={card} draftKey={`${me.id}.${letter.id}${replacing ? '.ganti' : ''}`}
        above={replacing ? <>Pengganti nomor {letter.number}</> : <><Link to="/surat">Antrean</Link>, diajukan {letter.requestedBy}, masuk {whenFull(letter.requestedAt)}</>}
        submitWord={replacing ? 'Buat surat pengganti' : may('letter.verify') ? `Kirim ke ${me.unit.words.head}` : 'Simpan perubahan'} onSubmit={submit}
        others={replacing ? <Button onClick={onBack}>Batal</Button> : (
          <>
            {letter.actions.includes('return') && <Button onClick={() => ask('return', letter)}>Kembalikan</Button>}
            {letter.actions.includes('reject') && <Button danger onClick={() => ask('rejection', letter)}>Tolak</Button>}
          </>
        )} />
      {dialog}
    </>
  );
}
