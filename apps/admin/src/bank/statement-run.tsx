import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { ImportRun, StatementRun as Run } from '../api/contract.js';
import { runOf } from '../list-import/import-data.js';
import { BANK_STATEMENT } from '../list-import/import-kinds.js';
import { ImportRunPage } from '../list-import/import-run.js';
import { mayChange } from '../list-import/import-states.js';
import { count, longDate } from '../parts/words.js';
import { accountName, accountsOf } from './bank-data.js';
import { rupiahWords } from './rupiah-words.js';
import './bank.css';

/** Matching begins when the statement is booked and takes a moment; then people and later deposits move the counts. */
const MATCHING_MS = 120_000;

export function StatementRun() {
  const { id = '' } = useParams();
  useQuery({
    ...runOf(BANK_STATEMENT, id),
    refetchInterval: ({ state: { data } }) => {
      if (!data) return false;
      if (data.state !== 'applied') return mayChange(data, true) ? 2_000 : false;
      return data.appliedAt !== null && Date.now() - Date.parse(data.appliedAt) < MATCHING_MS ? 2_000 : 30_000;
    },
  });
  return <ImportRunPage kind={BANK_STATEMENT} id={id} parts={(run) => <StatementParts run={run as ImportRun & Run} />} />;
}

/** What the file tells as a whole, and once it is booked what its lines turned out to be. */
function StatementParts({ run: { id, accountId, facts, matching } }: { run: Run }) {
  const account = useQuery(accountsOf).data?.find((one) => one.id === accountId);
  return (
    <>
      <dl className="statement-facts">
        <div><dt>Rekening</dt><dd>{account ? accountName(account) : '–'}</dd></div>
        <div><dt>Hari</dt><dd>{facts ? (facts.firstDay === facts.lastDay ? longDate(facts.firstDay) : `${longDate(facts.firstDay)} sampai ${longDate(facts.lastDay)}`) : '–'}</dd></div>
        <div><dt>Saldo awal</dt><dd className="amount">{facts ? rupiahWords(facts.opening) : '–'}</dd></div>
        <div><dt>Saldo akhir</dt><dd className="amount">{facts ? rupiahWords(facts.closing) : '–'}</dd></div>
      </dl>
      {matching && (
        <section className="statement-matching" aria-live="polite" aria-label="Hasil pencocokan">
          <h2 className="section-title">Hasil pencocokan</h2>
          <ul>
            <Result to={`/pbb/bank?koran=${id}&keadaan=claimed`} tone="good" lines={matching.claimed} words="tercocokkan" amount={matching.claimedAmount} />
            <Result to={`/pbb/bank?koran=${id}`} tone={matching.open > 0 ? 'warn' : 'none'} lines={matching.open} words="belum dikenali" amount={matching.openAmount} />
            <Result to={`/pbb/bank?koran=${id}&keadaan=reversed`} tone="none" lines={matching.reversed} words="dibatalkan bank" />
          </ul>
        </section>
      )}
    </>
  );
}

function Result({ to, tone, lines, words, amount }: { to: string; tone: 'good' | 'warn' | 'none'; lines: number; words: string; amount?: number }) {
  return <li><Link to={to} className={`statement-result count-${tone}`}><b>{count(lines)}</b> <span>mutasi {words}{amount !== undefined && `, ${rupiahWords(amount)} masuk`}</span></Link></li>;
}
