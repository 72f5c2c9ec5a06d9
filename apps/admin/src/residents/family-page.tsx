import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.js';
import type { Family } from '../api/contract.js';
import { Facts } from '../parts/facts.js';
import { useTabTitle } from '../parts/page-head.js';
import { Bars, Broken } from '../parts/states.js';
import { place } from '../parts/words.js';
import { FamilyMembers } from './family-members.js';
import { TemporaryFlag } from './resident-words.js';
import './residents.css';

export function FamilyPage() {
  useTabTitle('Keluarga');
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['families', 'one', id], queryFn: () => api.get<Family>(`/families/${id}`) });
  if (isPending) return <div className="page"><Bars lines={8} /></div>;
  if (!data) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>;
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-head-text">
          <p className="page-above"><Link to="/keluarga">Keluarga</Link></p>
          <h1 className="page-title">{data.headName ? `Keluarga ${data.headName}` : 'Keluarga tanpa kepala'}</h1>
          <p className="page-sub">{data.members.length} orang</p>
        </div>
      </header>
      <div className="person-columns">
        <section>
          <h2 className="section-title">Kartu keluarga</h2>
          <Facts facts={[['Nomor KK', <>{data.numberMasked}{data.temporaryNumber && <TemporaryFlag />}</>], ['Alamat', data.address], ['Wilayah', place(data)]]} />
        </section>
        <section>
          <h2 className="section-title">Anggota</h2>
          {!data.headName && <p className="quiet">Buka orang yang menjadi kepala, pilih Betulkan data, lalu isi hubungannya: Kepala keluarga.</p>}
          <FamilyMembers members={data.members} />
        </section>
      </div>
    </div>
  );
}
