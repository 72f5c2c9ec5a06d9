import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Collector, Page, UserName } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { ErrorLine } from '../parts/states.js';
import { cashChanged } from './cash-data.js';
import { nextBookCode } from './next-book-code.js';

interface Values { userId: string; name: string; bookCode: string }

/** Gives somebody who has the role a receipt book of their own. */
export function RegisterDialog({ known, onClose }: { known: readonly Collector[]; onClose: () => void }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();
  const users = useQuery({ queryKey: ['users', 'names', 'collector'], queryFn: ({ signal }) => api.get<Pick<Page<UserName>, 'items'>>('/users/names', { query: { role: 'collector' }, signal }) });
  const free = (users.data?.items ?? []).filter(({ id }) => !known.some(({ userId }) => userId === id));
  const register = useMutation({
    mutationFn: ({ userId, name, bookCode }: Values) => api.post('/collectors', { userId, name: name.trim(), bookCode: bookCode.trim().toUpperCase() }),
    onSuccess: async () => { await cashChanged(queries); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  return (
    <Modal open title="Daftarkan petugas pungut" width={440} okText="Daftarkan" cancelText="Batal" confirmLoading={register.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ bookCode: nextBookCode(known.map(({ bookCode }) => bookCode)) }} onFinish={(values) => { if (!press.take()) return; setError(null); register.mutate(values); }}>
        <Form.Item name="userId" label="Pengguna" rules={[{ required: true, message: 'Pilih pengguna.' }]} extra={users.isSuccess && free.length === 0 ? 'Tidak ada pengguna berperan Petugas Pungut yang belum terdaftar. Sekretaris membuatnya di Pengaturan → Pengguna.' : 'Yang berperan Petugas Pungut dan belum punya buku kuitansi'}>
          <Select showSearch={{ optionFilterProp: 'label' }} loading={users.isPending} placeholder="Pilih orangnya" options={free.map(({ id, name, username }) => ({ value: id, label: `${name} (${username})` }))}
            onChange={(id: string) => form.setFieldValue('name', free.find((user) => user.id === id)?.name ?? '')} />
        </Form.Item>
        <Form.Item name="name" label="Nama di kuitansi" rules={[{ required: true, whitespace: true, message: 'Isi nama petugas.' }]}><Input autoComplete="off" maxLength={100} /></Form.Item>
        <Form.Item name="bookCode" label="Kode buku kuitansi" normalize={(value: string) => value.toUpperCase()} extra="1 sampai 4 huruf atau angka, di depan nomor kuitansi; tidak pernah dipakai orang lain" rules={[{ required: true, message: 'Kode buku wajib diisi.' }, { pattern: /^[0-9A-Z]{1,4}$/, message: 'Hanya 1 sampai 4 huruf besar atau angka.' }]}><Input autoComplete="off" maxLength={4} /></Form.Item>
      </Form>
      <ErrorLine error={error ?? users.error} />
    </Modal>
  );
}
