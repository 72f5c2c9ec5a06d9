import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { MapPinned, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Area, AreaKind } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, ErrorLine, Notice } from '../parts/states.js';
import { areasOf, areaWord, hamletWord } from '../residents/resident-data.js';
import { useMay, useMe } from '../session/session.js';
import './settings.css';

const BELOW: Record<AreaKind, AreaKind | null> = { hamlet: 'rw', rw: 'rt', rt: null };
const kindWord = (kind: AreaKind, hamlet: string) => (kind === 'hamlet' ? hamlet.toLowerCase() : kind.toUpperCase());

interface Editing { kind: AreaKind; parent: Area | null; area: Area | null }

/** Hamlets, RW and RT as a tree; an import adds what the file names. */
export function Areas() {
  const may = useMay();
  const hamlet = hamletWord(useMe());
  const { data, error, isPending, refetch } = useQuery(areasOf);
  const [editing, setEditing] = useState<Editing | null>(null);
  const editable = may('area.manage');
  const areas = data?.items ?? [];
  const roots = areas.filter((area) => area.parentId === null);

  return (
    <div className="page">
      <PageHead title="Wilayah" sub={`${hamlet}, RW, dan RT tempat penduduk tercatat`} acts={editable && <Button icon={<Plus size={16} />} onClick={() => setEditing({ kind: 'hamlet', parent: null, area: null })}>Tambah {hamlet.toLowerCase()}</Button>} />
      {isPending ? <Bars lines={8} /> : error ? <Broken error={error} retry={() => void refetch()} />
        : roots.length === 0 ? <Notice icon={MapPinned} tone="none" title="Belum ada wilayah">Impor penduduk menambahkan {hamlet.toLowerCase()}, RW, dan RT yang ada di berkas.</Notice>
          : <ul className="areas">{roots.map((area) => <Branch key={area.id} area={area} areas={areas} editable={editable} onEdit={setEditing} />)}</ul>}
      {editing && <AreaDialog editing={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

function Branch({ area, areas, editable, onEdit }: { area: Area; areas: readonly Area[]; editable: boolean; onEdit: (editing: Editing) => void }) {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const hamlet = hamletWord(useMe());
  const word = areaWord(area, hamlet);
  const children = areas.filter((other) => other.parentId === area.id).toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
  const below = BELOW[area.kind];
  const remove = () => void modal.confirm({
    title: `Hapus ${word}?`, content: 'Hanya wilayah yang tidak ditempati penduduk yang dapat dihapus.', okText: 'Hapus', cancelText: 'Batal', okButtonProps: { danger: true },
    onOk: async () => {
      try {
        await api.delete(`/areas/${area.id}`);
        await queries.invalidateQueries({ queryKey: areasOf.queryKey });
      } catch (error) {
        message.error(messageOf(error));
      }
    },
  });
  return (
    <li className={`area area-${area.kind}`}>
      <div className="area-row">
        <span>{word}</span>
        {editable && (
          <span className="area-acts">
            {below && <Button size="small" type="text" icon={<Plus size={14} />} onClick={() => onEdit({ kind: below, parent: area, area: null })}>{kindWord(below, hamlet)}</Button>}
            <Button size="small" type="text" icon={<PencilLine size={14} />} aria-label={`Ubah ${word}`} onClick={() => onEdit({ kind: area.kind, parent: null, area })} />
            <Button size="small" type="text" icon={<Trash2 size={14} />} aria-label={`Hapus ${word}`} onClick={remove} />
          </span>
        )}
      </div>
      {children.length > 0 && <ul>{children.map((child) => <Branch key={child.id} area={child} areas={areas} editable={editable} onEdit={onEdit} />)}</ul>}
    </li>
  );
}

function AreaDialog({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const { kind, parent, area } = editing;
  const hamlet = hamletWord(useMe());
  const queries = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => {
      // RT and RW are three digits everywhere: 3 is written 003.
      const clean = kind === 'hamlet' ? name.trim() : name.trim().padStart(3, '0');
      return area ? api.patch(`/areas/${area.id}`, { name: clean }) : api.post('/areas', { kind, name: clean, ...(parent ? { parentId: parent.id } : {}) });
    },
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: areasOf.queryKey }); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  return (
    <Modal open title={area ? `Ubah ${areaWord(area, hamlet)}` : `Tambah ${kindWord(kind, hamlet)}${parent ? ` di ${areaWord(parent, hamlet)}` : ''}`} width={400} okText="Simpan" cancelText="Batal" confirmLoading={save.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ name: area?.name ?? '' }} onFinish={(values) => { if (!press.take()) return; setError(null); save.mutate(values); }}>
        <Form.Item name="name" label={kind === 'hamlet' ? `Nama ${hamlet.toLowerCase()}` : `Nomor ${kindWord(kind, hamlet)}`} rules={[{ required: true, whitespace: true, message: 'Wajib diisi.' }, ...(kind === 'hamlet' ? [] : [{ pattern: /^\d{1,3}$/, message: 'Tulis angka, paling banyak tiga.' }])]}>
          <Input autoFocus autoComplete="off" inputMode={kind === 'hamlet' ? 'text' : 'numeric'} maxLength={kind === 'hamlet' ? 60 : 3} />
        </Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
