import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api } from '../api/client.js';
import type { Page, Resident, ResidentRow } from '../api/contract.js';
import { useSettled } from '../parts/settled.js';
import { ErrorLine } from '../parts/states.js';
import { place } from '../parts/words.js';
import { personLine } from '../residents/resident-words.js';

/** Finds the applicant in the register: type, arrow, Enter. */
export function ApplicantPicker({ onPick, autoFocus = true }: { onPick: (row: ResidentRow) => void; autoFocus?: boolean }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<InputRef>(null);
  const asked = useSettled(text.trim(), 200);
  const found = useQuery({
    queryKey: ['residents', 'pick', asked],
    queryFn: ({ signal }) => api.get<Page<ResidentRow>>('/residents', { query: { search: asked, status: 'alive', limit: 8 }, signal }),
    enabled: asked.length >= 2,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const rows = asked.length >= 2 ? found.data?.items ?? [] : [];
  const active = Math.min(at, rows.length - 1);
  useEffect(() => { if (autoFocus) input.current?.focus(); }, [autoFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    // The list must belong to what is typed: Enter in a hurry must not take the person of an older search.
    else if (event.key === 'Enter' && row && asked === text.trim() && !found.isPlaceholderData) onPick(row);
    else return;
    event.preventDefault();
  };

  return (
    <div className="applicant-picker">
      <Input ref={input} size="large" prefix={<Search size={16} aria-hidden="true" />} value={text} placeholder="Nama, NIK, atau nomor KK pemohon" aria-label="Cari pemohon" role="combobox" aria-expanded={rows.length > 0} aria-controls="pemohon-hasil" aria-activedescendant={rows.length > 0 ? `pemohon-${active}` : undefined}
        autoComplete="off" spellCheck={false} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={onKeyDown} />
      <div role="listbox" id="pemohon-hasil" aria-label="Penduduk yang cocok" className="applicant-list">
        {rows.map((row, index) => (
          <div key={row.id} id={`pemohon-${index}`} role="option" aria-selected={index === active} className="applicant-option" onMouseMove={() => setAt(index)} onClick={() => onPick(row)}>
            <b>{row.name}</b><span>{personLine(row)}</span>
            <span>{row.nikMasked}</span><span>{place(row)}</span>
          </div>
        ))}
      </div>
      {asked.length >= 2 && found.isSuccess && rows.length === 0 && <p className="quiet" role="status">Tidak ada penduduk hidup yang cocok. Periksa ejaan, atau pakai NIK sedikitnya 6 angka.</p>}
      {asked.length < 2 && <p className="quiet">Ketik sedikitnya dua huruf. Pencarian nama dan NIK dicatat.</p>}
      <ErrorLine error={found.error} />
    </div>
  );
}

/** Whom the letter is about, above its fields. */
export function ApplicantCard({ resident, onChange }: { resident: Pick<Resident, 'name' | 'nikMasked' | 'age' | 'hamlet' | 'rt' | 'rw' | 'temporaryNik'>; onChange?: () => void }) {
  return (
    <div className="applicant-card">
      <p><b>{resident.name}</b>{onChange && <button type="button" className="link-button" onClick={onChange}>Ganti</button>}</p>
      <p className="quiet">{resident.nikMasked}, {resident.age} tahun, {place(resident)}</p>
      {resident.temporaryNik && <p className="warn-text">NIK sementara: lengkapi setelah NIK resmi terbit.</p>}
    </div>
  );
}
