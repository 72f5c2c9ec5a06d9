import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatRupiah } from '#values';
import { api } from '../api/client.js';
import type { DisputeDetail } from '../api/contract.js';
import { Facts } from '../parts/facts.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { longDate, whenFull } from '../parts/words.js';
import { DisputeChip } from './disputes.js';
import './tax.css';

/** One report: what the villager says, and what was found out about it. */
export function DisputePage() {
  const { id = '' } = useParams();
  // Each reading is in the trail, so it is read when it is opened and not again behind the reader's back.
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['disputes', id], queryFn: () => api.get<DisputeDetail>(`/payment-disputes/${id}`), staleTime: Infinity, refetchOnWindowFocus: false });
  if (isPending) return <div className="page"><PageHead title="Laporan pembayaran" /><Bars lines={8} /></div>;
  if (!data) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>;
  return (
    <div className="page">
      <PageHead title={`Laporan ${data.caseNumber}`} above={<Link to="/pbb/laporan">Laporan pembayaran</Link>} sub={`${data.villageName}, Kecamatan ${data.districtName.replace(/^Kecamatan /, '')}, masuk ${whenFull(data.sentAt)}`} acts={<DisputeChip status={data.status} />} />
      <div className="bill-columns">
        <section>
          <h2 className="section-title">Yang dilaporkan warga</h2>
          <Facts facts={[
            ['NOP', <span key="nop" className="nop">{data.nop}</span>], ['Tahun pajak', data.taxYear], ['Jumlah dibayar', formatRupiah(BigInt(data.amount))], ['Kepada', data.paidTo], ['Tanggal bayar', longDate(data.paidOn)],
            ...(data.actions.includes('answer') || data.phone ? [['Telepon', data.phone && <a key="phone" href={`tel:${data.phone.replace(/[^\d+]/g, '')}`}>{data.phone}</a>] as const] : []),
            ['Keterangan', data.story && <span key="story" className="dispute-story">{data.story}</span>],
          ]} />
        </section>
        <section className="due" aria-labelledby="answer-title">
          <h2 id="answer-title" className="section-title">Jawaban</h2>
          {data.answer ? <><p className="dispute-story">{data.answer}</p><p className="quiet">{data.answeredBy}{data.answeredAt && `, ${whenFull(data.answeredAt)}`}</p></>
            : data.actions.includes('answer') ? <AnswerForm id={id} /> : <p className="quiet">Bapenda belum menjawab laporan ini.</p>}
        </section>
      </div>
    </div>
  );
}

function AnswerForm({ id }: { id: string }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ note: string }>();
  const [error, setError] = useState<unknown>(null);
  const answer = useMutation({
    mutationFn: (values: { note: string }) => api.post<DisputeDetail>(`/payment-disputes/${id}/answer`, values),
    onSuccess: (answered) => { queries.setQueryData(['disputes', id], answered); void queries.invalidateQueries({ queryKey: ['disputes', 'list'] }); message.success('Jawaban tersimpan.'); },
    onError: (thrown) => setError(showFieldProblems(form, thrown)),
  });
  return (
    <Form form={form} layout="vertical" onFinish={(values) => { setError(null); answer.mutate(values); }}>
      <Form.Item name="note" label="Apa yang ditemukan dan dilakukan?" extra="Warga mendengarnya dari Anda saat ia bertanya dengan nomor laporannya. Sesudah disimpan tidak dapat diubah." rules={[{ required: true, min: 5, message: 'Tulis sedikitnya 5 huruf.' }]}>
        <Input.TextArea rows={5} maxLength={1000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={answer.isPending}>Simpan jawaban</Button>
      <ErrorLine error={error} />
    </Form>
  );
}
