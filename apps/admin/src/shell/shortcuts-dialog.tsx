import { Modal, Switch } from 'antd';
import { useState } from 'react';
import { activeShortcuts, setLettersOff, useLettersOff } from '../parts/keys.js';
import { Key } from '../parts/kbd.js';

/** Everything the keyboard can do on this page, and the switch for those whose letters fire by accident. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const off = useLettersOff();
  const [groups] = useState(activeShortcuts);
  return (
    <Modal open title="Pintasan papan ketik" onCancel={onClose} footer={null} width={460} mask={{ closable: true }}>
      {groups.map((group) => (
        <section key={group.title} className="keys-group">
          <h3 className="quiet">{group.title}</h3>
          <dl>
            {group.shortcuts.map((shortcut) => (
              <div key={shortcut.key} className="keys-row"><dt>{shortcut.label}</dt><dd><Key>{shortcut.shown}</Key><span className="sr-only">{shortcut.shown}</span></dd></div>
            ))}
          </dl>
        </section>
      ))}
      <div className="keys-switch">
        <label htmlFor="tombol-huruf">Pakai tombol satu huruf<small>Matikan bila Anda memakai perintah suara atau sering tertekan tidak sengaja.</small></label>
        <Switch id="tombol-huruf" checked={!off} onChange={(on) => setLettersOff(!on)} />
      </div>
    </Modal>
  );
}
