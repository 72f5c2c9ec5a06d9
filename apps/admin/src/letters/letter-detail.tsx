import { App, Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Ban, Download, FileText, LoaderCircle, Printer, QrCode, Repeat2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, download } from '../api/client.js';
import type { Letter } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Facts } from '../parts/facts.js';
import { ErrorLine, Notice } from '../parts/states.js';
import { fileSize, longDate, monthYear, whenFull } from '../parts/words.js';
import { useMay, useMe } from '../session/session.js';
import { useReasonedActs } from './letter-acts.js';
import { DuePromise, letterChip, STATUS_WORDS } from './letter-chip.js';
import { letterTypes } from './letter-data.js';
import { LetterDesk } from './letter-desk.js';
import { placeOf } from './letter-place.js';
import { LetterHistory, LetterSteps } from './letter-steps.js';
import { PdfView } from './pdf-view.js';
import { printPdf } from './print-pdf.js';
import { useDocument, usePreview } from './use-preview.js';

/** A letter that can no longer be typed in: its paper, its facts, and what may still be done. */
export function LetterDetail({ letter, onReplace }: { letter: Letter; onReplace: (() => void) | null }) {
  const me = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { dialog, ask } = useReasonedActs(() => undefined);
  const may = (action: string) => letter.actions.includes(action);
  const mayHere = useMay();
  const mayPrint = mayHere('letter.print');
  const place = placeOf(letter, mayHere('letter.read'));
  const stored = useDocument(letter.document && mayPrint ? letter.id : null);
  const drafted = usePreview(letter.status === 'verified' || letter.status === 'requested' || letter.status === 'returned' ? `/letters/${letter.id}/preview.pdf` : null, {});
  const file = letter.document ? stored : drafted;

  const act = async (name: 'approval' | 'rendering') => {
    setBusy(true);
    setError(null);
    try {
      const next = await api.post<Letter>(`/letters/${letter.id}/${name}`, {});
      queries.setQueryData(['letters', 'one', letter.id], next);
      await queries.invalidateQueries({ queryKey: ['letters'] });
      message.success(name === 'rendering' ? 'Surat dicetak lagi.' : next.number ? `Disetujui dengan nomor ${next.number}.` : 'Surat disetujui.');
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const save = () => download(`/letters/${letter.id}/document.pdf`, `${letter.type}-${(letter.number ?? letter.id).replaceAll('/', '-')}.pdf`).catch((thrown: unknown) => message.error(messageOf(thrown)));

  const bar = (
    <footer className="action-bar">
      <ErrorLine error={error} />
      <div className="action-row">
        {may('render') && <Button type="primary" loading={busy} onClick={() => void act('rendering')}>Cetak lagi</Button>}
        {may('void') && <Button danger icon={<Ban size={15} />} onClick={() => ask('voiding', letter)}>Batalkan surat</Button>}
        {may('replace') && onReplace && <Button icon={<Repeat2 size={15} />} onClick={onReplace}>Ganti</Button>}
        {may('return') && <Button onClick={() => ask('return', letter)}>Kembalikan</Button>}
        {may('reject') && <Button danger onClick={() => ask('rejection', letter)}>Tolak</Button>}
        {may('approve') && <Button type="primary" loading={busy} onClick={() => void act('approval')}>Setujui surat</Button>}
        {letter.document && mayPrint && (
          <>
            <Button icon={<Printer size={15} />} title="Membuka PDF di tab baru untuk dicetak" disabled={!stored.file} onClick={() => { if (stored.file) printPdf(stored.file); }}>Cetak</Button>
            <Button type={letter.status === 'issued' ? 'primary' : 'default'} icon={<Download size={15} />} onClick={() => void save()}>Unduh PDF</Button>
          </>
        )}
      </div>
    </footer>
  );
  return (
    <>
      <LetterDesk bar={bar} formLabel="Surat"
        head={(
          <>
            <div className="desk-title">
              <div><p className="page-above"><Link to={place.to}>{place.word}</Link>{letter.number && `, nomor ${letter.number}`}</p><h1 className="page-title">{letter.typeTitle}</h1></div>
              <p className="desk-state" role="status">{letterChip(letter)}{!letter.approvedOn && <DuePromise dueAt={letter.dueAt} />}</p>
            </div>
            <LetterSteps letter={letter} head={me.unit.words.head} />
          </>
        )}
        form={<LetterFacts letter={letter} />}
        history={<LetterHistory letter={letter} />}
        paper={<PdfView file={file.file} busy={file.busy} label="Lembar surat" note={letter.document ? `Berkas tersimpan, ${fileSize(letter.document.size)}` : letter.status === 'approved' || letter.status === 'failed' || letter.status === 'rejected' ? ' ' : 'Draf, belum bernomor'}
          instead={letter.status === 'approved' ? <Notice icon={LoaderCircle} tone="wait" title="Sedang dicetak">Nomor sudah diberikan. Lembar dengan QR muncul sendiri di sini.</Notice>
            : letter.document && !mayPrint ? <Notice icon={FileText} tone="done" title="Surat sudah jadi">Pemohon mengambilnya di kantor {me.unit.words.office.toLowerCase()}.</Notice>
              : letter.status === 'rejected' ? <Notice icon={FileText} tone="none" title="Tidak ada lembar">Permohonan ini ditolak.</Notice>
                : letter.status === 'failed' ? <Notice icon={FileText} tone="bad" title="Surat gagal dicetak">{letter.failure?.message ?? 'Coba cetak lagi.'} Nomornya tetap dipakai surat ini.</Notice>
                  : <Notice icon={FileText} tone="none" title={file.error ? 'Lembar belum dapat ditampilkan' : 'Menyiapkan lembar'}>{file.error ? messageOf(file.error) : 'Sebentar lagi.'}</Notice>} />} />
      {dialog}
    </>
  );
}

/** The letter is valid until the other one is issued; nobody begins a second correction meanwhile. */
function BeingReplaced({ replacement }: Pick<Letter, 'replacement'>) {
  if (!replacement) return <p className="returned-note"><b>Sedang diganti</b>Surat penggantinya sedang diproses kantor. Surat ini berlaku sampai penggantinya terbit.</p>;
  return (
    <p className="returned-note">
      <b>Sedang diganti oleh {replacement.requestedBy}</b>
      <Link to={`/surat/${replacement.id}`}>Buka surat penggantinya</Link>, {STATUS_WORDS[replacement.status].toLowerCase()}. Surat ini berlaku sampai penggantinya terbit.
    </p>
  );
}

function LetterFacts({ letter }: { letter: Letter }) {
  const types = useQuery(letterTypes);
  const fields = types.data?.items.find((type) => type.code === letter.type)?.fields ?? [];
  return (
    <div className="letter-facts">
      {letter.failure && <p className="returned-note bad"><b>Surat gagal dicetak</b>{letter.failure.message}</p>}
      {letter.voidReason && <p className="returned-note bad"><b>Surat ini dicabut</b>{letter.voidReason}</p>}
      {letter.beingReplaced && <BeingReplaced replacement={letter.replacement} />}
      {letter.replacedBy && <p className="returned-note"><b>Sudah diganti</b><Link to={`/surat/${letter.replacedBy}`}>Buka surat penggantinya</Link></p>}
      {letter.replaces && <p className="returned-note"><b>Surat pengganti</b><Link to={`/surat/${letter.replaces}`}>Buka surat yang diganti</Link></p>}
      <h2 className="section-title">Pemohon</h2>
      <Facts facts={[['Nama', letter.residentId ? <Link to={`/penduduk/${letter.residentId}`}>{letter.applicantName}</Link> : letter.applicantName], ['NIK', letter.applicant.nikMasked]]} />
      <h2 className="section-title person-gap">Isi surat</h2>
      <Facts facts={[
        ...fields.filter((field) => field.type !== 'dependants').map((field) => {
          const value = letter.data[field.name];
          const word = field.options?.find((option) => option.value === value)?.label;
          return [field.label, word ?? (field.type === 'year-month' && typeof value === 'string' ? monthYear(value) : typeof value !== 'string' ? null : field.type === 'money' ? `Rp${Number(value).toLocaleString('id-ID')}` : value)] as const;
        }),
        ['Ditandatangani', `${letter.signatory.name}, ${letter.signatory.positionText}`],
      ]} />
      <h2 className="section-title person-gap">Terbit</h2>
      <Facts facts={[
        ['Nomor', letter.number],
        ['Disetujui', longDate(letter.approvedOn)],
        ['Berlaku sampai', letter.validUntil ? longDate(letter.validUntil) : letter.approvedOn ? 'tanpa batas waktu' : null],
        ['Diajukan', `${letter.requestedBy}, ${whenFull(letter.requestedAt)}`],
        ['Halaman periksa', letter.verificationUrl ? <a key="qr" href={letter.verificationUrl} target="_blank" rel="noopener noreferrer" className="verify-link"><QrCode size={14} aria-hidden="true" />Buka yang dilihat pemindai QR</a> : null],
      ]} />
    </div>
  );
}
