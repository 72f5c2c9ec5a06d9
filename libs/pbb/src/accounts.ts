import { defineAccount } from '#ledger';

/*
 * A village's book. What its taxpayers owe belongs to the regency: the village holds it for a while, so every rupiah that
 * comes in stands against the receivable, and every one that goes out against what the regency has acknowledged.
 */

/** What taxpayers owe, bill by bill. */
export const RECEIVABLE = defineAccount({ kind: 'receivable', name: 'Piutang PBB-P2', side: 'debit' });

/** What the regency's lists have told the village to collect. */
export const ASSESSED = defineAccount({ kind: 'assessed', name: 'Ketetapan PBB-P2', side: 'credit' });

/** Bills the source calls paid: nobody here has seen the money. */
export const OPENING = defineAccount({ kind: 'opening', name: 'Saldo awal, lunas menurut sumber', side: 'debit' });

/** Cash a collector holds, each their own. */
export const COLLECTOR_CASH = defineAccount({
  kind: 'collector-cash', name: 'Kas petugas pungut', side: 'debit', ownerName: `select c.name || ', buku ' || c.book_code from collectors c where c.village_id = $1 and c.id = a.owner_id`,
});

/** Cash brought to the bank and confirmed with its proof, until the bank's own statement shows it. */
export const IN_TRANSIT = defineAccount({ kind: 'in-transit', name: 'Setoran menunggu bukti bank', side: 'debit' });

/** Penalties received; principal and penalty never mix. */
export const PENALTY = defineAccount({ kind: 'penalty', name: 'Denda PBB-P2', side: 'credit' });

/** What the regency's own statement shows: equal to the regency's clearing of this village, or it is drift. */
export const CLEARING = defineAccount({ kind: 'clearing', name: 'Rekening antara dengan kabupaten', side: 'debit' });
