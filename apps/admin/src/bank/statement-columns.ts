interface StatementField { readonly field: string; readonly label: string; readonly required?: true }

/** What a statement may carry, to be given the heading under which this file has it. */
export const STATEMENT_FIELDS: readonly StatementField[] = [
  { field: 'bookedOn', label: 'Tanggal', required: true },
  { field: 'remark', label: 'Keterangan', required: true },
  { field: 'remarkMore', label: 'Keterangan tambahan' },
  { field: 'reference', label: 'Nomor referensi bank' },
  { field: 'debit', label: 'Debit (keluar)' },
  { field: 'credit', label: 'Kredit (masuk)' },
  { field: 'balance', label: 'Saldo' },
  { field: 'amount', label: 'Jumlah, bila hanya satu kolom' },
  { field: 'side', label: 'Tanda D/K' },
];
