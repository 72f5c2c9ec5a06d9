import { Link } from 'react-router';
import type { Payment } from '../api/contract.js';
import type { ListColumn } from '../parts/list/list-table.js';
import { count, whenBrief } from '../parts/words.js';
import { Age, PaymentChip } from './cash-words.js';

const number: ListColumn<Payment> = { key: 'number', title: 'Nomor', className: 'nowrap', render: (_, row) => <Link className="cell-name" to={`/pbb/kuitansi/${row.id}`}>{row.number}</Link> };
const payer: ListColumn<Payment> = { key: 'payer', title: 'Diterima dari', render: (_, row) => row.paidBy };
const collector: ListColumn<Payment> = { key: 'collector', title: 'Petugas', render: (_, row) => row.collectorName };
const at: ListColumn<Payment> = { key: 'at', title: 'Diterima', className: 'cell-quiet nowrap', render: (_, row) => whenBrief(row.receivedAt) };
const total: ListColumn<Payment> = { key: 'total', title: 'Jumlah (Rp)', align: 'right', className: 'nowrap', render: (_, row) => <b>{count(row.total)}</b> };

const state: ListColumn<Payment> = { key: 'state', title: 'Keadaan', className: 'nowrap', render: (_, row) => <PaymentChip state={row.state} /> };

export const paymentColumns: readonly ListColumn<Payment>[] = [
  number, at, payer, collector,
  { key: 'principal', title: 'Pokok (Rp)', align: 'right', className: 'nowrap', render: (_, row) => count(row.principal) },
  { key: 'penalty', title: 'Denda (Rp)', align: 'right', className: 'nowrap', render: (_, row) => count(row.penalty) },
  total, state,
];

/** Of cash that waits, its age matters more than its parts. */
export const heldColumns: readonly ListColumn<Payment>[] = [
  number, collector, payer, at,
  { key: 'age', title: 'Di tangan petugas', className: 'nowrap', render: (_, row) => <Age since={row.receivedAt} /> },
  total, state,
];

export const paymentCompact = (row: Payment) => ({ title: row.number, note: `${row.paidBy}, ${whenBrief(row.receivedAt)}`, aside: <span className="money-aside">Rp{count(row.total)}</span>, asideNote: <PaymentChip state={row.state} /> });

/** `several`: whether the list is of several collectors. */
export const heldCompact = (row: Payment, several: boolean) => ({ title: row.number, note: `${several ? `${row.collectorName}, ` : ''}dari ${row.paidBy}`, aside: <span className="money-aside">Rp{count(row.total)}</span>, asideNote: <Age since={row.receivedAt} /> });
