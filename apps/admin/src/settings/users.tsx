import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Modal } from 'antd';
import { CircleCheck, CircleSlash, Copy, EllipsisVertical, KeyRound, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { api } from '../api/client.js';
import type { Me, User } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Chip } from '../parts/chip.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { useFilters } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { Bars, Broken, NoMatch } from '../parts/states.js';
import { whenFull } from '../parts/words.js';
import { unitName, useMe } from '../session/session.js';
import { MembershipsDialog } from './memberships-dialog.js';
import { rolesOf } from './role-fields.js';
import { UserDialog } from './user-dialog.js';
import './settings.css';

const key = ['users'] as const;
const STATE = { param: 'keadaan', label: 'Keadaan', options: [{ value: 'aktif', label: 'aktif' }, { value: 'nonaktif', label: 'nonaktif' }] };
/** The API's word for each act, so that only what this person may do is offered. */
const may = (user: User, action: string) => user.actions.includes(action);

/** In a village the roles held here; at the regency each with its office. */
function rolesWord(user: User, me: Me): string {
  if (me.unit.kind === 'regency') return user.memberships.map(({ roleName, unit }) => `${roleName}, ${unitName(unit)}`).join('; ') || '–';
  return user.memberships.filter(({ unit }) => unit.code === me.unit.code).map(({ roleName }) => roleName).join(', ');
}

/** People who may sign in here; a new or reset password is shown once and must be changed at first use. */
export function Users() {
  const me = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const atRegency = me.unit.kind === 'regency';
  const roles = useQuery(rolesOf).data?.items;
  const specs = useMemo(() => {
    const held = (roles ?? []).filter(({ reach }) => atRegency || reach === 'village' || reach === 'area');
    return [STATE, ...(held.length > 0 ? [{ param: 'peran', label: 'Peran', options: held.map(({ slug, name }) => ({ value: slug, label: name })) }] : [])];
  }, [roles, atRegency]);
  const filters = useFilters(specs);
  const [search, setSearch] = useListSearch('users');
  const asked = useSettled(search, 250);
  const query = { search: asked.trim(), role: filters.values['peran'], active: filters.values['keadaan'] && filters.values['keadaan'] === 'aktif' };
  const list = useKeyset<User>('users', key, '/users', query);
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
    <div className="page-full">
      <PageHead title="Pengguna" sub="Yang boleh masuk ke Pamong dari kantor ini" acts={<><ExportButton path="/users/export.csv" query={query} name="pengguna" /><Button icon={<Plus size={16} />} onClick={() => setAdding(true)}>Tambah pengguna</Button></>} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari nama atau nama pengguna" filters={filters} specs={specs} />
      {list.isPending ? <Bars lines={6} /> : list.isError ? <Broken error={list.error} retry={() => void list.refetch()} /> : list.rows.length === 0 ? <NoMatch title="Tidak ada pengguna yang cocok" acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan awal nama atau nama pengguna.</NoMatch> : (
        <div className="list-scroll" tabIndex={0} role="region" aria-label="Daftar pengguna">
          <table className="plain-table">
            <thead><tr><th>Nama</th><th>Nama pengguna</th><th>Peran</th><th>Terakhir masuk</th><th>Keadaan</th><th><span className="sr-only">Tindakan</span></th></tr></thead>
            <tbody>
              {list.rows.map((user) => (
                <tr key={user.id}>
                  <td><b>{user.name}</b></td><td className="cell-quiet" data-label="Nama pengguna">{user.username}</td><td data-label="Peran">{rolesWord(user, me)}</td>
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
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} />}
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
