import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { ImageUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api } from '../api/client.js';
import type { Village, VillageChange } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { useMay } from '../session/session.js';
import './settings.css';

const villageKey = ['village'] as const;
const LOGO_LIMIT = 512 * 1024;

const FIELDS = [
  ['address', 'Alamat kantor', 'Dicetak di kop surat'], ['phone', 'Telepon', undefined], ['email', 'Surel', undefined], ['postalCode', 'Kode pos', undefined], ['website', 'Situs', undefined],
] as const;

/** The office as its letterhead shows it; what is changed here stands on the next letter, not on old ones. */
export function Profile() {
  const { data, error, isPending, refetch } = useQuery({ queryKey: villageKey, queryFn: () => api.get<Village>('/village') });
  return (
    <div className="page">
      <PageHead title="Profil dan kop surat" sub="Berlaku untuk surat berikutnya; surat yang sudah terbit tidak berubah" />
      {isPending ? <Bars lines={8} /> : data ? <ProfileForm village={data} /> : <Broken error={error} retry={() => void refetch()} />}
    </div>
  );
}

function ProfileForm({ village }: { village: Village }) {
  const may = useMay();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<VillageChange>();
  const [failed, setFailed] = useState<unknown>(null);
  const editable = may('village.update');
  const values = Form.useWatch([], form) as VillageChange | undefined;
  const press = useOnePress();
  const save = useMutation({
    mutationFn: (change: VillageChange) => api.patch<Village>('/village', change),
    onSuccess: (next) => { queries.setQueryData(villageKey, next); message.success('Profil tersimpan.'); },
    onError: (thrown) => setFailed(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  const submit = (all: VillageChange) => {
    if (!press.take()) return;
    setFailed(null);
    const change = Object.fromEntries(Object.entries(all).map(([key, value]) => [key, typeof value === 'string' ? value.trim() || null : value])) as VillageChange;
    save.mutate(change);
  };
  const shown = { ...village, ...values };

  return (
    <div className="settings-columns">
      <Form form={form} layout="vertical" initialValues={village} onFinish={submit} disabled={!editable} className="settings-form">
        {FIELDS.map(([name, label, help]) => (
          <Form.Item key={name} name={name} label={label} extra={help} rules={name === 'email' ? [{ type: 'email', message: 'Alamat surel belum lengkap.' }] : name === 'postalCode' ? [{ pattern: /^\d{5}$/, message: 'Kode pos terdiri dari 5 angka.' }] : []} validateTrigger="onBlur">
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
        ))}
        <Form.Item name="paper" label="Kertas surat">
          <Radio.Group options={[{ value: 'F4', label: 'F4 (215 × 330 mm)' }, { value: 'A4', label: 'A4 (210 × 297 mm)' }]} />
        </Form.Item>
        <ErrorLine error={failed} />
        {editable ? <Button type="primary" htmlType="submit" loading={save.isPending}>Simpan</Button> : <p className="quiet">Hanya sekretaris yang dapat mengubah profil.</p>}
      </Form>
      <section>
        <h2 className="section-title">Kop surat</h2>
        <div className="letterhead" aria-label="Contoh kop surat" role="img">
          <Logo village={village} />
          <div>
            {village.letterhead.lines.map((line, index) => <p key={line} className={index === village.letterhead.lines.length - 1 ? 'letterhead-main' : undefined}>{line}</p>)}
            <p className="letterhead-address">{[shown.address, shown.phone && `telepon ${shown.phone}`, shown.postalCode && `kode pos ${shown.postalCode}`].filter(Boolean).join(', ')}</p>
            <p className="letterhead-address">{[shown.email, shown.website].filter(Boolean).join(', ')}</p>
          </div>
        </div>
        {editable && <LogoUpload />}
      </section>
    </div>
  );
}

/** The stored logo; its address needs the session, so it is fetched and shown as a local file. */
function Logo({ village }: { village: Village }) {
  const [url, setUrl] = useState<string | null>(null);
  const hash = village.logo?.sha256;
  useEffect(() => {
    if (!hash) return undefined;
    let local: string | null = null;
    let gone = false;
    api.raw('/village/logo', { accept: 'image/*' }).then(async (response) => {
      const file = await response.blob();
      if (gone) return;
      local = URL.createObjectURL(file);
      setUrl(local);
    }).catch(() => undefined);
    return () => { gone = true; if (local) URL.revokeObjectURL(local); };
  }, [hash]);
  if (url) return <img src={url} alt="" className="letterhead-logo" />;
  return <span className="letterhead-logo letterhead-empty">{hash ? 'Logo tersimpan' : 'Tanpa logo'}</span>;
}

function LogoUpload() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [tooBig, setTooBig] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return api.put<Village>('/village/logo', form);
    },
    onSuccess: () => { void queries.invalidateQueries({ queryKey: villageKey }); message.success('Logo tersimpan.'); },
    onError: (error) => message.error(messageOf(error)),
  });
  const choose = (file: File | undefined) => {
    setTooBig(file !== undefined && file.size > LOGO_LIMIT);
    if (file && file.size <= LOGO_LIMIT) upload.mutate(file);
  };
  return (
    <p className="logo-upload">
      <input type="file" id="logo" className="sr-only logo-input" accept="image/png,image/jpeg" disabled={upload.isPending} onChange={(event) => { choose(event.target.files?.[0]); event.target.value = ''; }} />
      <label htmlFor="logo" className="soft-button"><ImageUp size={15} aria-hidden="true" />{upload.isPending ? 'Mengunggah …' : 'Ganti logo'}</label>
      <span className="quiet" role="status">{tooBig ? 'Berkas terlalu besar. Paling besar 512 KB.' : 'PNG atau JPG, paling besar 512 KB'}</span>
    </p>
  );
}
