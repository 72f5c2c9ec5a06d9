import { defineAccount } from '#ledger';

/* The regency's book. Every line of a statement is posted as it comes; what it is for is said afterwards, by a claim. */

/** Money on an account of the regency, as its statements show it. */
export const BANK = defineAccount({ kind: 'bank', name: 'Rekening bank', side: 'debit', ownerName: `select b.bank || ' ' || b.number from bank_accounts b where b.village_id = $1 and b.id = a.owner_id` });

/** Lines nobody has claimed yet: suspense. */
export const UNALLOCATED = defineAccount({ kind: 'unallocated', name: 'Mutasi belum dikenali', side: 'credit' });

/** What a village has brought in, one account for each: equal to the village's own clearing, or it is drift. */
export const VILLAGE_CLEARING = defineAccount({ kind: 'village-clearing', name: 'Rekening antara desa', side: 'credit', ownerName: 'select r.name from units u join regions r on r.code = u.code where u.id = a.for_village_id' });
