import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileText, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Resident } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { Facts } from '../parts/facts.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken } from '../parts/states.js';
import { longDate, sexWord } from '../parts/words.js';
import { useMe } from '../session/session.js';
import { CorrectionDialog } from './correction-dialog.js';
import { EventHistory } from './event-history.js';
import { FamilyMembers } from './family-members.js';
import { hamletWord, placeWords, residentOf } from './resident-data.js';
import { maritalWords, useReveal } from './resident-facts.js';
import { personLine, TemporaryFlag } from './resident-words.js';
import './residents.css';

export function ResidentPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(residentOf(id));
  if (isPending) return <div className="page"><PageHead title="Penduduk" /><Bars lines={10} /></div>;
  if (!data) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>;
  return <Person resident={data} />;
}

function Person({ resident }: { resident: Resident }) {
  const { button, dialog, revealed } = useReveal(resident);
  const hamlet = hamletWord(useMe());
  const [correcting, setCorrecting] = useState(false);
  const may = (action: Resident['actions'][number]) => resident.actions.includes(action);
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-head-text">
          <p className="page-above"><Link to="/penduduk">Penduduk</Link></p>
          <PersonTitle name={resident.name} />
          <p className="page-sub">{personLine(resident)}{resident.temporaryNik && <TemporaryFlag />}</p>
        </div>
        <div className="page-head-acts">
          {may('correct') && <Button icon={<PencilLine size={15} />} onClick={() => setCorrecting(true)}>Betulkan data</Button>}
          {may('request-letter') && <LinkButton to={`/surat/baru?orang=${resident.id}`} type="primary" icon={<FileText size={15} />}>Buat surat</LinkButton>}
        </div>
      </header>
      <div className="person-columns">
        <section>
          <h2 className="section-title">Identitas</h2>
          <Facts facts={[
            ['NIK', <span key="nik" className="number-line"><span aria-live="polite">{revealed?.nik ?? resident.nikMasked}</span>{button}</span>],
            ['Nomor KK', revealed?.familyNumber ?? resident.familyNumberMasked],
            ['Jenis kelamin', sexWord(resident.sex)],
            ['Lahir', [resident.birthPlace, longDate(resident.birthDate)].filter(Boolean).join(', ')],
            ['Agama', resident.religion],
            ['Perkawinan', maritalWords(resident)],
            ['Pendidikan', resident.education],
            ['Pekerjaan', resident.occupation],
            ['Kewarganegaraan', resident.citizenship],
            ['Golongan darah', resident.bloodType],
            ['Disabilitas', resident.disability],
          ]} />
          <h2 className="section-title person-gap">Tempat tinggal</h2>
          <Facts facts={[['Alamat', resident.address], ['Wilayah', placeWords(resident, hamlet)], ['Alamat sekarang', resident.currentAddress], ['Telepon', resident.phone]]} />
          <h2 className="section-title person-gap">Orang tua</h2>
          <Facts facts={[['Ayah', resident.fatherName], ['Ibu', resident.motherName]]} />
        </section>
        <section>
          {resident.family && (
            <>
              <h2 className="section-title">Keluarga<Link className="section-link" to={`/keluarga/${resident.family.id}`}>Buka keluarga</Link></h2>
              <FamilyMembers members={resident.family.members} current={resident.id} />
            </>
          )}
          <h2 className="section-title person-gap">Riwayat</h2>
          <EventHistory events={resident.events} />
        </section>
      </div>
      {dialog}
      {correcting && <CorrectionDialog resident={resident} onClose={() => setCorrecting(false)} />}
    </div>
  );
}

/** The tab is called “Penduduk”: the browser keeps tab titles in its history. */
function PersonTitle({ name }: { name: string }) {
  return <><title>Penduduk — Pamong</title><h1 className="page-title">{name}</h1></>;
}
