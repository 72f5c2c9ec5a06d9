import type { Quotation } from '../api/contract.js';
import { count, titleCase } from '../parts/words.js';
import { usePhone } from '../theme/color-scheme.js';

interface Props { lines: Quotation['lines']; principal: number; penalty: number }

/** One line for each NOP and year; principal and penalty never run into one figure unseen. */
export function PaymentLines({ lines, principal, penalty }: Props) {
  const phone = usePhone();
  if (phone) {
    return (
      <ul className="pay-lines">
        {lines.map((line) => (
          <li key={line.billId}>
            <span><b>Tahun {line.taxYear}</b>, {titleCase(line.payerName)}</span><b className="pick-sum">Rp{count(line.principal + line.penalty)}</b>
            <small className="nop">{line.nop}</small><small className="pick-years">pokok {count(line.principal)}{line.penalty > 0 && <>, denda {count(line.penalty)}</>}</small>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="plain-scroll" tabIndex={0} role="region" aria-label="Rincian menurut NOP dan tahun">
      <table className="plain-table">
        <thead><tr><th>NOP</th><th>Nama di SPPT</th><th>Tahun</th><th className="money">Pokok (Rp)</th><th className="money">Denda (Rp)</th><th className="money">Jumlah (Rp)</th></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.billId}>
              <td><b className="nop">{line.nop}</b></td><td data-label="Nama di SPPT">{titleCase(line.payerName)}</td><td data-label="Tahun">{line.taxYear}</td>
              <td data-label="Pokok (Rp)" className="money">{count(line.principal)}</td><td data-label="Denda (Rp)" className="money">{count(line.penalty)}{line.months > 0 && <span className="quiet"> {line.months} bln</span>}</td><td data-label="Jumlah (Rp)" className="money"><b>{count(line.principal + line.penalty)}</b></td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><td colSpan={3}>Jumlah</td><td data-label="Pokok (Rp)" className="money">{count(principal)}</td><td data-label="Denda (Rp)" className="money">{count(penalty)}</td><td data-label="Jumlah (Rp)" className="money">{count(principal + penalty)}</td></tr></tfoot>
      </table>
    </div>
  );
}
