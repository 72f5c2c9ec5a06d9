import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Form, Input, Modal, Select } from 'antd';
import { CircleCheck, CircleSlash, Copy, EllipsisVertical, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { NewUser, Page, Role, User } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Chip } from '../parts/chip.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { whenFull } from '../parts/words.js';
import { useMe } from '../session/session.js';
import './settings.css';

const key = ['users'] as const;

/** People who may sign in here; a new or reset password is shown once and must be changed at first use. */
export function Users() {
  const me = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const { data, error, isPending, refetch } = useQuery({ queryKey: key, queryFn: () => api.get<Page<User>>('/users') });
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<{ username: string; password: string } | null>(null);

  const act = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      await queries.invalidateQueries({ queryKey: key });
      message.success(done);
    } catch (thrown) {
      message.error(messageOf(thrown));
    }
  };
  const reset = (user: User) => void modal.confirm({
    title: 'Setel ulang kata sandi?', content: `${user.name} keluar dari semua perangkat dan masuk lagi dengan kata sandi sementara.`, okText: 'Setel ulang', cancelText: 'Batal',
    onOk: () => act(async () => setSecret({ username: user.username, password: (await api.post<{ temporaryPassword: string }>(`/users/${user.id}/password-reset`)).temporaryPassword }), 'Kata sandi disetel ulang.'),
  });
  const setActive = (user: User, active: boolean) => {
    const work = () => act(() => api.patch(`/users/${user.id}`, { active }), active ? 'Pengguna diaktifkan.' : 'Pengguna dinonaktifkan.');
    if (active) void work();
    else void modal.confirm({ title: 'Nonaktifkan pengguna?', content: `${user.name} langsung keluar dan tidak dapat masuk lagi. Catatan atas namanya tetap ada.`, okText: 'Nonaktifkan', cancelText: 'Batal', okButtonProps: { danger: true }, onOk: work });
  };

  return (
    <div className="page">
      <PageHead title="Pengguna" sub="Yang boleh masuk ke Pamong dari kantor ini" acts={<Button icon={<Plus size={16} />} onClick={() => setAdding(true)}>Tambah pengguna</Button>} />
      {isPending ? <Bars lines={6} /> : error ? <Broken error={error} retry={() => void refetch()} /> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label="Daftar pengguna">
          <table className="plain-table">
            <thead><tr><th>Nama</th><th>Nama pengguna</th><th>Peran</th><th>Terakhir masuk</th><th>Keadaan</th><th><span className="sr-only">Tindakan</span></th></tr></thead>
            <tbody>
              {data.items.map((user) => (
                <tr key={user.id}>
                  <td><b>{user.name}</b></td><td className="cell-quiet">{user.username}</td><td>{user.roleName}</td>
                  <td className="cell-quiet">{user.lastLoginAt ? whenFull(user.lastLoginAt) : 'belum pernah'}</td>
                  <td>{!user.active ? <Chip tone="none" icon={CircleSlash}>nonaktif</Chip> : user.mustChangePassword ? <Chip tone="wait" icon={KeyRound}>kata sandi sementara</Chip> : <Chip tone="done" icon={CircleCheck}>aktif</Chip>}</td>
                  <td className="act-cell">
                    {user.id !== me.id && (
                      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: [
                        { key: 'reset', label: 'Setel ulang kata sandi', onClick: () => reset(user) },
                        user.active ? { key: 'off', label: 'Nonaktifkan', danger: true, onClick: () => setActive(user, false) } : { key: 'on', label: 'Aktifkan lagi', onClick: () => setActive(user, true) },
                      ] }}>
                        <Button size="small" type="text" icon={<EllipsisVertical size={15} />} aria-label={`Tindakan untuk ${user.name}`} />
                      </Dropdown>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && <UserDialog onClose={() => setAdding(false)} onMade={(user) => setSecret({ username: user.username, password: user.temporaryPassword })} />}
      {secret && (
        <Modal open title="Kata sandi sementara" width={440} onCancel={() => setSecret(null)} footer={<Button type="primary" onClick={() => setSecret(null)}>Sudah saya catat</Button>}>
          <p className="dialog-text">Sampaikan langsung kepada orangnya. Kata sandi ini hanya tampil sekali dan harus diganti saat pertama masuk.</p>
          <p className="secret"><span>{secret.username}</span><b>{secret.password}</b><Button size="small" icon={<Copy size={14} />} onClick={() => void navigator.clipboard?.writeText(secret.password).then(() => message.success('Disalin.'))}>Salin</Button></p>
        </Modal>
      )}
    </div>
  );
}

function UserDialog({ onClose, onMade }: { onClose: () => void; onMade: (user: NewUser) => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ name: string; username: string; role: string }>();
  const [error, setError] = useState<unknown>(null);
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => api.get<Pick<Page<Role>, 'items'>>('/roles'), staleTime: 600_000 });
  const inVillage = me.unit.kind !== 'regency';
  const offered = (roles.data?.items ?? []).filter((role) => !inVillage || !/regency|district|platform/.test(role.reach)).map((role) => ({ value: role.slug, label: role.name }));
  const make = useMutation({
    mutationFn: (values: { name: string; username: string; role: string }) => api.post<NewUser>('/users', { name: values.name.trim(), username: values.username.trim().toLowerCase(), role: values.role, ...(inVillage ? { village: me.unit.code } : {}) }),
    onSuccess: async (user) => { await queries.invalidateQueries({ queryKey: key }); onClose(); onMade(user); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
  });
  return (
    <Modal open title="Tambah pengguna" width={440} okText="Buat pengguna" cancelText="Batal" confirmLoading={make.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" onFinish={(values) => { setError(null); make.mutate(values); }}>
        <Form.Item name="name" label="Nama lengkap" rules={[{ required: true, whitespace: true, message: 'Nama wajib diisi.' }]}><Input autoFocus autoComplete="off" maxLength={120} /></Form.Item>
        <Form.Item name="username" label="Nama pengguna" validateTrigger="onBlur" extra="Huruf kecil, angka, titik; misalnya sri.pujonkidul" rules={[{ required: true, message: 'Nama pengguna wajib diisi.' }, { pattern: /^[a-z0-9][a-z0-9._-]{2,}$/i, message: 'Sedikitnya 3 huruf atau angka, tanpa spasi.' }]}><Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={60} /></Form.Item>
        <Form.Item name="role" label="Peran" rules={[{ required: true, message: 'Pilih peran.' }]}><Select options={offered} loading={roles.isPending} placeholder="Pilih peran" /></Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
