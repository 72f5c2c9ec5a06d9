import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { usePhone } from '../theme/color-scheme.js';

interface Props {
  head: ReactNode;
  /** Left: what is typed or known. Right: the paper. */
  form: ReactNode;
  paper: ReactNode;
  history?: ReactNode;
  /** The acts, always in sight under the form. */
  bar: ReactNode;
  formLabel?: string;
}

/** Form left, the real paper right; on the phone one of them at a time. */
export function LetterDesk({ head, form, paper, history, bar, formLabel = 'Isian' }: Props) {
  const phone = usePhone();
  const [tab, setTab] = useState('form');
  if (!phone) {
    return (
      <div className="desk">
        <div className="desk-head">{head}</div>
        <div className="desk-form"><div className="desk-scroll" tabIndex={0} role="region" aria-label={formLabel}>{form}{history}</div>{bar}</div>
        {paper}
      </div>
    );
  }
  const tabs = [{ value: 'form', label: formLabel }, { value: 'paper', label: 'Pratinjau' }, ...(history ? [{ value: 'history', label: 'Riwayat' }] : [])];
  return (
    <div className="desk-phone">
      <div className="page">
        {head}
        <Segmented block size="large" value={tab} onChange={setTab} options={tabs} />
        {/* Hidden instead of removed: what was typed stays. */}
        <div hidden={tab !== 'form'}>{form}</div>
        {tab === 'history' && history}
      </div>
      {tab === 'paper' && paper}
      {bar}
    </div>
  );
}
