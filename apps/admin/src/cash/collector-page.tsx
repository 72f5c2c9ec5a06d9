import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { IdCard, MapPinned, UserX } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.js';
import type { Collector } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Facts } from '../parts/facts.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, Notice } from '../parts/states.js';
import { longDate } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { AssignDialog } from './assign-dialog.js';
import { cashChanged, collectorsOf, rupiah } from './cash-data.js';
import { CollectorState } from './collector-state.js';
import { Held } from './own-cash.js';
import { PlacesOf } from './places-of.js';
import '../tax/tax.css';
import './cash.css';

/** One collector: book, places, and the cash with its receipts. */
export function CollectorPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch, dataUpdatedAt } = useQuery(collectorsOf);
  const collector = data?.items.find((one) => one.id === id);
  if (isPending) return <div className="page"><PageHead title="Petugas pungut" /><Bars lines={8} /></div>;
  if (error) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>;
  if (!collector) return <div className="page"><Notice icon={IdCard} tone="bad" title="Petugas tidak ditemukan" acts={<Link to="/pbb/petugas">Ke daftar petugas</Link>} /></div>;
  return (
    <div className="page">
      <PageHead title="Petugas pungut" above={<Link to="/pbb/petugas">Petugas pungut</Link>} sub={`${collector.name}, buku kuitansi ${collector.bookCode}`} acts={<Acts collector={collector} />} />
      <div className="collector-facts"><Facts facts={[['Nama di kuitansi', collector.name], ['Kode buku', collector.bookCode], ['Ditugaskan di', <Places key="places" collector={collector} />], ['Sejak', longDate(collector.startedOn)], ['Keadaan', collector.endedOn ? `berakhir ${longDate(collector.endedOn)}` : <CollectorState key="state" collector={collector} />]]} /></div>
      <Held collector={collector} readAt={dataUpdatedAt} />
    </div>
  );
}

/** A round can end without anybody taking it over; sending them there again undoes it. */
function Places({ collector }: { collector: Collector }) {
  const may = useMay();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const end = async (id: string, words: string) => {
    try {
      await api.post(`/collector-assignments/${id}/ending`);
      await cashChanged(queries);
      message.success(`${collector.name} tidak lagi ditugaskan di ${words}.`);
    } catch (thrown) {
      message.error(messageOf(thrown));
    }
  };
  return <PlacesOf assignments={collector.assignments} onEnd={may('collector.manage') && collector.endedOn === null ? ({ id }, words) => void end(id, words) : undefined} />;
}

function Acts({ collector }: { collector: Collector }) {
  const may = useMay();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [assigning, setAssigning] = useState(false);
  if (!may('collector.manage') || collector.endedOn !== null) return null;
  const holds = collector.cashInHand > 0;
  const end = () => void modal.confirm({
    title: `Akhiri tugas ${collector.name}?`, content: `Buku ${collector.bookCode} ditutup dan tidak dipakai orang lain. Kuitansi yang sudah diberikan tetap berlaku.`, okText: 'Akhiri tugas', cancelText: 'Batal', okButtonProps: { danger: true },
    onOk: async () => {
      try {
        await api.post(`/collectors/${collector.id}/ending`);
        await cashChanged(queries);
      } catch (thrown) {
        message.error(messageOf(thrown));
      }
    },
  });
  return (
    <>
      <Button icon={<UserX size={15} />} disabled={holds} title={holds ? `Masih memegang ${rupiah(collector.cashInHand)}; setorkan dahulu.` : undefined} onClick={end}>Akhiri tugas</Button>
      <Button type="primary" icon={<MapPinned size={15} />} onClick={() => setAssigning(true)}>Tugaskan</Button>
      {assigning && <AssignDialog collector={collector} onClose={() => setAssigning(false)} />}
    </>
  );
}
