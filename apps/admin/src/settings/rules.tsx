import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal, Select, Switch } from 'antd';
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Page, Setting, SettingValue } from '../api/contract.js';
import { letterTypes } from '../letters/letter-data.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { PageHead } from '../parts/page-head.js';
import { dateRule, PlainDateInput } from '../parts/plain-date-input.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { longDate, today } from '../parts/words.js';
import { useMay, useMe } from '../session/session.js';
import { choicesOf, helpOf, ruleKind, shippedWord, sourceWord, valueWord, type RuleKind } from './rule-words.js';
import './settings.css';

const key = ['settings'] as const;

/** Rules with a date from which they hold; a new value never changes what was done under the old one. */
export function Rules() {
  const may = useMay();
  const me = useMe();
  const { data, error, isPending, refetch } = useQuery({ queryKey: key, queryFn: () => api.get<Pick<Page<Setting>, 'items'>>('/settings') });
  // The regency's office reads no letter types; there a rule left to the type says just that.
  const types = useQuery({ ...letterTypes, enabled: may('letter.read') || may('letter.request') });
  const shipped = (row: Setting) => shippedWord(row, types.data?.items);
  const [editing, setEditing] = useState<Setting | null>(null);
  const editable = may('setting.manage');
  return (
    <div className="page">
      <PageHead title="Aturan" sub="Setiap aturan berlaku mulai tanggal tertentu; yang lama tetap berlaku untuk yang lama" />
      {isPending ? <Bars lines={6} /> : error ? <Broken error={error} retry={() => void refetch()} /> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label="Daftar aturan">
          <table className="plain-table">
            <thead><tr><th>Aturan</th><th>Nilai</th><th>Aturan siapa</th><th>Berlaku sejak</th>{editable && <th><span className="sr-only">Tindakan</span></th>}</tr></thead>
            <tbody>
              {data.items.map((row) => (
                <tr key={row.key}>
                  <td><b>{row.label}</b></td><td data-label="Nilai">{valueWord(row.key, row.value, shipped(row))}</td><td className="cell-quiet" data-label="Aturan siapa">{sourceWord(row.source, me.unit.kind)}</td><td className="cell-quiet" data-label="Berlaku sejak">{longDate(row.effectiveFrom)}{row.upcoming && `; mulai ${longDate(row.upcoming.effectiveFrom)}: ${valueWord(row.key, row.upcoming.value, shipped(row))}`}</td>
                  {editable && <td className="act-cell"><Button size="small" type="text" icon={<PencilLine size={14} />} aria-label={`Ubah ${row.label}`} onClick={() => setEditing(row)} /></td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && <RuleDialog setting={editing} shipped={shipped(editing)} onClose={() => setEditing(null)} />}
    </div>
  );
}

interface Values { value?: SettingValue; amount?: number; unit?: 'as-shipped' | 'day' | 'month' | 'none'; effectiveFrom: string }

function RuleDialog({ setting, shipped, onClose }: { setting: Setting; shipped: string | undefined; onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const kind = ruleKind(setting.key, setting.value);
  const unit = Form.useWatch('unit', form);
  const save = useMutation({
    mutationFn: (values: Values) => api.put(`/settings/${encodeURIComponent(setting.key)}`, { value: answer(kind, setting, values), effectiveFrom: values.effectiveFrom }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: key }); await queries.invalidateQueries({ queryKey: ['letter-types'] }); message.success('Aturan tersimpan.'); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
  });
  const duration = typeof setting.value === 'object' && setting.value !== null ? setting.value : null;
  const initial = { value: setting.value ?? '', amount: duration?.amount ?? 3, unit: duration?.unit ?? (setting.value === null ? 'none' : 'as-shipped'), effectiveFrom: today() };
  return (
    <Modal open title={setting.label} width={460} okText="Simpan" cancelText="Batal" confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(values) => { setError(null); save.mutate(values); }}>
        {kind === 'validity' ? (
          <div className="two-columns">
            <Form.Item name="unit" label="Berlaku"><Select options={[{ value: 'as-shipped', label: shipped ? `menurut jenis surat: ${shipped}` : 'menurut jenis surat' }, { value: 'month', label: 'sekian bulan' }, { value: 'day', label: 'sekian hari' }, { value: 'none', label: 'tanpa batas waktu' }]} /></Form.Item>
            {(unit === 'month' || unit === 'day') && <Form.Item name="amount" label="Lamanya" rules={[{ required: true, message: 'Lamanya wajib diisi.' }]}><InputNumber className="wide" min={1} max={60} precision={0} /></Form.Item>}
          </div>
        ) : (
          <Form.Item name="value" label="Nilai" extra={helpOf(setting.key)} valuePropName={kind === 'boolean' ? 'checked' : 'value'} rules={kind === 'boolean' || setting.value === null ? [] : [{ required: true, message: 'Nilai wajib diisi.' }]}>
            {kind === 'boolean' ? <Switch /> : kind === 'number' ? <InputNumber className="wide" precision={0} autoFocus /> : kind === 'choice' ? <Select options={choicesOf(setting.key)} /> : <Input autoFocus autoComplete="off" placeholder={shipped} />}
          </Form.Item>
        )}
        <Form.Item name="effectiveFrom" label="Berlaku mulai" validateTrigger="onBlur" rules={[{ required: true, message: 'Tanggal wajib diisi.' }, { validator: dateRule }]}><PlainDateInput /></Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}

function answer(kind: RuleKind, setting: Setting, values: Values): SettingValue {
  if (kind === 'validity') return values.unit === 'none' ? null : values.unit === 'month' || values.unit === 'day' ? { amount: values.amount ?? 1, unit: values.unit } : 'as-shipped';
  // An emptied code of a letter type means: as shipped; an emptied number: not decided.
  if (values.value === '' && (kind === 'number' || setting.key.startsWith('letter-type.'))) return null;
  return values.value ?? null;
}
