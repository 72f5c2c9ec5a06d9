import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { NewUser } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { ErrorLine } from '../parts/states.js';
import { roleBody, RoleFields, type RoleValues } from './role-fields.js';

interface Values extends RoleValues { name: string; username: string }

/** A new person with one role; the temporary password comes back once. */
export function UserDialog({ onClose, onMade }: { onClose: () => void; onMade: (user: NewUser) => void }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();
  const make = useMutation({
    mutationFn: (values: Values) => api.post<NewUser>('/users', { name: values.name.trim(), username: values.username.trim().toLowerCase(), ...roleBody(values) }),
    onSuccess: async (user) => { await queries.invalidateQueries({ queryKey: ['users'] }); onClose(); onMade(user); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  return (
    <Modal open title="Tambah pengguna" width={440} okText="Buat pengguna" cancelText="Batal" confirmLoading={make.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" onFinish={(values) => { if (!press.take()) return; setError(null); make.mutate(values); }}>
        <Form.Item name="name" label="Nama lengkap" rules={[{ required: true, whitespace: true, message: 'Nama wajib diisi.' }]}><Input autoFocus autoComplete="off" maxLength={100} /></Form.Item>
        <Form.Item name="username" label="Nama pengguna" validateTrigger="onBlur" extra="Huruf kecil, angka, titik; misalnya sri.pujonkidul" rules={[{ required: true, message: 'Nama pengguna wajib diisi.' }, { pattern: /^[a-z0-9][a-z0-9._-]{2,39}$/i, message: 'Sedikitnya 3 huruf atau angka, tanpa spasi.' }]}><Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} /></Form.Item>
        <RoleFields form={form} />
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
