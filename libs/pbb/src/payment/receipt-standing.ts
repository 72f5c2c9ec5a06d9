import { standDocuments } from '#documents';
import type { Tx } from '#platform';

/** The record a receipt's token and document belong to. */
export const RECEIPT_SUBJECT = 'payment';

/** Where the money of a receipt is, as the page of its QR code says it. A reversed one has its code revoked instead. */
export type ReceiptStanding = 'with-collector' | 'deposited' | 'settled';

/** Step: the pages of every receipt in these deposits say where the money is now. */
export async function standReceiptsOf(tx: Tx, depositIds: readonly string[], standing: ReceiptStanding): Promise<void> {
  const receipts = await tx.query<{ id: string }>('select payment_id as id from deposit_payments where village_id = $1 and deposit_id = any($2::uuid[]) and living', [tx.actor.unitId, depositIds]);
  standDocuments(tx, RECEIPT_SUBJECT, receipts.map(({ id }) => id), standing);
}
