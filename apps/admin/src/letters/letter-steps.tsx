import type { Letter, LetterStatus } from '../api/contract.js';
import { History } from '../parts/history.js';
import { Steps, type StepItem, type StepState } from '../parts/steps.js';
import { whenBrief, whenFull } from '../parts/words.js';

const ORDER: readonly LetterStatus[] = ['requested', 'verified', 'approved', 'issued'];
const STEP_WORDS: Record<string, string> = {
  requested: 'Diajukan', edited: 'Isian diubah', updated: 'Isian diubah', verified: 'Diperiksa, dikirim untuk disetujui', returned: 'Dikembalikan', rejected: 'Ditolak', approved: 'Disetujui dan diberi nomor',
  rendering: 'Diminta dicetak lagi', rendered: 'Dicetak', issued: 'Terbit', failed: 'Gagal dicetak', voided: 'Dicabut', replaced: 'Diganti', printed: 'Dicetak ulang', replacement: 'Dibuat sebagai pengganti',
};

/** The four acts of an office letter; without a letter it is about to be requested. */
export function LetterSteps({ letter, head }: { letter: Letter | null; head: string }) {
  const status = letter?.status ?? null;
  // Returned letters lie at the clerk's again; a failed print was approved.
  const reached = status === null ? -1 : status === 'returned' ? 0 : status === 'failed' || status === 'approved' ? 2 : status === 'voided' || status === 'replaced' ? 3 : ORDER.indexOf(status);
  const last = (step: string) => letter?.history.findLast((item) => item.step === step);
  const state = (index: number): StepState => {
    if (status === 'rejected' && index === 1) return 'bad';
    if (status === 'failed' && index === 3) return 'bad';
    if (index <= reached) return 'done';
    return index === reached + 1 && status !== 'rejected' ? 'now' : 'next';
  };
  const note = (step: string, waiting: string) => {
    const done = last(step);
    return done ? `${done.by}, ${whenBrief(done.at)}` : waiting;
  };
  const steps: StepItem[] = [
    { title: 'Diajukan', state: state(0), note: note('requested', 'Anda, sekarang') },
    { title: 'Diperiksa', state: state(1), note: status === 'returned' ? 'Dikembalikan, perlu dibetulkan' : note('verified', 'Operator') },
    { title: 'Disetujui', state: state(2), note: note('approved', `${head}, diberi nomor`) },
    { title: 'Terbit', state: state(3), note: status === 'failed' ? 'Gagal dicetak' : note('issued', 'PDF dengan QR') },
  ];
  return <Steps steps={steps} />;
}

export function LetterHistory({ letter }: { letter: Letter }) {
  return (
    <section className="desk-history">
      <h2 className="section-title">Riwayat</h2>
      <History items={letter.history.toReversed().map((item, index) => ({ id: `${item.at}-${index}`, when: whenBrief(item.at), title: STEP_WORDS[item.step] ?? item.step, note: [item.by, item.note && `“${item.note}”`].filter(Boolean).join(', ') }))} />
      <p className="sr-only">Terakhir diubah {whenFull(letter.updatedAt)}</p>
    </section>
  );
}
