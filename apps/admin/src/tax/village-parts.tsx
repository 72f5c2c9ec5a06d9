import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Check, CircleCheck, CircleDashed, CircleHelp, CircleX, PencilLine, Undo2, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { ImportRun, TaxListPart } from '../api/contract.js';
import { isLooking } from '../list-import/import-states.js';
import { TAX_LIST } from '../list-import/import-kinds.js';
import { Chip, type Tone } from '../parts/chip.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { count } from '../parts/words.js';
import { writtenPrefix } from './nop-prefix.js';
import { byUrgency } from './part-readiness.js';
import { useVillageOptions } from './village-options.js';

const SHOWN_FIRST = 20;

/** What the list does in each village, and whose each NOP prefix is: proposed by the addresses, said by a person, once for ever. */
export function VillageParts({ run, parts }: { run: ImportRun; parts: UseQueryResult<TaxListPart[]> }) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [all, setAll] = useState(false);
  const confirm = useMutation({
    mutationFn: (prefixes: { prefix: string; village: string }[]) => api.post<ImportRun>(`${TAX_LIST.path}/${run.id}/prefixes`, { prefixes }),
    onSuccess: async (next) => {
      queries.setQueryData(['imports', run.id, 'run'], next);
      await queries.invalidateQueries({ queryKey: ['imports', run.id] });
    },
  });
  if (parts.isPending) return <Bars lines={4} />;
  if (parts.isError) return <Broken error={parts.error} retry={() => void parts.refetch()} />;
  if (parts.data.length === 0) return null;

  const rows = byUrgency(parts.data);
  const shown = all ? rows : rows.slice(0, SHOWN_FIRST);
  const villageOf = (part: TaxListPart) => chosen[part.prefix] ?? part.proposedVillage;
  const answers = rows.flatMap((part) => {
    const village = part.state === 'unconfirmed' ? villageOf(part) : null;
    return village ? [{ prefix: part.prefix, village }] : [];
  });
  const open = rows.filter((part) => part.state === 'unconfirmed').length;
  const asking = run.state === 'checked' && !isLooking(run);
  const sum = (pick: (part: TaxListPart) => number) => count(rows.reduce((total, part) => total + pick(part), 0));

  return (
    <section className="parts" aria-labelledby="parts-title">
      <div className="parts-head">
        <h2 id="parts-title" className="section-title">Menurut desa{open > 0 && asking && <span className="warn-text"><CircleHelp size={15} aria-hidden="true" />{count(open)} kode NOP belum ditetapkan desanya</span>}</h2>
        {asking && answers.length > 0 && <Button icon={<Check size={15} />} loading={confirm.isPending} onClick={() => confirm.mutate(answers)}>Tetapkan semua usulan ({count(answers.length)})</Button>}
      </div>
      <ErrorLine error={confirm.error} />
      <div className="plain-scroll" tabIndex={0} role="region" aria-label="Bagian daftar menurut desa">
        <table className="plain-table parts-table">
          <thead><tr><th>Kode NOP</th><th>Desa</th><th className="money">Baru</th><th className="money">Berubah</th><th className="money">Lunas</th><th className="money">Sama</th><th className="money">Salah</th><th className="money">Jumlah (Rp)</th><th>Keadaan</th></tr></thead>
          <tbody>
            {shown.map((part) => (
              <tr key={part.prefix}>
                <td className="nop"><b>{writtenPrefix(part.prefix)}</b></td>
                <td data-label="Desa">
                  {part.state === 'unconfirmed' && asking
                    ? <Answer part={part} village={villageOf(part)} busy={confirm.isPending} onChoose={(village) => setChosen((before) => ({ ...before, [part.prefix]: village }))} onConfirm={(village) => confirm.mutate([{ prefix: part.prefix, village }])} />
                    : part.villageName ?? part.proposedVillageName ?? '–'}
                </td>
                <Amount label="Baru" value={part.counts.accepted} />
                <Amount label="Berubah" value={part.counts.changed} />
                <Amount label="Lunas" value={part.counts.settles} />
                <Amount label="Sama" value={part.counts.unchanged + part.counts.kept} />
                <Amount label="Salah" value={part.counts.rejected} />
                <Amount label="Jumlah (Rp)" value={part.amount} />
                <td data-label="Keadaan"><span><PartChip part={part} />{part.refusal && <p className="part-refusal">{part.refusal}</p>}</span></td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{count(rows.length)} bagian</td>
              <td className="money" data-label="Baru">{sum((part) => part.counts.accepted)}</td><td className="money" data-label="Berubah">{sum((part) => part.counts.changed)}</td><td className="money" data-label="Lunas">{sum((part) => part.counts.settles)}</td>
              <td className="money" data-label="Sama">{sum((part) => part.counts.unchanged + part.counts.kept)}</td><td className="money" data-label="Salah">{sum((part) => part.counts.rejected)}</td><td className="money" data-label="Jumlah (Rp)">{sum((part) => part.amount)}</td><td />
            </tr>
          </tfoot>
        </table>
      </div>
      {rows.length > shown.length && <button type="button" className="link-button parts-more" onClick={() => setAll(true)}>Tampilkan semua {count(rows.length)} bagian</button>}
    </section>
  );
}

function Amount({ label, value }: { label: string; value: number }) {
  return <td className={value === 0 ? 'money part-none quiet' : 'money'} data-label={label}>{count(value)}</td>;
}

const LOOK: Record<TaxListPart['state'], readonly [Tone, LucideIcon, string]> = {
  unconfirmed: ['wait', CircleHelp, 'belum ditetapkan'], checked: ['act', CircleDashed, 'siap'], applied: ['done', CircleCheck, 'diterapkan'], reversed: ['none', Undo2, 'ditarik kembali'], refused: ['bad', CircleX, 'tidak diterapkan'],
};

function PartChip({ part }: { part: TaxListPart }) {
  const [tone, icon, word] = LOOK[part.state];
  return <Chip tone={tone} icon={icon}>{word}</Chip>;
}

interface AnswerProps { part: TaxListPart; village: string | null; busy: boolean; onChoose: (village: string) => void; onConfirm: (village: string) => void }

/** The village a prefix is: the proposal in words, another by a choice of all. A list of 390 choices for each of 390 rows would weigh too much. */
function Answer({ part, village, busy, onChoose, onConfirm }: AnswerProps) {
  const [choosing, setChoosing] = useState(part.proposedVillage === null);
  const options = useVillageOptions();
  const code = writtenPrefix(part.prefix);
  return (
    <span className="part-village">
      {choosing ? <Select showSearch={{ optionFilterProp: 'label' }} aria-label={`Desa untuk ${code}`} placeholder="Pilih desa" value={village} options={options} onChange={onChoose} /> : (
        <>
          {part.proposedVillageName}<span className="quiet">usulan dari alamat</span>
          <Button size="small" type="text" icon={<PencilLine size={14} />} aria-label={`Pilih desa lain untuk ${code}`} onClick={() => setChoosing(true)} />
        </>
      )}
      <Button size="small" disabled={village === null || busy} aria-label={`Tetapkan ${code}`} onClick={() => { if (village) onConfirm(village); }}>Tetapkan</Button>
    </span>
  );
}
