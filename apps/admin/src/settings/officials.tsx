import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { PenLine, PencilLine, Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Official } from '../api/contract.js';
import { Chip } from '../parts/chip.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { PageHead } from '../parts/page-head.js';
import { dateRule, PlainDateInput } from '../parts/plain-date-input.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { longDate, today } from '../parts/words.js';
import { officialsOf } from '../letters/letter-data.js';
import { useMay, useMe } from '../session/session.js';
import './settings.css';

/** Who held which post from when to when: letters name the signatory of their day. */
export function Officials() {
  const may = useMay();
  const { data, error, isPending, refetch } = useQuery(officialsOf);
  const [editing, setEditing] = useState<Official | 'new' | null>(null);
  const editable = may('official.manage');
  const now = today();
  const rows = (data?.items ?? []).toSorted((a, b) => Number(b.endedOn === null) - Number(a.endedOn === null) || Number(b.position === 'head') - Number(a.position === 'head'));
  return (
    <div className="page">
      <PageHead title="Perangkat" sub="Pejabat dan masa jabatannya" acts={editable && <Button icon={<Plus size={16} />} onClick={() => setEditing('new')}>Tambah pejabat</Button>} />
      {isPending ? <Bars lines={5} /> : error ? <Broken error={error} retry={() => void refetch()} /> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label="Daftar perangkat">
          <table className="plain-table">
            <thead><tr><th>Nama</th><th>Jabatan</th><th>NIP/NIPD</th><th>Masa jabatan</th><th>Tanda tangan</th>{editable && <th><span className="sr-only">Tindakan</span></th>}</tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} className={row.endedOn && row.endedOn < now ? 'ended' : undefined}>
                  <td><b>{row.name}</b></td>
                  <td data-label="Jabatan">{[row.acting, row.positionName].filter(Boolean).join(' ')}</td>
                  <td className="cell-quiet" data-label="NIP/NIPD">{row.nip ?? '–'}</td>
                  <td className="cell-quiet" data-label="Masa jabatan">{longDate(row.startedOn)} {row.endedOn ? `sampai ${longDate(row.endedOn)}` : 'sampai sekarang'}</td>
                  <td data-label="Tanda tangan">{row.maySign ? <Chip tone="done" icon={PenLine}>menandatangani</Chip> : <span className="quiet">tidak</span>}</td>
                  {editable && <td className="act-cell"><Button size="small" type="text" icon={<PencilLine size={14} />} aria-label={`Ubah ${row.name}`} onClick={() => setEditing(row)} /></td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && <OfficialDialog official={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

interface Values { name: string; position: string; positionName?: string; acting: 'Plt.' | 'Plh.' | null; rank?: string; nip?: string; startedOn: string; endedOn?: string; maySign: boolean }

function OfficialDialog({ official, onClose }: { official: Official | null; onClose: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const position = Form.useWatch('position', form);
  const save = useMutation({
    mutationFn: (values: Values) => {
      const body = { ...values, rank: values.rank?.trim() || null, nip: values.nip?.trim() || null, endedOn: values.endedOn || null, ...(values.position === 'officer' ? { positionName: values.positionName?.trim() } : { positionName: undefined }) };
      return official ? api.patch(`/officials/${official.id}`, body) : api.post('/officials', body);
    },
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: officialsOf.queryKey }); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
  });
  const initial = official ? { ...official, endedOn: official.endedOn ?? '' } : { position: 'officer', acting: null, startedOn: today(), maySign: false };
  return (
    <Modal open title={official ? 'Ubah pejabat' : 'Tambah pejabat'} width={520} okText="Simpan" cancelText="Batal" confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(values) => { setError(null); save.mutate(values); }} className="two-columns">
        <Form.Item name="name" label="Nama dan gelar" className="field-long" rules={[{ required: true, whitespace: true, message: 'Nama wajib diisi.' }]} extra="Ditulis persis seperti di surat"><Input autoComplete="off" autoFocus maxLength={120} /></Form.Item>
        <Form.Item name="position" label="Jabatan"><Select options={[{ value: 'head', label: me.unit.words.head }, { value: 'secretary', label: me.unit.words['secretary'] ?? 'Sekretaris' }, { value: 'officer', label: 'Kaur, Kasi, atau lainnya' }, { value: 'treasurer', label: 'Bendahara' }, { value: 'hamlet-head', label: me.unit.words['hamletHead'] ?? 'Kepala Dusun' }]} /></Form.Item>
        <Form.Item name="acting" label="Kedudukan"><Select options={[{ value: null, label: 'Definitif' }, { value: 'Plt.', label: 'Plt. (pelaksana tugas)' }, { value: 'Plh.', label: 'Plh. (pelaksana harian)' }]} /></Form.Item>
        {position === 'officer' && <Form.Item name="positionName" label="Nama jabatan" className="field-long" rules={[{ required: true, whitespace: true, message: 'Nama jabatan wajib diisi.' }]}><Input placeholder="Kasi Pelayanan" autoComplete="off" maxLength={80} /></Form.Item>}
        <Form.Item name="rank" label="Pangkat"><Input autoComplete="off" maxLength={60} /></Form.Item>
        <Form.Item name="nip" label="NIP atau NIPD"><Input autoComplete="off" inputMode="numeric" maxLength={24} /></Form.Item>
        <Form.Item name="startedOn" label="Mulai menjabat" validateTrigger="onBlur" rules={[{ required: true, message: 'Tanggal mulai wajib diisi.' }, { validator: dateRule }]}><PlainDateInput /></Form.Item>
        <Form.Item name="endedOn" label="Selesai menjabat" validateTrigger="onBlur" rules={[{ validator: dateRule }]} extra="Kosongkan bila masih menjabat"><PlainDateInput placeholder="masih menjabat" /></Form.Item>
        <Form.Item name="maySign" valuePropName="checked" className="field-long"><Checkbox>Boleh menandatangani surat</Checkbox></Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
