import { App, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useNavigate } from 'react-router';
import { messageOf } from '../api/problem.js';
import { unitName, useMe, useSession } from '../session/session.js';

/** The active office; with more than one membership a menu to change it, an act that is recorded. */
export function UnitSwitch() {
  const me = useMe();
  const { switchVillage } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const others = me.memberships.filter((membership) => membership.unit.code !== me.unit.code);
  const label = (
    <>
      <b>{unitName(me.unit)}</b>
      {me.unit.districtName && <span className="unit-district">Kecamatan {me.unit.districtName}</span>}
    </>
  );

  const change = async (code: string) => {
    try {
      await switchVillage(code);
      await navigate('/');
    } catch (error) {
      message.error(messageOf(error));
    }
  };

  if (others.length === 0) return <p className="unit">{label}</p>;
  const items = others.map(({ unit, roleName }) => ({
    key: unit.code,
    label: <span className="unit-choice">{unitName(unit)}<small>{[unit.districtName && `Kecamatan ${unit.districtName}`, roleName].filter(Boolean).join(' · ')}</small></span>,
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void change(key) }}>
      <button type="button" className="unit unit-button" aria-label={`Kantor aktif: ${unitName(me.unit)}. Ganti`}>{label}<ChevronDown size={15} aria-hidden="true" /></button>
    </Dropdown>
  );
}
