import { useQuery } from '@tanstack/react-query';
import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { ExpectedReceipt, NamedDeposit, Page } from '../api/contract.js';
import { Bars, Broken } from '../parts/states.js';
import { briefDate, count } from '../parts/words.js';
import { useVillageOptions } from '../tax/village-options.js';
import { rupiahWords } from './rupiah-words.js';

interface Props {
  village: string | null;
  chosen: readonly NamedDeposit[];
  onPick: (deposits: readonly NamedDeposit[]) => void;
  onClose: () => void;
}

/** The API's longest page; a village has fewer that wait. */
const MOST = 100;

/** Deposits of a village that wait, ticked by whoever knows more than the amounts tell. */
export function DepositPicker({ village: first, chosen, onPick, onClose }: Props) {
  const villages = useVillageOptions();
  const [village, setVillage] = useState(first);
  const [picked, setPicked] = useState(chosen);
  const list = useQuery({ queryKey: ['bank', 'expected', 'of', village], queryFn: ({ signal }) => api.get<Page<ExpectedReceipt>>('/expected-receipts', { query: { village, state: 'open', limit: MOST }, signal }) });
  const rows = list.data?.items ?? [];
  const toggle = (deposit: NamedDeposit) => setPicked((before) => (before.some(({ id }) => id === deposit.id) ? before.filter(({ id }) => id !== deposit.id) : [...before, deposit]));
  return (
    <Modal open title="Setoran yang belum ada di bank" width={520} okText={picked.length > 0 ? `Pakai ${count(picked.length)} setoran` : 'Pilih setoran'} okButtonProps={{ disabled: picked.length + chosen.length === 0 }} cancelText="Batal" onOk={() => onPick(picked)} onCancel={onClose}>
      <Select className="picker-village" aria-label="Desa atau kelurahan" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="Semua desa; ketik nama desa" value={village} options={villages} onChange={(value: string | undefined) => setVillage(value ?? null)} />
      {list.isPending ? <Bars lines={4} /> : list.isError ? <Broken error={list.error} retry={() => void list.refetch()} /> : rows.length === 0 ? <p className="quiet picker-none">Tidak ada setoran yang menunggu{village ? ' dari desa ini' : ''}.</p> : (
        <ul className="picker-list">
          {rows.map((row) => (
            <li key={row.id}><Checkbox checked={picked.some(({ id }) => id === row.id)} onChange={() => toggle(row)}><span><b>{row.reference}</b>{row.villageName}, disetor {briefDate(row.depositedOn)}</span><b>{rupiahWords(row.amount)}</b></Checkbox></li>
          ))}
        </ul>
      )}
      {list.data?.next && <p className="quiet">{count(MOST)} yang tertua. Pilih desanya untuk melihat yang lain.</p>}
    </Modal>
  );
}
