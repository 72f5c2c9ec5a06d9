import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { NewTaxRuleSet } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { ErrorLine } from '../parts/states.js';
import { FIRST_TAX_YEAR, readRate } from './rate.js';

interface Values { taxYearFrom: number; taxYearTo?: number | null; monthlyRate: string; mostMonths: number; regulation: string; note?: string }

/** A proposal, with the regulation it follows; nothing changes until somebody else approves it. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();
  const propose = useMutation({
    mutationFn: ({ monthlyRate, taxYearTo, note, ...rest }: Values) => {
      const body: NewTaxRuleSet = { ...rest, regulation: rest.regulation.trim(), taxYearTo: taxYearTo ?? null, monthlyRate: readRate(monthlyRate) ?? -1, ...(note?.trim() ? { note: note.trim() } : {}) };
      return api.post('/tax-rule-sets', body);
    },
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['tax-rule-sets'] }); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  return (
    <Modal open title="Usulkan aturan denda" width={520} okText="Usulkan" cancelText="Batal" confirmLoading={propose.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" className="rule-form" requiredMark={false} onFinish={(values) => { if (!press.take()) return; setError(null); propose.mutate(values); }}>
        <Form.Item name="taxYearFrom" label="Dari tahun pajak" rules={[{ required: true, message: 'Tahun pajak pertama wajib diisi.' }]}><InputNumber className="wide" autoFocus min={FIRST_TAX_YEAR} max={2199} controls={false} /></Form.Item>
        <Form.Item name="taxYearTo" label="Sampai tahun pajak" extra="Kosongkan bila sampai ada aturan baru"><InputNumber className="wide" min={FIRST_TAX_YEAR} max={2199} controls={false} placeholder="dan seterusnya" /></Form.Item>
        <Form.Item name="monthlyRate" label="Denda sebulan" rules={[{ required: true, message: 'Tarif denda wajib diisi.' }, { validator: rateRule }]}><Input inputMode="decimal" suffix="%" autoComplete="off" maxLength={8} /></Form.Item>
        <Form.Item name="mostMonths" label="Paling lama" rules={[{ required: true, message: 'Batas bulan wajib diisi.' }]}><InputNumber className="wide" min={0} max={600} suffix="bulan" controls={false} /></Form.Item>
        <Form.Item name="regulation" label="Peraturan" className="rule-long" rules={[{ required: true, whitespace: true, min: 5, message: 'Sebutkan peraturannya.' }]}><Input autoComplete="off" maxLength={300} placeholder="Perda Kab. Malang 7/2023" /></Form.Item>
        <Form.Item name="note" label="Catatan" className="rule-long"><Input autoComplete="off" maxLength={500} /></Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}

function rateRule(_rule: unknown, value: string | undefined): Promise<void> {
  const rate = readRate(value);
  return !value || (rate !== null && rate <= 100_000) ? Promise.resolve() : Promise.reject(new Error('Tulis persennya, misalnya 1 atau 0,5.'));
}
