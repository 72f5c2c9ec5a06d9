import { Dropdown } from 'antd';
import { KeyRound, LogOut } from 'lucide-react';
import { useNavigate } from 'react-router';
import { initials } from '../parts/words.js';
import { useMe, useSession } from '../session/session.js';

export function PersonMenu() {
  const me = useMe();
  const { signOut } = useSession();
  const navigate = useNavigate();
  const items = [
    { key: 'password', icon: <KeyRound size={15} />, label: 'Ganti kata sandi', onClick: () => void navigate('/ganti-sandi') },
    { key: 'out', icon: <LogOut size={15} />, label: 'Keluar', onClick: () => void signOut() },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
      <button type="button" className="person" aria-label={`${me.name}, menu akun`}>
        <span className="avatar" aria-hidden="true">{initials(me.name)}</span>
        <span className="person-name">{me.name}</span>
      </button>
    </Dropdown>
  );
}
