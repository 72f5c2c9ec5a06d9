import { useQueryClient } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Dependant, FamilyMember, Revealed } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { longDate } from '../parts/words.js';
import { residentOf } from '../residents/resident-data.js';

interface Props { members: readonly FamilyMember[]; value?: Dependant[]; onChange?: (rows: Dependant[]) => void }

/**
 * Members of the applicant's family card, ticked one by one. The letter prints their NIK, so ticking opens it:
 * an audited act like every other, with the letter as its reason.
 */
export function Dependants({ members, value = [], onChange }: Props) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [opening, setOpening] = useState<string | null>(null);
  const has = (name: string) => value.some((row) => row.name.toLowerCase() === name.toLowerCase());
  const others = value.filter((row) => !members.some((member) => member.name.toLowerCase() === row.name.toLowerCase()));

  const tick = async (member: FamilyMember, on: boolean) => {
    if (!on) return onChange?.(value.filter((row) => row.name.toLowerCase() !== member.name.toLowerCase()));
    setOpening(member.id);
    try {
      const person = await queries.ensureQueryData(residentOf(member.id));
      const { nik } = await api.post<Revealed>(`/residents/${member.id}/reveal`, { reason: 'Dicetak sebagai tanggungan di surat' });
      onChange?.([...value, { nik, name: member.name, sex: member.sex, birth: [person.birthPlace, longDate(person.birthDate)].filter(Boolean).join(', '), relation: member.familyPosition }]);
    } catch (error) {
      message.error(messageOf(error));
    } finally {
      setOpening(null);
    }
  };

  if (members.length === 0 && others.length === 0) return <p className="quiet">Tidak ada anggota keluarga lain di kartu keluarga.</p>;
  return (
    <div className="dependants">
      {members.map((member) => (
        <Checkbox key={member.id} checked={has(member.name)} disabled={opening !== null} onChange={(event) => void tick(member, event.target.checked)}>
          {member.name}, {member.familyPosition.toLowerCase()}, {member.age} th{opening === member.id && ' …'}
        </Checkbox>
      ))}
      {others.map((row) => <Checkbox key={row.name} checked onChange={() => onChange?.(value.filter((other) => other !== row))}>{row.name}, {row.relation.toLowerCase()}</Checkbox>)}
    </div>
  );
}
