import { useQuery } from '@tanstack/react-query';
import { Banknote, PenLine, Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client.js';
import type { Home, LetterRow } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { Pill } from '../parts/chip.js';
import { Key, KeyHint } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useTabTitle } from '../parts/page-head.js';
import { AllDone, Bars, Broken } from '../parts/states.js';
import { clock, count, dayAndDate, span, today, whenBrief } from '../parts/words.js';
import { DueChip } from '../letters/letter-chip.js';
import { CashToday, CollectorHome, CustodyHome } from './cash-home.js';
import { UnpaidHome } from './unpaid-home.js';
import { useNewLetterSoon } from '../letters/new-letter-soon.js';
import { ProblemRows } from '../residents/problem-rows.js';
import '../residents/residents.css';
import { useMay, useMe } from '../session/session.js';
import { TaskCard } from '../shell/task-card.js';
import { isRunning, useTasks } from '../shell/tasks.js';

const COLUMNS: readonly ListColumn<LetterRow>[] = [
  { key: 'applicant', title: 'Pemohon', render: (_, row) => <Link className="cell-name" to={`/surat/${row.id}`}>{row.applicantName}</Link> },
  { key: 'type', title: 'Surat', render: (_, row) => row.typeTitle.replace(/^Surat /, '') },
  { key: 'by', title: 'Diajukan', className: 'nowrap', render: (_, row) => row.requestedBy },
  { key: 'at', title: 'Masuk', align: 'right', className: 'cell-quiet nowrap', render: (_, row) => whenBrief(row.requestedAt) },
  { key: 'due', title: 'Batas layanan', render: (_, row) => <DueChip dueAt={row.dueAt} /> },
];

/** What the queue is called for who approves, who checks, and who only asks for letters. */
const WORDS = {
  approver: { title: 'Menunggu persetujuan Anda', link: 'Buka antrean', empty: 'Semua surat sudah disetujui', hint: 'Permohonan baru muncul di sini tanpa memuat ulang.' },
  desk: { title: 'Menunggu Anda periksa', link: 'Buka antrean', empty: 'Semua permohonan sudah diperiksa', hint: 'Permohonan baru muncul di sini tanpa memuat ulang.' },
  requester: { title: 'Perlu Anda betulkan', link: 'Semua yang saya ajukan', empty: 'Tidak ada surat yang dikembalikan kepada Anda', hint: 'Surat yang dikembalikan kantor muncul di sini.' },
} as const;

