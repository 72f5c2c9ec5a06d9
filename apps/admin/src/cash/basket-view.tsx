import { Checkbox } from 'antd';
import { TriangleAlert, X } from 'lucide-react';
import { count, titleCase } from '../parts/words.js';
import { skippedYears, type BasketObject } from './basket.js';

interface Props { objects: readonly BasketObject[]; off: ReadonlySet<string>; onToggleBill: (id: string) => void; onRemove: (objectId: string) => void }

/** The chosen objects with their unpaid years; all are ticked, oldest first. */
export function BasketView({ objects, off, onToggleBill, onRemove }: Props) {
  return (
    <ul className="basket-objects">
      {objects.map(({ objectId, bills }) => {
        const [first] = bills;
        const skipped = skippedYears(bills, off);
        if (!first) return null;
        return (
          <li key={objectId} className="basket-object">
            <div className="basket-who">
              <p><b>{titleCase(bills.at(-1)?.payerName)}</b><span className="nop">{first.nop}</span></p>
              <button type="button" className="icon-button" aria-label={`Keluarkan NOP ${first.nop}`} onClick={() => onRemove(objectId)}><X size={16} /></button>
            </div>
            <ul>
              {bills.map((bill) => (
                <li key={bill.id} className="basket-year">
                  <Checkbox checked={!off.has(bill.id)} onChange={() => onToggleBill(bill.id)}>Tahun {bill.taxYear}</Checkbox>
                  <span className="basket-money"><b>Rp{count(bill.owed + (bill.penalty?.amount ?? 0))}</b>
                    <small>pokok {count(bill.owed)}{bill.penalty === null ? ', aturan denda belum ada' : bill.penalty.amount > 0 ? `, denda ${count(bill.penalty.amount)}` : ''}</small></span>
                </li>
              ))}
            </ul>
            {skipped.length > 0 && <p className="warn-text" role="status"><TriangleAlert size={14} aria-hidden="true" />Tahun {skipped.join(', ')} tetap terutang. Biasanya tahun terlama dibayar lebih dahulu.</p>}
          </li>
        );
      })}
    </ul>
  );
}
