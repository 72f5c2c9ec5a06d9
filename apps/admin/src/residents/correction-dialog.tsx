import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Resident } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { ErrorLine } from '../parts/states.js';
import { today } from '../parts/words.js';

const FIELDS = [
  ['name', 'Nama'], ['birthPlace', 'Tempat lahir'], ['fatherName', 'Nama ayah'], ['motherName', 'Nama ibu'], ['currentAddress', 'Alamat sekarang'], ['phone', 'Telepon'],
] as const;

type Values = Partial<Record<(typeof FIELDS)[number][0] | 'note', string>>;

/** A correction is an event with what stood before and after; only what was changed is sent. */
export function CorrectionDialog({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const save = useMutation({
    mutationFn: (changes: Record<string, string | null>) => api.post('/population-events', { type: 'correction', residentId: resident.id, reportedOn: today(), changes, ...(resident.version === undefined ? {} : { version: resident.version }) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['residents'] });
      message.success('Data dibetulkan dan tercatat di riwayat.');
      onClose();
    },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
  });

  const submit = (values: Values) => {
    const changes: Record<string, string | null> = {};
    for (const [field] of FIELDS) {
      const next = values[field]?.trim() || null;
      if (next !== (resident[field] ?? null)) changes[field] = next;
    }
    setError(null);
    if (Object.keys(changes).length === 0) onClose();
    else save.mutate(changes);
  };
  const initial = Object.fromEntries(FIELDS.map(([field]) => [field, resident[field] ?? '']));

  return (
    <Modal open title="Betulkan data" width={520} okText="Simpan" cancelText="Batal" confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="dialog-text">Perubahan dicatat sebagai peristiwa, dengan isi sebelum dan sesudahnya.</p>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit} className="two-columns">
        {FIELDS.map(([field, label]) => (
          <Form.Item key={field} name={field} label={label} rules={field === 'name' ? [{ required: true }] : []}>
            <Input autoComplete="off" inputMode={field === 'phone' ? 'tel' : 'text'} />
          </Form.Item>
        ))}
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
