import { Checkbox } from 'antd';
import type { Dependant, DependantRow, FamilyMember } from '../api/contract.js';
import { dependantChoices, isTicked, ticked } from './dependant-rows.js';

interface Props {
  members: readonly FamilyMember[];
  /** Rows of the letter as it is stored, for people who are no longer on the card. */
  stored: readonly Dependant[];
  value?: DependantRow[];
  onChange?: (rows: DependantRow[]) => void;
}

/** Members of the applicant's family card, ticked one by one. */
export function Dependants({ members, stored, value = [], onChange }: Props) {
  const choices = dependantChoices(members, stored);
  if (choices.length === 0) return <p className="quiet">Tidak ada anggota keluarga lain di kartu keluarga.</p>;
  return (
    <div className="dependants">
      {choices.map((choice) => <Checkbox key={choice.key} checked={isTicked(value, choice)} onChange={(event) => onChange?.(ticked(choices, value, choice, event.target.checked))}>{choice.label}</Checkbox>)}
    </div>
  );
}
