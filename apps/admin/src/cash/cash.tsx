import { useMay } from '../session/session.js';
import { OwnCash } from './own-cash.js';
import { VillageCash } from './village-cash.js';
import '../tax/tax.css';
import './cash.css';

/** Where the money is: a collector's own, or everybody's for those who look after it. */
export function Cash() {
  return useMay()('payment.receive') ? <OwnCash /> : <VillageCash />;
}
