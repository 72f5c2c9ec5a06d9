import { dayName } from '#values';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { CalendarDays, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/client.js';
import type { Holiday, Page } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { PageHead } from '../parts/page-head.js';
import { dateRule, PlainDateInput } from '../parts/plain-date-input.js';
import { Bars, Broken, ErrorLine, Notice } from '../parts/states.js';
import { longDate, plain, today } from '../parts/words.js';
import { useMay, useMe } from '../session/session.js';
import './settings.css';

const key = ['holidays'] as const;
const thisYear = () => Number(today().slice(0, 4));

/** Years one has to do with: a decree comes for the next year, deadlines reach into the last. */
const years = () => Array.from({ length: 4 }, (_, index) => String(thisYear() - 1 + index)).map((value) => ({ value, label: value }));

/** The regency's calendar: its office keeps it, every village reads it. */
export function Holidays() {
  const may = useMay();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const editable = useMe().unit.kind === 'regency' && may('setting.manage');
  const [params, setParams] = useSearchParams();
  const asked = params.get('tahun') ?? '';
  const year = /^(19|20|21)\d{2}$/.test(asked) ? asked : String(thisYear());
  const { data, error, isPending, refetch } = useQuery({ queryKey: [...key, year], queryFn: () => api.get<Pick<Page<Holiday>, 'items'>>('/holidays', { query: { year } }) });
  const [editing, setEditing] = useState<Holiday | 'new' | null>(null);
  const remove = (row: Holiday) => void modal.confirm({
    title: `Hapus ${row.name}?`, content: `${longDate(row.day)} menjadi hari kerja biasa bagi semua desa. Penghapusan dicatat di jejak audit.`, okText: 'Hapus', cancelText: 'Batal', okButtonProps: { danger: true },
    onOk: async () => {
      try {
        await api.delete(`/holidays/${row.day}`);
        await queries.invalidateQueries({ queryKey: key });
      } catch (thrown) {
        message.error(messageOf(thrown));
      }
    },
  });

  return (
    <div className="page">
      <PageHead title="Hari libur" sub="Kalender kabupaten: hari libur nasional dan cuti bersama, berlaku untuk semua desa" acts={<>
        <Select aria-label="Tahun" value={year} options={years()} onChange={(value) => setParams({ tahun: value }, { replace: true })} />
        {editable && <Button icon={<Plus size={16} />} onClick={() => setEditing('new')}>Tambah hari libur</Button>}
      </>} />
      {isPending ? <Bars lines={8} /> : error ? <Broken error={error} retry={() => void refetch()} /> : data.items.length === 0 ? <Notice icon={CalendarDays} tone="none" title={`Belum ada hari libur tahun ${year}`}>{editable ? 'Tambahkan menurut keputusan bersama tiga menteri.' : 'Kabupaten belum mengisi kalender tahun ini.'}</Notice> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label={`Hari libur tahun ${year}`}>
          <table className="plain-table">
            <thead><tr><th>Tanggal</th><th>Hari</th><th>Nama</th>{editable && <th><span className="sr-only">Tindakan</span></th>}</tr></thead>
            <tbody>
              {data.items.map((row) => (
                <tr key={row.day} className={row.day < today() ? 'ended' : undefined}>
                  <td className="nowrap"><b>{longDate(row.day)}</b></td><td className="cell-quiet" data-label="Hari">{dayName(plain(row.day))}</td><td data-label="Nama">{row.name}</td>
                  {editable && (
                    <td className="act-cell"><span className="area-acts">
                      <Button size="small" type="text" icon={<PencilLine size={14} />} aria-label={`Ubah ${row.name}, ${longDate(row.day)}`} onClick={() => setEditing(row)} />
                      <Button size="small" type="text" icon={<Trash2 size={14} />} aria-label={`Hapus ${row.name}, ${longDate(row.day)}`} onClick={() => remove(row)} />
                    </span></td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && <HolidayDialog holiday={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

/** A new day, or another name for one that is there; a day moved is one removed and one added. */
function HolidayDialog({ holiday, onClose }: { holiday: Holiday | null; onClose: () => void }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Holiday>();
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();
  const save = useMutation({
    mutationFn: ({ day, name }: Holiday) => api.put(`/holidays/${holiday?.day ?? day}`, { name }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: key }); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  return (
    <Modal open title={holiday ? `Ubah ${longDate(holiday.day)}` : 'Tambah hari libur'} width={420} okText="Simpan" cancelText="Batal" confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={holiday ?? { day: '', name: '' }} onFinish={(values) => { if (!press.take()) return; setError(null); save.mutate(values); }}>
        {!holiday && <Form.Item name="day" label="Tanggal" validateTrigger="onBlur" rules={[{ required: true, message: 'Tanggal wajib diisi.' }, { validator: dateRule }]}><PlainDateInput autoFocus /></Form.Item>}
        <Form.Item name="name" label="Nama hari libur" rules={[{ required: true, whitespace: true, message: 'Nama hari libur wajib diisi.' }]}><Input autoFocus={holiday !== null} autoComplete="off" maxLength={100} /></Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
