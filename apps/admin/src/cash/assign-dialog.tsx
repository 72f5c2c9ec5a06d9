import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Bill, Collector, Page } from '../api/contract.js';
import { Problem } from '../api/problem.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { ErrorLine } from '../parts/states.js';
import { useAreaOptions } from '../residents/resident-data.js';
import { cashChanged } from './cash-data.js';

interface Values { areaId?: string; nop?: string }

/** Sends a collector to an area, or to one object whose taxpayer lives elsewhere. */
export function AssignDialog({ collector, onClose }: { collector: Collector; onClose: () => void }) {
  const queries = useQueryClient();
  const areas = useAreaOptions();
  const [form] = Form.useForm<Values>();
  const [kind, setKind] = useState<'area' | 'object'>('area');
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();
  const assign = useMutation({
    mutationFn: async ({ areaId, nop = '' }: Values) => api.post(`/collectors/${collector.id}/assignments`, kind === 'area' ? { areaId } : { objectId: await objectOf(nop) }),
    onSuccess: async () => { await cashChanged(queries); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  return (
    <Modal open title={`Tugaskan ${collector.name}`} width={440} okText="Tugaskan" cancelText="Batal" confirmLoading={assign.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="dialog-text">Tagihan di tempat ini ditampilkan lebih dahulu kepadanya. Petugas yang sebelumnya ditugaskan di tempat yang sama digantikan.</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => { if (!press.take()) return; setError(null); assign.mutate(values); }}>
        <Form.Item><Segmented aria-label="Ditugaskan ke" value={kind} onChange={setKind} options={[{ value: 'area', label: 'Wilayah' }, { value: 'object', label: 'Satu NOP' }]} /></Form.Item>
        {kind === 'area'
          ? <Form.Item name="areaId" label="Wilayah" rules={[{ required: true, message: 'Pilih wilayah.' }]} extra="Termasuk RW dan RT di dalamnya"><Select showSearch={{ optionFilterProp: 'label' }} placeholder="Dusun, RW, atau RT" options={areas} /></Form.Item>
          : <Form.Item name="nop" label="NOP" rules={[{ required: true, message: 'Isi NOP.' }, { validator: nopRule }]} extra="18 angka, dengan atau tanpa titik"><Input autoComplete="off" inputMode="numeric" maxLength={30} placeholder="35.07.130.005.012-0045.0" /></Form.Item>}
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}

const digitsOf = (nop: string) => nop.replace(/\D/g, '');

function nopRule(_rule: unknown, value: string | undefined): Promise<void> {
  return !value || digitsOf(value).length === 18 ? Promise.resolve() : Promise.reject(new Error('NOP harus 18 angka.'));
}

async function objectOf(nop: string): Promise<string> {
  const { items } = await api.get<Page<Bill>>('/bills', { query: { nop: digitsOf(nop), limit: 1 } });
  const found = items[0];
  if (found) return found.objectId;
  throw new Problem({ status: 422, errors: [{ field: 'nop', code: 'UNKNOWN', message: 'NOP ini tidak ada di desa ini.' }] });
}
