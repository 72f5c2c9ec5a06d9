import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, newKey } from '../api/client.js';
import type { Letter, LetterDraft } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken } from '../parts/states.js';
import { residentOf } from '../residents/resident-data.js';
import { useMay, useMe } from '../session/session.js';
import { ApplicantCard, ApplicantPicker } from './applicant.js';
import { applicantPaper, letterTypes } from './letter-data.js';
import { LetterForm } from './letter-form.js';
import { TypePicker } from './type-picker.js';
import './letters.css';

const OUTSIDER = 'luar';

/**
 * Who, which letter, its fields: the first two are in the address (an id and a type code), so Back works and
 * every place that shows a person can start here.
 */
export function NewLetter() {
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const person = params.get('orang');
  const code = params.get('jenis');
  const types = useQuery(letterTypes);
  const outside = person === OUTSIDER;
  const resident = useQuery({ ...residentOf(person ?? ''), enabled: person !== null && !outside });
  const paper = useQuery({ ...applicantPaper(person ?? ''), enabled: person !== null && !outside });
  const type = types.data?.items.find((candidate) => candidate.code === code);
  const attempt = useRef({ body: '', key: '' });

  const pick = (name: 'orang' | 'jenis', value: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value === null) next.delete(name);
    else next.set(name, value);
    return next;
  });

  const submit = async (body: LetterDraft) => {
    // One intended letter, one key: pressing again after a lost answer does not make a second letter.
    const text = JSON.stringify(body);
    if (attempt.current.body !== text) attempt.current = { body: text, key: newKey() };
    const letter = await api.post<Letter>('/letters', body, { key: attempt.current.key });
    if (may('letter.verify')) {
      try {
        await api.post(`/letters/${letter.id}/verification`, {});
        message.success(`Surat dikirim ke ${me.unit.words.head}.`);
      } catch (error) {
        message.warning(`Permohonan tersimpan, tetapi belum terkirim. ${messageOf(error)}`);
      }
    } else message.success('Permohonan surat diajukan.');
    await queries.invalidateQueries({ queryKey: ['letters'] });
    await queries.invalidateQueries({ queryKey: ['home'] });
    await navigate(`/surat/${letter.id}`, { replace: true });
  };

  if (types.isPending || (person !== null && !outside && (resident.isPending || paper.isPending))) return <div className="page"><PageHead title="Buat surat" /><Bars /></div>;
  if (types.isError) return <div className="page"><Broken error={types.error} retry={() => void types.refetch()} /></div>;
  if (resident.isError) return <div className="page"><Broken error={resident.error} retry={() => void resident.refetch()} /></div>;
  if (paper.isError) return <div className="page"><Broken error={paper.error} retry={() => void paper.refetch()} /></div>;

  if (type && person) {
    return (
      <LetterForm key={`${type.code}-${person}`} type={type} resident={outside ? null : resident.data ?? null} paper={paper.data ?? null} letter={null} draftKey={`${me.id}.${type.code}.${person}`}
        above={<><Link to="/surat">Surat</Link>, permohonan baru{may('letter.read') && ' di loket'}</>}
        card={resident.data && <ApplicantCard resident={resident.data} onChange={() => pick('orang', null)} />}
        submitWord={may('letter.verify') ? `Kirim ke ${me.unit.words.head}` : 'Ajukan permohonan'} onSubmit={submit}
        others={<Button onClick={() => pick('jenis', null)}>Ganti jenis</Button>} />
    );
  }
  if (!person) {
    const outsiders = types.data.items.filter((candidate) => candidate.outsiderAllowed);
    return (
      <div className="page new-letter">
        <PageHead title="Buat surat" above={<Link to="/surat">Surat</Link>} sub="Untuk siapa surat ini?" />
        <ApplicantPicker onPick={(row) => pick('orang', row.id)} />
        {outsiders.length > 0 && <p className="outsider-way">Pemohon bukan penduduk sini? <button type="button" className="link-button" onClick={() => pick('orang', OUTSIDER)}>Isi data pemohon dari luar</button></p>}
      </div>
    );
  }
  const offered = outside ? types.data.items.filter((candidate) => candidate.outsiderAllowed) : types.data.items;
  return (
    <div className="page new-letter">
      <PageHead title="Buat surat" above={<Link to="/surat">Surat</Link>} sub="Surat apa yang dibutuhkan?" />
      {resident.data ? <ApplicantCard resident={resident.data} onChange={() => pick('orang', null)} /> : <p className="applicant-card"><b>Pemohon dari luar</b> <button type="button" className="link-button" onClick={() => pick('orang', null)}>Ganti</button></p>}
      <TypePicker types={offered} onPick={(picked) => pick('jenis', picked)} />
    </div>
  );
}
