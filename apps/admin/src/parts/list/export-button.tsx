import { App, Button } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { download, queryString, type Query } from '../../api/client.js';
import { messageOf } from '../../api/problem.js';
import { today } from '../words.js';

/** The list as it is filtered now, all its pages, as a file a spreadsheet opens: a workbook or CSV, as the path ends. */
export function ExportButton({ path, query, name }: { path: string; query: Query; name: string }) {
  const { message } = App.useApp();
  const kind = path.slice(path.lastIndexOf('.') + 1);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await download(`${path}${queryString(query)}`, `${name}-${today()}.${kind}`);
    } catch (error) {
      message.error(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return <Button className="desk-only" icon={<Download size={15} />} loading={busy} onClick={() => void save()} title="Seluruh daftar sesuai saringan, untuk Excel. Pengunduhan dicatat.">Unduh {kind === 'csv' ? 'CSV' : 'Excel'}</Button>;
}
