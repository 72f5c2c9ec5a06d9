import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { User } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { ErrorLine } from '../parts/states.js';
import { unitName } from '../session/session.js';
import { roleBody, RoleFields, type RoleValues } from './role-fields.js';

/** The roles of one person; a change takes effect at their next request. */
export function MembershipsDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<RoleValues>();
  const [error, setError] = useState<unknown>(null);
  const [memberships, setMemberships] = useState(user.memberships ?? []);
  const done = () => queries.invalidateQueries({ queryKey: ['users'] });
  const press = useOnePress();
  const add = useMutation({
    mutationFn: (values: RoleValues) => api.post(`/users/${user.id}/memberships`, roleBody(values)),
    onSuccess: async () => { await done(); onClose(); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/users/${user.id}/memberships/${id}`),
    onSuccess: async (_, id) => { setMemberships((before) => before.filter((membership) => membership.id !== id)); await done(); },
    onError: setError,
  });
  return (
    <Modal open title={`Peran ${user.name}`} width={460} okText="Tambah peran" cancelText="Tutup" confirmLoading={add.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <ul className="memberships">
        {memberships.map((membership) => (
          <li key={membership.id} className="area-row">
            <span><b>{membership.roleName}</b>, {unitName(membership.unit)}</span>
            {memberships.length > 1 && <Button size="small" type="text" icon={<Trash2 size={14} />} aria-label={`Cabut peran ${membership.roleName}`} loading={remove.isPending} onClick={() => { setError(null); remove.mutate(membership.id); }} />}
          </li>
        ))}
      </ul>
      <Form form={form} layout="vertical" onFinish={(values) => { if (!press.take()) return; setError(null); add.mutate(values); }}><RoleFields form={form} /></Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
