import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select, type FormInstance } from 'antd';
import { BookmarkPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { ImportMapping, Page } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { useOnePress } from '../parts/one-press.js';
import { ErrorLine } from '../parts/states.js';

type MappingKind = ImportMapping['kind'];

const keyOf = (kind: MappingKind) => ['import-mappings', kind];

interface Props {
  kind: MappingKind;
  /** A name such a mapping may have. */
  example: string;
  form: FormInstance;
  /** The headings as they stand in the form. */
  headings: () => Record<string, string>;
}

/** Headings of the office's own files: one is chosen for this file, or this file's are kept for the next. */
export function SavedMappings({ kind, example, form, headings }: Props) {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [chosen, setChosen] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const saved = useQuery({ queryKey: keyOf(kind), queryFn: ({ signal }) => api.get<Pick<Page<ImportMapping>, 'items'>>('/import-mappings', { query: { kind }, signal }) }).data?.items ?? [];
  const current = saved.find(({ id }) => id === chosen) ?? null;

  const choose = (id: string) => {
    setChosen(id);
    const mapping = saved.find((one) => one.id === id)?.mapping ?? {};
    // Fields the saved one leaves out are emptied, or two mappings would run together.
    form.setFieldValue('mapping', mapping);
    form.setFields(Object.keys(mapping).map((field) => ({ name: ['mapping', field], errors: [] })));
  };
  const keep = () => {
    if (Object.keys(headings()).length === 0) void message.info('Tulis dahulu judul kolomnya.');
    else setSaving(true);
  };
  const remove = (mapping: ImportMapping) => void modal.confirm({
    title: `Hapus pemetaan “${mapping.name}”?`, content: 'Daftar yang sudah diunggah dengan pemetaan ini tidak berubah.', okText: 'Hapus', cancelText: 'Batal', okButtonProps: { danger: true },
    onOk: async () => {
      try {
        await api.delete(`/import-mappings/${mapping.id}`);
        setChosen(null);
        await queries.invalidateQueries({ queryKey: keyOf(kind) });
      } catch (error) {
        message.error(messageOf(error));
      }
    },
  });

  return (
    <div className="mapping-saved">
      {saved.length > 0 && <Select aria-label="Pemetaan tersimpan" className="mapping-choice" placeholder="Pakai pemetaan tersimpan" value={current?.id ?? null} onChange={choose} options={saved.map(({ id, name }) => ({ value: id, label: name }))} />}
      {current && <Button type="text" icon={<Trash2 size={15} />} aria-label={`Hapus pemetaan ${current.name}`} onClick={() => remove(current)} />}
      <Button icon={<BookmarkPlus size={15} />} onClick={keep}>Simpan pemetaan ini</Button>
      {saving && <SaveDialog kind={kind} example={example} saved={saved} current={current} headings={headings()} onSaved={(id) => { setChosen(id); setSaving(false); }} onClose={() => setSaving(false)} />}
    </div>
  );
}

interface SaveProps extends Pick<Props, 'kind' | 'example'> {
  saved: readonly ImportMapping[];
  current: ImportMapping | null;
  headings: Record<string, string>;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** Under a name that is there already it takes the other's place; the button says so before it is pressed. */
function SaveDialog({ kind, example, saved, current, headings, onSaved, onClose }: SaveProps) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [name, setName] = useState(current?.name ?? '');
  const press = useOnePress();
  const clean = name.replace(/\s+/g, ' ').trim();
  const same = saved.find((one) => one.name.toLowerCase() === clean.toLowerCase());
  const save = useMutation({
    mutationFn: () => (same ? api.put<ImportMapping>(`/import-mappings/${same.id}`, { name: clean, mapping: headings }) : api.post<ImportMapping>('/import-mappings', { kind, name: clean, mapping: headings })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: keyOf(kind) });
      void message.success('Pemetaan disimpan.');
      onSaved(id);
    },
    onSettled: press.release,
  });
  const submit = () => { if (clean !== '' && press.take()) save.mutate(); };
  return (
    <Modal open title="Simpan pemetaan kolom" width={420} okText={same ? 'Ganti yang tersimpan' : 'Simpan'} cancelText="Batal" confirmLoading={save.isPending} okButtonProps={{ disabled: clean === '' }} onOk={submit} onCancel={onClose}>
      <label className="mapping-name" htmlFor="nama-pemetaan">Nama pemetaan</label>
      <Input id="nama-pemetaan" autoFocus autoComplete="off" maxLength={80} value={name} placeholder={`misalnya ${example}`} onChange={(event) => setName(event.target.value)} onPressEnter={submit} />
      <p className="quiet mapping-note">{same ? `“${same.name}” sudah ada dan akan diganti dengan judul yang sekarang.` : 'Dapat dipilih lagi oleh siapa pun di kantor ini saat mengunggah berkas berikutnya.'}</p>
      <ErrorLine error={save.error} />
    </Modal>
  );
}
