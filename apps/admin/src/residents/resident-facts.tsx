import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api } from '../api/client.js';
import type { Resident, Revealed } from '../api/contract.js';
import type { Fact } from '../parts/facts.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { longDate } from '../parts/words.js';

const SHOWN_MS = 120_000;
const REASONS = ['Mencocokkan KTP-el pemohon', 'Mencocokkan kartu keluarga', 'Permintaan pemilik data'];

/** The masked numbers and the way to the full ones: a reason, a record of it, and two minutes of sight. */
export function useReveal(resident: Resident) {
  const [asking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  useEffect(() => { setRevealed(null); }, [resident.id]);
  useEffect(() => {
    if (!revealed) return undefined;
    const timer = setTimeout(() => setRevealed(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [revealed]);

  const button = revealed
    ? <button type="button" className="link-button reveal" onClick={() => setRevealed(null)}>Tutup</button>
    : resident.actions.includes('reveal') && <button type="button" className="link-button reveal" onClick={() => setAsking(true)} aria-label="Buka NIK lengkap"><Eye size={14} aria-hidden="true" />Buka</button>;
  const dialog = asking && (
    <ReasonDialog title="Buka NIK lengkap" label="Alasan" okText="Buka" suggestions={REASONS} placeholder="misalnya mencocokkan KTP-el pemohon" onClose={() => setAsking(false)}
      onOk={async (reason) => setRevealed(await api.post<Revealed>(`/residents/${resident.id}/reveal`, { reason }))}>
      NIK dan nomor KK <b>{resident.name}</b> akan tampil selama dua menit. Nama Anda, waktu, dan alasan dicatat di jejak audit.
    </ReasonDialog>
  );
  return { button, dialog, revealed };
}

export function identityFacts(resident: Resident, revealed: Revealed | null, button: React.ReactNode, place: string | null): Fact[] {
  return [
    ['NIK', <span key="nik" className="number-line"><span aria-live="polite">{revealed?.nik ?? resident.nikMasked}</span>{button}</span>],
    ['Nomor KK', revealed?.familyNumber ?? resident.familyNumberMasked],
    ['Lahir', [resident.birthPlace, longDate(resident.birthDate)].filter(Boolean).join(', ')],
    ['Agama, kawin', [resident.religion, maritalWords(resident)].filter(Boolean).join(', ')],
    ['Pekerjaan', resident.occupation],
    ['Alamat', resident.address],
    ['Wilayah', place],
  ];
}

export function maritalWords(resident: Pick<Resident, 'maritalStatus' | 'maritalRecorded'>): string | null {
  if (!resident.maritalStatus) return null;
  const recorded = resident.maritalRecorded === null ? '' : resident.maritalRecorded ? ' tercatat' : ' belum tercatat';
  return /tercatat/i.test(resident.maritalStatus) ? resident.maritalStatus : `${resident.maritalStatus}${/^kawin$/i.test(resident.maritalStatus) ? recorded : ''}`;
}
