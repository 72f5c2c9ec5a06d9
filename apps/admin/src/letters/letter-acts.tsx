import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Letter, LetterRow } from '../api/contract.js';
import { ReasonDialog } from '../parts/reason-dialog.js';

type Act = 'return' | 'rejection' | 'voiding';

const WORDS: Record<Act, { title: string; label: string; ok: string; danger: boolean; done: string; text: string; suggestions: readonly string[] }> = {
  return: { title: 'Kembalikan surat', label: 'Apa yang perlu dibetulkan?', ok: 'Kembalikan', danger: false, done: 'Surat dikembalikan.', text: 'Surat kembali ke antrean operator bersama catatan Anda.', suggestions: ['Data pemohon belum cocok', 'Keperluan belum jelas', 'Berkas belum lengkap'] },
  rejection: { title: 'Tolak permohonan', label: 'Alasan penolakan', ok: 'Tolak', danger: true, done: 'Permohonan ditolak.', text: 'Permohonan ditutup dan tidak dapat dilanjutkan. Pemohon perlu mengajukan lagi.', suggestions: [] },
  voiding: { title: 'Batalkan surat', label: 'Alasan pembatalan', ok: 'Batalkan surat', danger: true, done: 'Surat dibatalkan.', text: 'Surat dinyatakan DICABUT: siapa pun yang memindai QR-nya melihat tanda merah. Alasan di bawah ikut tampil kepada setiap orang yang memindai, jadi jangan menulis data pribadi. Nomornya tetap terpakai. Ini tidak dapat diurungkan.', suggestions: ['Data pada surat salah', 'Diminta pemohon'] },
};

/** The acts on a letter that need a reason, each with the sentence that says what will happen. */
export function useReasonedActs(after: (letter: Letter) => void) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<{ act: Act; letter: Pick<LetterRow, 'id' | 'applicantName' | 'typeTitle'> } | null>(null);
  const words = asking && WORDS[asking.act];
  const dialog = asking && words && (
    <ReasonDialog title={words.title} label={words.label} okText={words.ok} danger={words.danger} suggestions={words.suggestions} onClose={() => setAsking(null)}
      onOk={async (reason) => {
        const letter = await api.post<Letter>(`/letters/${asking.letter.id}/${asking.act}`, { reason });
        message.success(words.done);
        await queries.invalidateQueries({ queryKey: ['letters'] });
        await queries.invalidateQueries({ queryKey: ['home'] });
        after(letter);
      }}>
      <b>{asking.letter.typeTitle}</b> untuk <b>{asking.letter.applicantName}</b>. {words.text}
    </ReasonDialog>
  );
  return { dialog, ask: (act: Act, letter: Pick<LetterRow, 'id' | 'applicantName' | 'typeTitle'>) => setAsking({ act, letter }) };
}
