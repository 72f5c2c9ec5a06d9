import { Link } from 'react-router';
import type { BankDay } from '../api/contract.js';
import { count } from '../parts/words.js';
import { plainAmount, rupiahWords } from './rupiah-words.js';

type AccountDay = BankDay['accounts'][number];

/** Every account of the day, and what the villages say they brought on it. */
export function DayTable({ day: { accounts, deposits } }: { day: BankDay }) {
  const sum = (what: 'moneyIn' | 'moneyOut' | 'claimed' | 'openAmount'): number => accounts.reduce((total, account) => total + account[what], 0);
  return (
    <section>
      <div className="plain-scroll" tabIndex={0} role="region" aria-label="Rekening pada hari ini">
        <table className="plain-table day-table">
          <thead><tr><th>Rekening</th><th className="money">Saldo awal (Rp)</th><th className="money">Masuk (Rp)</th><th className="money">Keluar (Rp)</th><th className="money">Saldo akhir (Rp)</th><th className="money">Tercocokkan (Rp)</th><th className="money">Belum dikenali (Rp)</th></tr></thead>
          <tbody>{accounts.map((account) => <AccountRow key={account.accountId} account={account} />)}</tbody>
          {accounts.length > 1 && (
            <tfoot><tr>
              <td>Jumlah</td><td /><td className="money" data-label="Masuk (Rp)">{plainAmount(sum('moneyIn'))}</td><td className="money" data-label="Keluar (Rp)">{plainAmount(sum('moneyOut'))}</td><td />
              <td className="money" data-label="Tercocokkan (Rp)">{count(sum('claimed'))}</td><td className="money" data-label="Belum dikenali (Rp)">{count(sum('openAmount'))}</td>
            </tr></tfoot>
          )}
        </table>
      </div>
      <p className="day-deposits">
        {deposits.deposits === 0 ? 'Tidak ada setoran desa pada hari ini.' : <><b>{count(deposits.deposits)} setoran desa</b> dibawa ke bank pada hari ini, {rupiahWords(deposits.amount)}. {deposits.open === 0 ? 'Semuanya sudah ada di bank.' : <>Belum ada di bank: <b>{count(deposits.open)}</b>, {rupiahWords(deposits.openAmount)}. <Link to="/pbb/bank/setoran">Lihat</Link></>}</>}
      </p>
    </section>
  );
}

function AccountRow({ account: { accountId, bank, number, known, opening, moneyIn, moneyOut, closing, claimed, openLines, openAmount } }: { account: AccountDay }) {
  const name = <td><b>{bank}</b> {number}</td>;
  if (!known || opening === null || closing === null) return <tr>{name}<td colSpan={6} className="cell-quiet day-unknown">Belum ada rekening koran untuk hari ini.</td></tr>;
  return (
    <tr>
      {name}<td className="money" data-label="Saldo awal (Rp)">{plainAmount(opening)}</td><td className="money" data-label="Masuk (Rp)">{plainAmount(moneyIn)}</td><td className="money" data-label="Keluar (Rp)">{plainAmount(moneyOut)}</td>
      <td className="money" data-label="Saldo akhir (Rp)"><b>{plainAmount(closing)}</b></td><td className="money" data-label="Tercocokkan (Rp)">{count(claimed)}</td>
      <td className="money" data-label="Belum dikenali (Rp)">{openLines === 0 ? '0' : <><Link to={`/pbb/bank?rekening=${accountId}`}>{count(openLines)} mutasi</Link> {count(openAmount)}</>}</td>
    </tr>
  );
}
