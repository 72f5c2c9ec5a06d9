export interface ListField { readonly field: string; readonly label: string; readonly required?: true }

/** What a tax list may carry, to be given the heading under which this file has it. */
export const LIST_FIELDS: readonly ListField[] = [
  { field: 'nop', label: 'NOP', required: true },
  { field: 'payerName', label: 'Nama wajib pajak', required: true },
  { field: 'amount', label: 'Pajak terutang', required: true },
  { field: 'changedAmount', label: 'Perubahan pajak' },
  { field: 'taxYear', label: 'Tahun pajak' },
  { field: 'dueOn', label: 'Jatuh tempo' },
  { field: 'paid', label: 'Status lunas' },
  { field: 'paidOn', label: 'Tanggal bayar' },
  { field: 'payerAddress', label: 'Alamat wajib pajak' },
  { field: 'managedBy', label: 'Dikelola oleh' },
  { field: 'address', label: 'Alamat objek' },
  { field: 'place', label: 'Letak objek' },
  { field: 'rt', label: 'RT' },
  { field: 'rw', label: 'RW' },
  { field: 'landArea', label: 'Luas tanah' },
  { field: 'buildingArea', label: 'Luas bangunan' },
  { field: 'landClass', label: 'Kelas bumi' },
  { field: 'buildingClass', label: 'Kelas bangunan' },
];
