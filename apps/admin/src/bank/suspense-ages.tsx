import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Bars, Broken } from '../parts/states.js';
import { count } from '../parts/words.js';
import { standingOf } from './bank-data.js';
import { AGE_WORDS, suspenseSum } from './standing.js';
import { rupiahWords } from './rupiah-words.js';

/** What nobody has recognised yet, by how long it has waited. */
export function SuspenseAges() {
  const { data, error, refetch } = useQuery(standingOf);
  if (error && !data) return <Broken error={error} retry={() => void refetch()} />;
  if (!data) return <Bars lines={5} />;
  const sum = suspenseSum(data.suspense);
  return (
    <>
      <h2 className="panel-title">Belum dikenali, {rupiahWords(sum.amount)}</h2>
      <p className="panel-sub">Menurut umur sejak dibukukan bank. Pilih mutasi di daftar untuk melihat calonnya.</p>
      <dl className="ages">
        {data.suspense.map(({ age, lines, amount, linesOut, amountOut }) => (
          <div key={age} className={`age-of age-${age.replace('+', '')}`}>
            <dt><Link to={{ pathname: '/pbb/bank', search: `?umur=${encodeURIComponent(age)}` }}>{AGE_WORDS[age]}</Link></dt>
            <dd><b>{rupiahWords(amount)}</b><span className="quiet">{count(lines)} mutasi masuk{linesOut > 0 && `; ${count(linesOut)} keluar ${rupiahWords(amountOut)}`}</span></dd>
          </div>
        ))}
      </dl>
    </>
  );
}
