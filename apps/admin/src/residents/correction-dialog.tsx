import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { parseNik } from '#values';
import { api } from '../api/client.js';
import type { Resident } from '../api/contract.js';
import { readDraft, useDraft } from '../parts/drafts.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { dateRule, PlainDateInput } from '../parts/plain-date-input.js';
import { ErrorLine } from '../parts/states.js';
import { clock, today } from '../parts/words.js';
import { useMe } from '../session/session.js';
import { changesOf, CORRECTION_FIELDS, type CorrectionField, type CorrectionValues } from './correction-fields.js';

interface Values { changes: CorrectionValues; note?: string }

/** A correction is an event with what stood before and after; only what was changed is sent. */
export function CorrectionDialog({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const draftKey = `${me.id}.betulkan.${resident.id}`;
  const [stored] = useState(() => readDraft<Values>(draftKey));
  const draft = useDraft<Values>(draftKey);
  const recorded: CorrectionValues = Object.fromEntries(CORRECTION_FIELDS.map((field) => [field.name, field.now(resident)]));

  const press = useOnePress();
  const save = useMutation({
    mutationFn: ({ changes, note }: { changes: ReturnType<typeof changesOf>; note: string }) =>
      api.post('/population-events', { type: 'correction', residentId: resident.id, reportedOn: today(), changes, version: resident.version, ...(note ? { note } : {}) }),
    onSuccess: async () => {
      draft.clear();
      await queries.invalidateQueries({ queryKey: ['residents'] });
      message.success('Data dibetulkan dan tercatat di riwayat.');
      onClose();
    },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  const submit = (values: Values) => {
    const changes = changesOf(resident, values.changes);
    setError(null);
    if (Object.keys(changes).length === 0) onClose();
    else if (press.take()) save.mutate({ changes, note: values.note?.trim() ?? '' });
  };
  const cancel = () => {
    draft.clear();
    onClose();
  };

  return (
    <Modal open title="Betulkan data" width={640} okText="Simpan" cancelText="Batal" confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={cancel} classNames={{ body: 'dialog-scroll' }}>
      <p className="dialog-text">Perubahan dicatat sebagai peristiwa, dengan isi sebelum dan sesudahnya.{stored && ` Isian pukul ${clock(new Date(stored.at))} dilanjutkan.`}</p>
      <Form form={form} layout="vertical" initialValues={{ changes: { ...recorded, ...stored?.value.changes }, note: stored?.value.note }} onFinish={submit}
        onValuesChange={(_, all) => draft.save({ ...all, changes: { ...all.changes, nik: '' } })}>
        <div className="two-columns">
          {CORRECTION_FIELDS.map((field, index) => <FieldItem key={field.name} field={field} autoFocus={index === 0} />)}
          <Form.Item name={['changes', 'nik']} label={resident.temporaryNik ? 'NIK resmi' : 'NIK yang benar'} extra={resident.temporaryNik ? 'Kosongkan bila belum terbit.' : 'Kosongkan bila tidak berubah.'} validateTrigger="onBlur" rules={[{ validator: nikRule }]}>
            <Input inputMode="numeric" autoComplete="off" maxLength={22} placeholder={resident.nikMasked} />
          </Form.Item>
          <Form.Item name="note" label="Dasar perubahan (boleh kosong)"><Input autoComplete="off" maxLength={500} placeholder="misalnya akta kelahiran" /></Form.Item>
        </div>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}

function FieldItem({ field, autoFocus }: { field: CorrectionField; autoFocus: boolean }) {
  return (
    <Form.Item name={['changes', field.name]} label={field.label} validateTrigger="onBlur" rules={[...(field.required ? [{ required: true, message: `${field.label} wajib diisi.` }] : []), ...(field.kind === 'date' ? [{ validator: dateRule }] : [])]}>
      {field.kind === 'choice' ? <Select allowClear={!field.required} options={[...(field.choices ?? [])]} placeholder="Belum diketahui" />
        : field.kind === 'date' ? <PlainDateInput />
          : <Input autoComplete="off" autoFocus={autoFocus} inputMode={field.kind === 'phone' ? 'tel' : 'text'} />}
    </Form.Item>
  );
}

function nikRule(_rule: unknown, value: string | undefined): Promise<void> {
  if (!value) return Promise.resolve();
  const result = parseNik(value);
  return result.ok ? Promise.resolve() : Promise.reject(new Error(result.message));
}
