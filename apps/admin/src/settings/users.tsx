import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Modal } from 'antd';
import { CircleCheck, CircleSlash, Copy, EllipsisVertical, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Page, User } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Chip } from '../parts/chip.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken } from '../parts/states.js';
import { whenFull } from '../parts/words.js';
import { useMe } from '../session/session.js';
import { MembershipsDialog } from './memberships-dialog.js';
import { UserDialog } from './user-dialog.js';
import './settings.css';

const key = ['users'] as const;
/** The API's word for each act, so that only what this person may do is offered. */
const may = (user: User, action: string) => user.actions.includes(action);

/** People who may sign in here; a new or reset password is shown once and must be changed at first use. */
export function Users() {
  const me = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const { data, error, isPending, refetch } = useQuery({ queryKey: key, queryFn: () => api.get<Page<User>>('/users') });
  const [adding, setAdding] = useState(false);
  const [granting, setGranting] = useState<User | null>(null);
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
                  <td><b>{user.name}</b></td><td className="cell-quiet" data-label="Nama pengguna">{user.username}</td><td data-label="Peran">{user.roleName}</td>
                  <td className="cell-quiet" data-label="Terakhir masuk">{user.lastLoginAt ? whenFull(user.lastLoginAt) : 'belum pernah'}</td>
                  <td data-label="Keadaan">{!user.active ? <Chip tone="none" icon={CircleSlash}>nonaktif</Chip> : user.mustChangePassword ? <Chip tone="wait" icon={KeyRound}>kata sandi sementara</Chip> : <Chip tone="done" icon={CircleCheck}>aktif</Chip>}</td>
                  <td className="act-cell">
                    {user.id !== me.id && user.actions.length > 0 && (
                      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: [
                        ...(may(user, 'grant') ? [{ key: 'roles', label: 'Peran', onClick: () => setGranting(user) }] : []),
                        ...(may(user, 'reset-password') ? [{ key: 'reset', label: 'Setel ulang kata sandi', onClick: () => reset(user) }] : []),
                        ...(may(user, 'update') ? [user.active ? { key: 'off', label: 'Nonaktifkan', danger: true, onClick: () => setActive(user, false) } : { key: 'on', label: 'Aktifkan lagi', onClick: () => setActive(user, true) }] : []),
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
      {granting && <MembershipsDialog user={granting} onClose={() => setGranting(null)} />}
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
