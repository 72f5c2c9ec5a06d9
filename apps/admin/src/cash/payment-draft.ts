import { useState } from 'react';
import type { NewPayment } from '../api/contract.js';
import { forgetDraft, readDraft, writeDraft } from '../parts/drafts.js';
import { useMe } from '../session/session.js';
import type { Sent } from './sent.js';

/** A payment until its receipt is there: the objects chosen, the years taken off, who pays, and what was sent without an answer. */
export interface PaymentDraft {
  readonly objects: readonly string[];
  readonly off: readonly string[];
  readonly paidBy: string;
  readonly sent: Sent<NewPayment> | null;
}

const EMPTY: PaymentDraft = { objects: [], off: [], paidBy: '', sent: null };

/** Kept at once at every change: what was sent must be known after the browser was closed as well. */
export function usePaymentDraft(): { draft: PaymentDraft; change: (part: Partial<PaymentDraft>) => void; clear: () => void } {
  const me = useMe();
  const key = `payment.${me.unit.code}.${me.id}`;
  const [draft, setDraft] = useState<PaymentDraft>(() => ({ ...EMPTY, ...readDraft<PaymentDraft>(key)?.value }));
  return {
    draft,
    change: (part) => {
      const next = { ...draft, ...part };
      writeDraft(key, next);
      setDraft(next);
    },
    clear: () => {
      forgetDraft(key);
      setDraft(EMPTY);
    },
  };
}
