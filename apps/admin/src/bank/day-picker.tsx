import { Button } from 'antd';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { addDays, isPlainDate, type PlainDate } from '#values';
import { PlainDateInput } from '../parts/plain-date-input.js';
import { today } from '../parts/words.js';

/** A day by stepping, or typed; what is half typed is no day yet. */
export function DayPicker({ date, onPick }: { date: PlainDate; onPick: (date: PlainDate) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && !(isPlainDate(typed) && typed <= today());
  const take = () => {
    if (typed !== null && isPlainDate(typed) && typed <= today()) onPick(typed);
    setTyped(null);
  };
  return (
    <div className="day-picker" role="group" aria-label="Hari">
      <Button icon={<ChevronLeft size={16} />} aria-label="Hari sebelumnya" onClick={() => onPick(addDays(date, -1))} />
      <PlainDateInput aria-label="Tanggal" {...(wrong ? { status: 'error' as const } : {})} value={typed ?? date} onChange={setTyped} onBlur={take} onPressEnter={take} />
      <Button icon={<ChevronRight size={16} />} aria-label="Hari berikutnya" disabled={date >= today()} onClick={() => onPick(addDays(date, 1))} />
    </div>
  );
}
