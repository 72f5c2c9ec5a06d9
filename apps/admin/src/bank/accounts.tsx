import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { Landmark, Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { BankAccount } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, ErrorLine, Notice } from '../parts/states.js';
import { longDate } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { accountsOf, bankChanged } from './bank-data.js';
import { plainAmount } from './rupiah-words.js';

/** The regency's accounts whose statements are read. */
export function BankAccounts() {
  const may = useMay();
  const { data, error, isPending, refetch } = useQuery(accountsOf);
  const [opening, setOpening] = useState(false);
  const open = may('bank.reconcile') && <Button icon={<Plus size={16} />} onClick={() => setOpening(true)}>Daftarkan rekening</Button>;
  return (
    <div className="page">
      <PageHead title="Rekening bank" sub="Rekening kabupaten yang menerima setoran PBB" acts={open} />
      {isPending ? <Bars lines={4} /> : error ? <Broken error={error} retry={() => void refetch()} /> : data.length === 0 ? <Notice icon={Landmark} tone="none" title="Belum ada rekening">Daftarkan rekening penampung PBB, lalu unggah rekening korannya.</Notice> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label="Rekening bank">
          <table className="plain-table">
            <thead><tr><th>Bank</th><th>Nomor rekening</th><th>Atas nama</th><th>Rekening koran tercatat</th><th className="money">Saldo akhir (Rp)</th></tr></thead>
            <tbody>{data.map((account) => <AccountRow key={account.id} account={account} />)}</tbody>
          </table>
        </div>
      )}
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </div>
  );
}

function AccountRow({ account: { bank, number, holder, knownFrom, knownTo, closing } }: { account: BankAccount }) {
  return (
    <tr>
      <td><b>{bank}</b></td><td data-label="Nomor">{number}</td><td data-label="Atas nama">{holder}</td>
      <td data-label="Tercatat" className="cell-quiet">{knownFrom ? `${longDate(knownFrom)} sampai ${longDate(knownTo)}` : 'belum ada'}</td>
      <td data-label="Saldo akhir (Rp)" className="money">{closing === null ? '–' : plainAmount(closing)}</td>
    </tr>
  );
}

type Values = Pick<BankAccount, 'bank' | 'number' | 'holder'>;

function OpenDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();
  const open = useMutation({
    mutationFn: ({ bank, number, holder }: Values) => api.post('/bank-accounts', { bank: bank.trim(), number: number.trim(), holder: holder.trim() }),
    onSuccess: async () => { await bankChanged(queries); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  return (
    <Modal open title="Daftarkan rekening" width={440} okText="Daftarkan" cancelText="Batal" confirmLoading={open.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => { if (!press.take()) return; setError(null); open.mutate(values); }}>
        <Form.Item name="bank" label="Bank" rules={[{ required: true, whitespace: true, message: 'Isi nama bank.' }]}><Input autoComplete="off" maxLength={60} placeholder="Bank Jatim" /></Form.Item>
        <Form.Item name="number" label="Nomor rekening" validateTrigger="onBlur" extra="Harus sama dengan nomor di rekening koran. Tidak dapat diubah lagi." rules={[{ required: true, message: 'Isi nomor rekening.' }, { pattern: /^[\d .-]{5,45}$/, message: 'Nomor rekening hanya angka, paling sedikit 5.' }]}><Input autoComplete="off" inputMode="numeric" maxLength={45} /></Form.Item>
        <Form.Item name="holder" label="Atas nama" rules={[{ required: true, whitespace: true, message: 'Isi nama pemilik rekening.' }]}><Input autoComplete="off" maxLength={100} placeholder="RKUD Kabupaten Malang" /></Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
