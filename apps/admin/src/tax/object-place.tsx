import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal, Select } from 'antd';
import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { TaxObject } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { ErrorLine } from '../parts/states.js';
import { useAreaOptions } from '../residents/resident-data.js';
import { useMay } from '../session/session.js';
import { addressWords } from './bill-words.js';

/** Where an object lies and who goes there; whoever looks after collectors or areas may say it otherwise. */
export function ObjectPlace({ objectId }: { objectId: string }) {
  const may = useMay();
  const [placing, setPlacing] = useState(false);
  const { data } = useQuery({ queryKey: ['tax-objects', objectId], queryFn: ({ signal }) => api.get<TaxObject>(`/tax-objects/${objectId}`, { signal }) });
  if (!data) return <>–</>;
  return (
    <>
      {data.areaPath ? addressWords(data.areaPath) : <span className="quiet">belum ditentukan</span>}
      {data.areaByHand && <span className="quiet"> (ditetapkan kantor)</span>}
      {(may('collector.manage') || may('area.manage')) && <Button className="place-act" size="small" type="link" icon={<MapPin size={14} />} onClick={() => setPlacing(true)}>{data.areaPath ? 'Ubah' : 'Tentukan'}</Button>}
      <span className="quiet place-collector">{data.collectorName ? `Petugas: ${data.collectorName}` : 'Belum ada petugas untuk objek ini'}</span>
      {placing && <PlaceDialog object={data} onClose={() => setPlacing(false)} />}
    </>
  );
}

interface Values { areaId?: string | null }

function PlaceDialog({ object, onClose }: { object: TaxObject; onClose: () => void }) {
  const queries = useQueryClient();
  const areas = useAreaOptions();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();
  const place = useMutation({
    mutationFn: (areaId: string | null) => api.patch(`/tax-objects/${object.id}`, { areaId }),
    onSuccess: async () => {
      await Promise.all(['tax-objects', 'bills'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onClose();
    },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
    onSettled: press.release,
  });
  const send = (areaId: string | null) => {
    if (!press.take()) return;
    setError(null);
    place.mutate(areaId);
  };
  return (
    <Modal open title="Wilayah objek pajak" width={440} okText="Simpan" cancelText="Batal" confirmLoading={place.isPending} onOk={() => form.submit()} onCancel={onClose}
      footer={(_, { OkBtn, CancelBtn }) => <>{object.areaByHand && <Button className="place-back" disabled={place.isPending} onClick={() => send(null)}>Ikuti daftar pajak</Button>}<CancelBtn /><OkBtn /></>}>
      <p className="dialog-text">Wilayah menentukan petugas yang menagih objek ini. Yang ditetapkan di sini tidak diubah oleh daftar pajak berikutnya.</p>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={object.areaId ? { areaId: object.areaId } : {}} onFinish={({ areaId }) => send(areaId ?? null)}>
        <Form.Item name="areaId" label="Wilayah" rules={[{ required: true, message: 'Pilih wilayah.' }]}><Select showSearch={{ optionFilterProp: 'label' }} placeholder="Dusun, RW, atau RT" options={areas} /></Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}
