import { App, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useNavigate } from 'react-router';
import { messageOf } from '../api/problem.js';
import { unitName, useMe, useSession } from '../session/session.js';

/** The active office and role; with more than one membership a menu to change it, an act that is recorded. */
export function UnitSwitch() {
  const me = useMe();
  const { switchVillage } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();
  // Whoever visits a village still stands on his office's membership: that line leads back.
  const others = me.memberships.filter(({ id, unit }) => id !== me.membershipId || unit.code !== me.unit.code);
  const label = (
    <>
      <b>{unitName(me.unit)}</b>
      {me.unit.districtName && <span className="unit-district">Kecamatan {me.unit.districtName}</span>}
    </>
  );

  const change = async (id: string) => {
    const chosen = others.find((membership) => membership.id === id);
    if (!chosen) return;
    try {
      await switchVillage(chosen.unit.code, { membership: id });
      await navigate('/');
    } catch (error) {
      message.error(messageOf(error));
    }
  };

  if (others.length === 0) return <p className="unit">{label}</p>;
  const items = others.map(({ id, unit, roleName }) => ({
    key: id,
    label: <span className="unit-choice">{unitName(unit)} – {roleName}{unit.districtName && <small>Kecamatan {unit.districtName}</small>}</span>,
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void change(key) }}>
      <button type="button" className="unit unit-button" aria-label={`Kantor aktif: ${unitName(me.unit)}, ${me.roleName}. Ganti`}>{label}<ChevronDown size={15} aria-hidden="true" /></button>
    </Dropdown>
  );
}