/** Late requests first, then data to mend; running work and today's figures in the rail. */
export function VillageHome() {
  useTabTitle('Beranda');
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const home = useQuery({ queryKey: ['home'], queryFn: () => api.get<Home>('/home'), refetchInterval: 30_000 });
  const tasks = useTasks(may('task.read'));
  const [active, setActive] = useState<string | null>(null);
  useNewLetterSoon(may('letter.request'));
  useShortcuts('Beranda', may('letter.request') ? [{ key: 's', shown: 'S', label: 'Buat surat', run: () => void navigate('/surat/baru') }] : []);

  const queue = home.data?.queue ?? [];
  const late = queue.filter((row) => row.dueAt !== null && new Date(row.dueAt) < new Date()).length;
  const withLetters = may('letter.read') || may('letter.request');
  const approves = may('letter.approve') && !may('letter.verify');
  const words = approves ? WORDS.approver : may('letter.read') ? WORDS.desk : WORDS.requester;
  const problems = (home.data?.problems ?? []).filter((problem) => problem.count > 0);
  const shownTasks = (tasks.data?.items ?? home.data?.tasks ?? []).filter((task) => task.kind !== 'render-letter').slice(0, 3);
  const waitingWords = queue.length === 0 ? '' : ` Ada ${queue.length} ${approves ? 'surat' : 'permohonan'} yang menunggu Anda${late === 0 ? '' : late === 1 ? ', satu sudah lewat waktu' : `, ${late} sudah lewat waktu`}.`;

  return (
    <div className="home">
      <header className="page-head home-head">
        <div className="page-head-text">
          <h1 className="page-title">{greeting()}, {home.data?.greetingName ?? me.name.split(' ')[0]}</h1>
          <p className="page-sub">{dayAndDate(today())}.{waitingWords}</p>
        </div>
        <div className="page-head-acts">
          {may('resident.import') && <LinkButton to="/penduduk/impor" icon={<Upload size={15} />}>Impor data</LinkButton>}
          {approves && <LinkButton to="/surat/persetujuan" type="primary" icon={<PenLine size={15} />}>Periksa dan setujui</LinkButton>}
          {may('payment.receive') && <LinkButton to="/pbb/terima" type="primary" icon={<Banknote size={16} />}>Terima pembayaran</LinkButton>}
          {may('letter.request') && <LinkButton to="/surat/baru" type="primary" icon={<Plus size={16} />} aria-keyshortcuts="S">{may('letter.read') ? 'Buat surat' : 'Ajukan surat'}<Key>S</Key></LinkButton>}
        </div>
      </header>
      <div className="home-work">
        {home.isPending ? <Bars lines={8} /> : home.isError ? <Broken error={home.error} retry={() => void home.refetch()} /> : (
          <>
            {withLetters && (
              <section className="home-queue">
                <div className="section-head">
                  <h2 className="section-title">{words.title}<Pill>{queue.length}</Pill></h2>
                  <Link to={approves ? '/surat/persetujuan' : '/surat'}>{words.link}</Link>
                </div>
                {queue.length === 0 ? <AllDone title={words.empty} acts={may('letter.request') && <LinkButton to="/surat/baru">{may('letter.read') ? 'Buat surat di loket' : 'Ajukan surat'}</LinkButton>}>{words.hint} Terakhir diperiksa pukul {clock(new Date(home.dataUpdatedAt))} WIB.</AllDone> : (
                  <>
                    <ListTable<LetterRow> label="Antrean" columns={COLUMNS} rows={queue} loading={false} activeId={active} onActive={setActive} linkOf={(row) => `/surat/${row.id}`} empty={null} keyLabel="Periksa"
                      compact={(row) => ({ title: row.applicantName, note: row.typeTitle.replace(/^Surat /, ''), aside: <DueChip dueAt={row.dueAt} />, asideNote: row.requestedBy })} />
                    <p className="home-keys"><KeyHint keys={['J', 'K']} label="pindah baris" /><KeyHint keys={['Enter']} label={approves ? 'buka' : 'periksa'} /><KeyHint keys={['?']} label="semua pintasan" /></p>
                  </>
                )}
              </section>
            )}
            {may('payment.receive') ? <CollectorHome /> : may('payment.read') && <CustodyHome />}
            {may('report.pbb') && may('bill.read') && <UnpaidHome />}
            {!withLetters && !may('payment.read') && problems.length === 0 && <AllDone title="Tidak ada yang menunggu Anda">Pekerjaan untuk {me.roleName} muncul di sini.</AllDone>}
            {problems.length > 0 && (
              <section>
                <h2 className="section-title">Data yang perlu dibetulkan<Pill>{count(problems.reduce((sum, problem) => sum + problem.count, 0))}</Pill></h2>
                <ProblemRows problems={problems} />
              </section>
            )}
          </>
        )}
      </div>
      <aside className="home-rail" aria-label="Hari ini">
        {shownTasks.length > 0 && (
          <section>
            <h2 className="section-title">{shownTasks.some(isRunning) ? 'Sedang berjalan' : 'Baru selesai'}</h2>
            <div className="home-tasks">{shownTasks.map((task) => <TaskCard key={task.id} task={task} />)}</div>
          </section>
        )}
        {may('payment.read') && <CashToday />}
        {home.data && withLetters && (
          <section>
            <div className="section-head"><h2 className="section-title">Hari ini</h2><span className="quiet">sampai pukul {clock(new Date(home.dataUpdatedAt))} WIB</span></div>
            <dl className="figures">
              <div><dt>Surat terbit</dt><dd>{count(home.data.today.lettersIssued)}</dd></div>
              <div><dt>Permohonan masuk</dt><dd>{count(home.data.today.lettersRequested)}</dd></div>
              <div><dt>Waktu tengah sampai terbit</dt><dd>{home.data.today.medianMinutes === null ? '–' : span(home.data.today.medianMinutes)}</dd></div>
              <div><dt>Peristiwa dicatat</dt><dd>{count(home.data.today.eventsRecorded)}</dd></div>
            </dl>
          </section>
        )}
      </aside>
    </div>
  );
}

/** By the clock of the office: pagi until 11, siang until 15, sore until 18. */
function greeting(): string {
  const hour = Number(clock(new Date()).slice(0, 2));
  if (hour < 11) return 'Selamat pagi';
  if (hour < 15) return 'Selamat siang';
  return hour < 18 ? 'Selamat sore' : 'Selamat malam';
}
