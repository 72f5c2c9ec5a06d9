import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { ArrowRight, FileText, Plus, Search, User, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import type { Me, SearchResult } from '../api/contract.js';
import { letterChip } from '../letters/letter-chip.js';
import { Key, KeyHint } from '../parts/kbd.js';
import { listMemory } from '../parts/list/list-memory.js';
import { messageOf } from '../api/problem.js';
import { place, whenFull } from '../parts/words.js';
import { useSettled } from '../parts/settled.js';
import { useMay, useMe } from '../session/session.js';
import { navigation } from './nav.js';

interface Choice { key: string; group: string; icon: LucideIcon; title: string; note?: string; extra?: ReactNode; to: string; before?: () => void }

/** One box for people, letters, screens and what can be done with what was found. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const asked = useSettled(text.trim(), 220);
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.get<SearchResult>('/search', { query: { q: asked }, signal }),
    enabled: asked.length >= 2,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const choices = useMemo(() => choicesFor(me, may, text.trim(), asked.length >= 2 ? found.data : undefined), [me, may, text, asked, found.data]);
  const active = Math.min(at, choices.length - 1);

  useEffect(() => { document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' }); }, [active, id]);

  const go = (choice: Choice | undefined, newTab = false) => {
    if (!choice) return;
    choice.before?.();
    onClose();
    if (newTab) window.open(choice.to, '_blank', 'noopener');
    else void navigate(choice.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter') go(choices[active], event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };

  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={640} mask={{ closable: true }} className="finder" style={{ top: 84 }} title={null} aria-label="Cari" afterOpenChange={(open) => { if (open) input.current?.focus(); }}>
      <div className="finder-head">
        <Search size={18} aria-hidden="true" />
        <input ref={input} className="finder-input" role="combobox" aria-label="Cari nama, NIK, nomor KK, atau nomor surat" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={choices.length > 0 ? `${id}-${active}` : undefined}
          placeholder="Cari nama, NIK, nomor KK, nomor surat …" autoComplete="off" spellCheck={false} value={text} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={onKeyDown} autoFocus />
        <button type="button" className="link-button" onClick={onClose} aria-label="Tutup"><Key>Esc</Key><span className="only-touch">Tutup</span></button>
      </div>
      <div className="finder-list" role="listbox" id={`${id}-list`} aria-label="Hasil" tabIndex={-1}>
        {choices.map((choice, index) => (
          <div key={choice.key} role="presentation">
            {choice.group !== choices[index - 1]?.group && <p className="finder-group">{choice.group}</p>}
            <div id={`${id}-${index}`} role="option" aria-selected={index === active} className="finder-option" onMouseMove={() => setAt(index)} onClick={(event) => go(choice, event.ctrlKey || event.metaKey)}>
              <choice.icon size={16} strokeWidth={1.9} aria-hidden="true" />
              <span className="finder-text">{choice.title}{choice.note && <small>{choice.note}</small>}</span>
              {choice.extra}
              {index === active && <KeyHint keys={['Enter']} label="buka" />}
            </div>
          </div>
        ))}
        {asked.length >= 2 && found.isSuccess && found.data.residents.length + found.data.letters.length === 0 && <p className="finder-empty" role="status">Tidak ada penduduk atau surat yang cocok.</p>}
        {found.isError && <p className="finder-empty" role="alert">{messageOf(found.error)}</p>}
      </div>
      <div className="finder-foot">
        <span><KeyHint keys={['↑', '↓']} label="pilih" /><KeyHint keys={['Ctrl Enter']} label="buka di tab baru" /></span>
        <span className="quiet">Pencarian nama dan NIK dicatat</span>
      </div>
    </Modal>
  );
}

function choicesFor(me: Me, may: (permission: string) => boolean, text: string, found: SearchResult | undefined): Choice[] {
  const people = (found?.residents ?? []).map((row): Choice => ({ key: row.id, group: 'Penduduk', icon: User, title: row.name, note: `${row.nikMasked}, ${place(row)}`, to: `/penduduk/${row.id}` }));
  const letters = (found?.letters ?? []).map((row): Choice => ({
    key: row.id, group: 'Surat', icon: FileText, title: `${row.typeTitle.replace(/^Surat /, '')}, ${row.applicantName}`, note: row.number ?? `masuk ${whenFull(row.requestedAt)}`, extra: letterChip(row), to: `/surat/${row.id}`,
  }));
  const acts: Choice[] = [];
  const first = found?.residents[0];
  if (first && may('letter.request')) acts.push({ key: 'act-letter', group: 'Tindakan', icon: Plus, title: `Buat surat untuk ${first.name}`, to: `/surat/baru?orang=${first.id}` });
  if (text.length >= 2 && may('resident.read')) {
    acts.push({ key: 'act-list', group: 'Tindakan', icon: ArrowRight, title: `Buka Daftar penduduk dengan kata “${text}”`, to: '/penduduk', before: () => { Object.assign(listMemory('residents'), { search: text, cursors: [] }); } });
  }
  const lower = text.toLowerCase();
  const screens = navigation(me).flatMap((group) => group.items).filter((item) => text === '' || item.label.toLowerCase().includes(lower));
  const pages = screens.slice(0, text === '' ? 8 : 4).map((item): Choice => ({ key: item.to, group: 'Layar', icon: ArrowRight, title: item.label, to: item.to }));
  return [...people, ...letters, ...acts, ...pages];
}
