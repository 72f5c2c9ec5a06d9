import { Button, Form, Input, Radio, Select, Switch, type FormInstance } from 'antd';
import { useState } from 'react';
import { FileDrop } from '../list-import/file-drop.js';
import { TAX_LIST } from '../list-import/import-kinds.js';
import { PastRuns } from '../list-import/past-runs.js';
import { useUpload } from '../list-import/use-upload.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { PageHead } from '../parts/page-head.js';
import { dateRule, PlainDateInput } from '../parts/plain-date-input.js';
import { today } from '../parts/words.js';
import { LIST_FIELDS } from './list-columns.js';
import { SavedMappings } from './saved-mappings.js';
import { useVillageOptions } from './village-options.js';
import '../list-import/list-import.css';
import './tax.css';

interface Values { taxYear: string; dueOn: string; scope: 'regency' | 'village'; village?: string; mapping?: Record<string, string | undefined> }

const FIRST_YEAR = 1985;

/** Where a tax list comes in: the file, whose it is, and under which headings it says what. */
export function TaxLists() {
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [mapped, setMapped] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const villages = useVillageOptions();
  const scope = Form.useWatch('scope', form);
  const upload = useUpload(TAX_LIST);

  const send = ({ taxYear, dueOn, scope: whose, village, mapping }: Values) => {
    setMissing(file === null);
    setError(null);
    if (!file || upload.isPending) return;
    const fields = { taxYear, dueOn, ...(whose === 'village' && village ? { village } : {}), ...(mapped ? { mapping: JSON.stringify(headingsOf(mapping)) } : {}) };
    upload.mutate({ file, fields }, { onError: (thrown) => setError(showFieldProblems(form, thrown)) });
  };
  const choose = (chosen: File) => { setFile(chosen); setMissing(false); };
  const year = today().slice(0, 4);

  return (
    <div className="page">
      <PageHead title={TAX_LIST.title} sub="DHKP atau ekspor OpenSID-PBB. Belum ada tagihan yang terbit sampai Anda menerapkannya." />
      <Form form={form} layout="vertical" initialValues={{ taxYear: year, dueOn: '', scope: 'regency' }} onFinish={send} requiredMark={false}>
        <div className="upload">
          <FileDrop sentLater onFile={choose} busy={upload.isPending} file={file} missing={missing ? 'Pilih berkasnya dahulu.' : null} error={error}>Excel (.xlsx) atau CSV; satu berkas boleh memuat semua desa</FileDrop>
          <div>
            <div className="upload-years">
              <Form.Item name="taxYear" label="Tahun pajak" rules={[{ required: true, message: 'Tahun pajak wajib diisi.' }, { validator: yearRule }]}><Input inputMode="numeric" autoComplete="off" maxLength={4} /></Form.Item>
              <Form.Item name="dueOn" label="Jatuh tempo" validateTrigger="onBlur" rules={[{ required: true, message: 'Jatuh tempo wajib diisi.' }, { validator: dateRule }]}><PlainDateInput placeholder={`30-09-${year}`} /></Form.Item>
            </div>
            <p className="quiet upload-hint">Dipakai untuk baris yang tidak menyebutnya sendiri.</p>
            <Form.Item name="scope" label="Daftar milik">
              <Radio.Group options={[{ value: 'regency', label: 'Seluruh kabupaten' }, { value: 'village', label: 'Satu desa' }]} />
            </Form.Item>
            {scope === 'village' && <Form.Item name="village" label="Desa atau kelurahan" rules={[{ required: true, message: 'Pilih desa atau kelurahan.' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={villages} placeholder="Ketik nama desa" /></Form.Item>}
            <Button type="primary" htmlType="submit" loading={upload.isPending}>Unggah dan periksa</Button>
          </div>
        </div>
        <div className="mapping">
          <p className="mapping-switch"><Switch size="small" checked={mapped} onChange={setMapped} aria-labelledby="mapping-label" /> <label id="mapping-label">Judul kolom di berkas saya berbeda</label></p>
          {mapped && <Mapping form={form} />}
        </div>
      </Form>
      <PastRuns kind={TAX_LIST} title="Daftar yang pernah diunggah" none="Belum pernah ada daftar pajak yang diunggah." />
    </div>
  );
}

function yearRule(_rule: unknown, value: string | undefined): Promise<void> {
  const year = /^\d{4}$/.test(value ?? '') ? Number(value) : 0;
  return !value || (year >= FIRST_YEAR && year < 2200) ? Promise.resolve() : Promise.reject(new Error(`Tulis empat angka, misalnya ${today().slice(0, 4)}.`));
}

const headingsOf = (mapping: Values['mapping']) => Object.fromEntries(Object.entries(mapping ?? {}).flatMap(([field, heading]) => (heading?.trim() ? [[field, heading.trim()]] : [])));

/** Which heading of the file holds what; the usual ones are known without it. */
function Mapping({ form }: { form: FormInstance<Values> }) {
  return (
    <>
      <p className="mapping-hint">Judul DHKP dan OpenSID-PBB dikenali sendiri. Bila berkas Anda memakai judul lain, tulis judulnya persis seperti di berkas. Yang dikosongkan tidak dibaca.</p>
      <SavedMappings kind="assessments" example="DHKP Bapenda" form={form} headings={() => headingsOf((form.getFieldsValue(true) as Values).mapping)} />
      <div className="mapping-fields">
        {LIST_FIELDS.map(({ field, label, required }) => (
          <Form.Item key={field} name={['mapping', field]} label={required ? `${label} (wajib)` : label} rules={required ? [{ required: true, whitespace: true, message: `Tulis judul kolom ${label}.` }] : []}>
            <Input autoComplete="off" maxLength={200} placeholder="tidak ada di berkas" />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
