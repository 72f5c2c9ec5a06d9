import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal, Switch } from 'antd';
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Page, Setting } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { PageHead } from '../parts/page-head.js';
import { dateRule, PlainDateInput } from '../parts/plain-date-input.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { longDate, today } from '../parts/words.js';
import { useMay } from '../session/session.js';
import './settings.css';

const key = ['settings'] as const;
const SOURCE: Record<Setting['source'], string> = { village: 'ditetapkan kantor ini', regency: 'mengikuti kabupaten', default: 'bawaan' };

/** Rules with a date from which they hold; a new value never changes what was done under the old one. */
export function Rules() {
  const may = useMay();
  const { data, error, isPending, refetch } = useQuery({ queryKey: key, queryFn: () => api.get<Pick<Page<Setting>, 'items'>>('/settings') });
  const [editing, setEditing] = useState<Setting | null>(null);
  const editable = may('setting.manage');
  return (
    <div className="page">
      <PageHead title="Aturan" sub="Setiap aturan berlaku mulai tanggal tertentu; yang lama tetap berlaku untuk yang lama" />
      {isPending ? <Bars lines={6} /> : error ? <Broken error={error} retry={() => void refetch()} /> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label="Daftar aturan">
          <table className="plain-table">
            <thead><tr><th>Aturan</th><th>Nilai</th><th>Asal</th><th>Berlaku sejak</th>{editable && <th><span className="sr-only">Tindakan</span></th>}</tr></thead>
            <tbody>
              {data.items.map((row) => (
                <tr key={row.key}>
                  <td><b>{row.label}</b></td><td>{valueWord(row.value)}</td><td className="cell-quiet">{SOURCE[row.source]}</td><td className="cell-quiet">{longDate(row.effectiveFrom)}</td>
                  {editable && <td className="act-cell"><Button size="small" type="text" icon={<PencilLine size={14} />} aria-label={`Ubah ${row.label}`} onClick={() => setEditing(row)} /></td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && <RuleDialog setting={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

function valueWord(value: Setting['value']): string {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return typeof value === 'number' ? value.toLocaleString('id-ID') : value;
}

function RuleDialog({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ value: Setting['value']; effectiveFrom: string }>();
  const [error, setError] = useState<unknown>(null);
  const save = useMutation({
    mutationFn: (values: { value: Setting['value']; effectiveFrom: string }) => api.put(`/settings/${encodeURIComponent(setting.key)}`, values),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: key }); message.success('Aturan tersimpan.'); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
  });
  const kind = typeof setting.value;
  return (
    <Modal open title={setting.label} width={440} okText="Simpan" cancelText="Batal" confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ value: setting.value, effectiveFrom: today() }} onFinish={(values) => { setError(null); save.mutate(values); }}>
        <Form.Item name="value" label="Nilai" valuePropName={kind === 'boolean' ? 'checked' : 'value'} rules={kind === 'boolean' ? [] : [{ required: true, message: 'Nilai wajib diisi.' }]}>
          {kind === 'boolean' ? <Switch /> : kind === 'number' ? <InputNumber className="wide" autoFocus /> : <Input autoFocus autoComplete="off" />}
        </Form.Item>
        <Form.Item name="effectiveFrom" label="Berlaku mulai" validateTrigger="onBlur" rules={[{ required: true, message: 'Tanggal wajib diisi.' }, { validator: dateRule }]}><PlainDateInput /></Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
