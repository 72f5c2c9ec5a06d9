import { Link } from 'react-router';
import type { FamilyMember } from '../api/contract.js';
import { STATUS_WORDS } from './resident-words.js';

/** Everyone on one family card, the person looked at in bold. */
export function FamilyMembers({ members, current }: { members: readonly FamilyMember[]; current?: string }) {
  return (
    <ul className="members">
      {members.map((member) => (
        <li key={member.id} className={member.id === current ? 'member member-here' : 'member'}>
          <Link to={`/penduduk/${member.id}`}>{member.name}</Link>
          <span className="cell-quiet">{[member.familyPosition, member.temporaryNik && 'NIK sementara', member.status !== 'alive' && STATUS_WORDS[member.status]].filter(Boolean).join(', ')}</span>
          <span className="amount">{member.age}</span>
        </li>
      ))}
    </ul>
  );
}
