import { App, Button } from 'antd';
import { Download } from 'lucide-react';
import { download } from '../api/client.js';
import { messageOf } from '../api/problem.js';
import { FileDrop } from '../list-import/file-drop.js';
import { RESIDENT_LIST } from '../list-import/import-kinds.js';
import { PastRuns } from '../list-import/past-runs.js';
import { useUpload } from '../list-import/use-upload.js';
import { PageHead } from '../parts/page-head.js';
import '../list-import/list-import.css';

/** Where an import begins: drop a file, or go on with one that was uploaded. */
export function ImportStart() {
  const { message } = App.useApp();
  const upload = useUpload(RESIDENT_LIST);
  return (
    <div className="page">
      <PageHead title={RESIDENT_LIST.title} sub="Dari OpenSID atau lembar kerja dengan kolom yang sama. Belum ada yang berubah sampai Anda menerapkannya."
        acts={<Button icon={<Download size={15} />} onClick={() => void download('/resident-import-template.xlsx', 'pola-impor-penduduk.xlsx').catch((error: unknown) => message.error(messageOf(error)))}>Unduh pola kosong</Button>} />
      <FileDrop onFile={(file) => upload.mutate({ file })} busy={upload.isPending} file={upload.isPending ? upload.variables.file : null} error={upload.error}>Excel (.xlsx) atau CSV, 43 sampai 45 kolom OpenSID dengan urutan bebas</FileDrop>
      <PastRuns kind={RESIDENT_LIST} title="Impor sebelumnya" none="Belum pernah ada impor di kantor ini." />
    </div>
  );
}
