import { queryOptions, useQuery } from '@tanstack/react-query';
import { Form, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { District, Page, Role, VillageRow } from '../api/contract.js';
import { useAreaOptions } from '../residents/resident-data.js';
import { useMe } from '../session/session.js';

export interface RoleValues { role: string; village?: string; district?: string; area?: string }

export const rolesOf = queryOptions({ queryKey: ['roles'], queryFn: () => api.get<Pick<Page<Role>, 'items'>>('/roles'), staleTime: 600_000 });

/** A role and, as far as it reaches, its place: an area of this village, a district, or a village chosen at the regency. */
export function RoleFields({ form }: { form: FormInstance }) {
  const me = useMe();
  const inVillage = me.unit.kind !== 'regency';
  const roles = useQuery(rolesOf);
  const offered = (roles.data?.items ?? []).filter((role) => role.grantable !== false);
  const chosen = Form.useWatch('role', form) as string | undefined;
  const reach = offered.find((role) => role.slug === chosen)?.reach;
  const district = Form.useWatch('inDistrict', form) as string | undefined;
  const [opened, setOpened] = useState(false);
  const districts = useQuery({ queryKey: ['districts'], queryFn: () => api.get<Pick<Page<District>, 'items'>>('/districts'), enabled: !inVillage && opened, staleTime: 600_000 });
  const villages = useQuery({ queryKey: ['villages', district], queryFn: () => api.get<Pick<Page<VillageRow>, 'items'>>('/villages', { query: { district } }), enabled: !inVillage && district !== undefined, staleTime: 600_000 });
  const areas = useAreaOptions();
  const districtOptions = (districts.data?.items ?? []).map((item) => ({ value: item.code, label: `Kecamatan ${item.name}` }));
  const inOneVillage = !inVillage && (reach === 'village' || reach === 'area');

  return (
    <>
      <Form.Item name="role" label="Peran" rules={[{ required: true, message: 'Pilih peran.' }]}>
        <Select options={offered.map((role) => ({ value: role.slug, label: role.name }))} loading={roles.isPending} placeholder="Pilih peran" onChange={() => setOpened(true)} />
      </Form.Item>
      {reach === 'district' && <Form.Item name="district" label="Kecamatan" rules={[{ required: true, message: 'Pilih kecamatan.' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={districtOptions} loading={districts.isPending} placeholder="Pilih kecamatan" /></Form.Item>}
      {inOneVillage && (
        <>
          <Form.Item name="inDistrict" label="Kecamatan" rules={[{ required: true, message: 'Pilih kecamatan.' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={districtOptions} loading={districts.isPending} placeholder="Pilih kecamatan" onChange={() => form.setFieldValue('village', undefined)} /></Form.Item>
          <Form.Item name="village" label="Desa atau kelurahan" rules={[{ required: true, message: 'Pilih desa.' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={(villages.data?.items ?? []).map((item) => ({ value: item.code, label: item.name }))} disabled={!district} placeholder="Pilih desa" /></Form.Item>
        </>
      )}
      {inVillage && reach === 'area' && <Form.Item name="area" label="Wilayah" rules={[{ required: true, message: 'Pilih wilayah.' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={areas} placeholder="Dusun, RW, atau RT" /></Form.Item>}
    </>
  );
}

/** What the API takes of the chosen role; the district that only narrows the villages stays here. */
export function roleBody({ role, village, district, area }: RoleValues): RoleValues {
  return { role, ...(village ? { village } : {}), ...(district ? { district } : {}), ...(area ? { area } : {}) };
}
