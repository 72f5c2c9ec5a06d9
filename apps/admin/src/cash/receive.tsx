import { IdCard } from 'lucide-react';
import { LinkButton } from '../parts/link-button.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, Notice } from '../parts/states.js';
import { count, longDate, today } from '../parts/words.js';
import { tickedBills, sumOf } from './basket.js';
import { usePhone } from '../theme/color-scheme.js';
import { BasketView } from './basket-view.js';
import { BillFinder } from './bill-finder.js';
import { rupiah, useOwnCollector } from './cash-data.js';
import { usePaymentDraft } from './payment-draft.js';
import { Unanswered } from './unanswered.js';
import { useBasket } from './use-basket.js';
import '../tax/tax.css';
import './cash.css';

/** A collector finds who pays, ticks what is paid, and goes on to say the amount. */
export function Receive() {
  const own = useOwnCollector();
  const phone = usePhone();
  const { draft, change, clear } = usePaymentDraft();
  const basket = useBasket(draft.objects);
  const off = new Set(draft.off);
  const ticked = tickedBills(basket.objects, off);
  const sum = sumOf(ticked);

  if (draft.sent) return <Unanswered sent={draft.sent} onAnswer={() => change({ sent: null })} onReceipt={clear} />;
  const toggleObject = (objectId: string) => change({ objects: draft.objects.includes(objectId) ? draft.objects.filter((id) => id !== objectId) : [...draft.objects, objectId] });
  const toggleBill = (id: string) => change({ off: off.has(id) ? draft.off.filter((other) => other !== id) : [...draft.off, id] });

  return (
    <div className="page receive">
      <PageHead title="Terima pembayaran PBB" sub={`Denda dihitung sampai hari ini, ${longDate(today())}`} />
      {own.isPending ? <Bars lines={8} /> : own.isError ? <Broken error={own.error} retry={() => void own.refetch()} />
        : !own.collector ? <Notice icon={IdCard} tone="none" title="Anda belum punya buku kuitansi">Sekretaris atau bendahara mendaftarkan Anda di PBB → Petugas pungut.</Notice> : (
          <div className="receive-columns">
            <BillFinder collector={own.collector} chosen={draft.objects} onToggle={toggleObject} />
            <section className="basket" id="dibayar" aria-labelledby="basket-title">
              <h2 id="basket-title" className="section-title">Dibayar sekarang</h2>
              {draft.objects.length === 0 ? <p className="basket-empty">Centang NOP yang dibayar. Boleh beberapa NOP dan beberapa tahun dalam satu kuitansi.</p> : (
                <>
                  {basket.error !== null && <Broken error={basket.error} retry={basket.retry} />}
                  {basket.pending && <Bars lines={3} />}
                  <BasketView objects={basket.objects} off={off} onToggleBill={toggleBill} onRemove={toggleObject} />
                  {!basket.pending && basket.error === null && basket.objects.length === 0 && <p className="basket-empty">NOP yang dipilih tidak punya tagihan yang belum dibayar.</p>}
                  {draft.objects.length > 0 && <button type="button" className="link-button" onClick={clear}>Kosongkan</button>}
                </>
              )}
              {ticked.length > 0 && (
                <div className="basket-go">
                  <p className="basket-total"><span>{count(ticked.length)} tagihan</span><b>{rupiah(sum.total)}</b></p>
                  {sum.ruleMissing
                    ? <p className="error-line" role="alert">Ada tahun yang aturan dendanya belum ditetapkan Bapenda, jadi belum dapat dibayar. Hapus centangnya.</p>
                    : <LinkButton type="primary" size="large" block to="/pbb/terima/periksa">Lanjut: sebut jumlahnya</LinkButton>}
                </div>
              )}
            </section>
          </div>
        )}
      {phone && ticked.length > 0 && !sum.ruleMissing && (
        <div className="pay-bar">
          <p><b>{rupiah(sum.total)}</b><a href="#dibayar">{count(ticked.length)} tagihan, ubah</a></p>
          <LinkButton type="primary" to="/pbb/terima/periksa">Lanjut</LinkButton>
        </div>
      )}
    </div>
  );
}
