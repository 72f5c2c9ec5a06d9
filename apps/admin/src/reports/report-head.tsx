import { App, Button, Select } from 'antd';
import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatLong, isPlainDate } from '#values';
import { download } from '../api/client.js';
import { messageOf } from '../api/problem.js';
import { PlainDateInput } from '../parts/plain-date-input.js';
import { PageHead } from '../parts/page-head.js';
import { clockSeconds, today } from '../parts/words.js';
import type { ReportChoice } from './report-data.js';

/** Worth saying when folding has stood still so long. */
const STALE_MS = 30_000;

interface Props {
  readonly title: string;
  readonly choice: ReportChoice;
  /** Where the place lies, from the top. */
  readonly trail?: ReactNode;
  readonly dataAt: string | undefined;
  readonly file: { path: string; name: string };
  readonly periods?: readonly { value: string; label: string }[];
  readonly period?: string;
  /** Figures of now alone have no past to pick. */
  readonly nowOnly?: boolean;
}

/** Title, time of the data, and what can be chosen of every report. */
export function ReportHead({ title, choice, trail, dataAt, file, periods, period, nowOnly }: Props) {
  const { message } = App.useApp();
  const [saving, setSaving] = useState(false);
  const save = (): void => {
    setSaving(true);
    download(file.path, file.name).catch((thrown: unknown) => void message.error(messageOf(thrown))).finally(() => setSaving(false));
  };
  return (
    <PageHead title={title} above={trail} sub={<DataTime dataAt={dataAt} on={choice.on} />} acts={
      <>
        {periods && <Select className="report-period" aria-label="Masa" value={period} options={[...periods]} onChange={(value) => choice.choose({ masa: value })} />}
        {!nowOnly && <DayChoice choice={choice} forgetsPeriod={periods !== undefined} />}
        <Button icon={<Download size={15} />} loading={saving} onClick={save}>Unduh Excel</Button>
      </>
    } />
  );
}

/** Any day that is over; the picked one stays in the field, the way back to now beside it. */
function DayChoice({ choice, forgetsPeriod }: { choice: ReportChoice; forgetsPeriod: boolean }) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed !== '' && !(isPlainDate(typed) && typed <= today());
  const take = (day: string): void => {
    setTyped(day);
    if (day === '' || (isPlainDate(day) && day <= today())) choice.choose({ tanggal: day === today() ? null : day, ...(forgetsPeriod ? { masa: null } : {}) });
  };
  return (
    <span className="report-day">
      <PlainDateInput aria-label="Sampai tanggal" placeholder="Sampai hari ini" {...(wrong ? { status: 'error' as const } : {})} value={typed ?? choice.on ?? ''} onChange={take} onBlur={() => { if (!wrong) setTyped(null); }} />
      {choice.on && <Button onClick={() => { setTyped(null); choice.choose({ tanggal: null }); }}>Hari ini</Button>}
    </span>
  );
}

function DataTime({ dataAt, on }: { dataAt: string | undefined; on: string | null }) {
  if (!dataAt) return <> </>;
  const at = new Date(dataAt);
  if (Date.now() - at.getTime() > STALE_MS) return <span className="report-stale">Data sampai {formatLong(today())} pukul {clockSeconds(at)} WIB. Penghitungan sedang tertunda; angka terbaru menyusul.</span>;
  return on && isPlainDate(on) ? <>Keadaan pada akhir hari {formatLong(on)}.</> : <>Sampai {formatLong(today())} pukul {clockSeconds(at)} WIB, diperbarui terus.</>;
}
