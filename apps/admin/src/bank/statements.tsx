import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select, Switch, type FormInstance } from 'antd';
import { useState } from 'react';
import { FileDrop } from '../list-import/file-drop.js';
import { BANK_STATEMENT } from '../list-import/import-kinds.js';
import { PastRuns } from '../list-import/past-runs.js';
import { useUpload } from '../list-import/use-upload.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { LinkButton } from '../parts/link-button.js';
import { PageHead } from '../parts/page-head.js';
import { longDate } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { SavedMappings } from '../tax/saved-mappings.js';
import { accountName, accountsOf } from './bank-data.js';
import { STATEMENT_FIELDS } from './statement-columns.js';
import '../list-import/list-import.css';
import '../tax/tax.css';
import './bank.css';

interface Values { account: string; opening?: string; closing?: string; mapping?: Record<string, string | undefined> }

/** Where a statement comes in, and those that came before. */
export function Statements() {
  const may = useMay();
  return (
    <div className="page">
      <PageHead title={BANK_STATEMENT.title} sub="Unduhan dari internet banking. Belum ada yang dicatat sampai Anda menerapkannya; hanya hari yang sudah selesai." />
      {may('bank.reconcile') && <Upload />}
      <PastRuns kind={BANK_STATEMENT} title="Rekening koran yang pernah diunggah" none="Belum pernah ada rekening koran yang diunggah." />
    </div>
  );
}

function Upload() {
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [mapped, setMapped] = useState(false);
  const [balances, setBalances] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const accounts = useQuery(accountsOf).data ?? [];
  const account = Form.useWatch('account', form);
  const chosen = accounts.find(({ id }) => id === account) ?? (accounts.length === 1 ? accounts[0] : undefined);
  const upload = useUpload(BANK_STATEMENT);

  const send = ({ opening = '', closing = '', mapping }: Values) => {
    setMissing(file === null);
    setError(null);
    if (!file || !chosen || upload.isPending) return;
    const fields = { account: chosen.id, ...(balances ? { opening: opening.trim(), closing: closing.trim() } : {}), ...(mapped ? { mapping: JSON.stringify(headingsOf(mapping)) } : {}) };
    upload.mutate({ file, fields }, { onError: (thrown) => setError(showFieldProblems(form, thrown)) });
  };
  return (
    <Form form={form} layout="vertical" onFinish={send} requiredMark={false}>
      <div className="upload">
        <FileDrop sentLater accept=".xml,text/xml,application/xml" onFile={(next) => { setFile(next); setMissing(false); }} busy={upload.isPending} file={file} missing={missing ? 'Pilih berkasnya dahulu.' : null} error={error}>Excel (.xlsx), CSV, atau camt.053 (.xml) dari bank</FileDrop>
        <div>
          {accounts.length === 1 && chosen ? <p className="statement-account"><span className="quiet">Rekening</span><b>{accountName(chosen)}</b>{chosen.holder}</p> : (
            <Form.Item name="account" label="Rekening" rules={[{ required: true, message: 'Pilih rekening.' }]}>
              <Select placeholder="Pilih rekening" options={accounts.map((one) => ({ value: one.id, label: accountName(one) }))} notFoundContent={<LinkButton type="link" to="/pbb/bank/rekening">Daftarkan rekening dahulu</LinkButton>} />
            </Form.Item>
          )}
          <p className="quiet upload-hint">{chosen?.knownTo ? `Tercatat sampai ${longDate(chosen.knownTo)}. Yang berikut harus menyambung.` : chosen ? 'Belum ada rekening koran; mulai dari hari mana pun.' : ' '}</p>
          <p className="mapping-switch statement-balances"><Switch size="small" checked={balances} onChange={setBalances} aria-labelledby="saldo-label" /> <label id="saldo-label">Berkas saya tidak memuat saldo</label></p>
          {balances && (
            <div className="upload-years">
              <Form.Item name="opening" label="Saldo awal" rules={[{ required: true, message: 'Isi saldo awal.' }]}><Input autoComplete="off" inputMode="decimal" placeholder="1.250.000,00" /></Form.Item>
              <Form.Item name="closing" label="Saldo akhir" rules={[{ required: true, message: 'Isi saldo akhir.' }]}><Input autoComplete="off" inputMode="decimal" placeholder="1.500.000,00" /></Form.Item>
            </div>
          )}
          <Button type="primary" htmlType="submit" loading={upload.isPending}>Unggah dan periksa</Button>
        </div>
      </div>
      <div className="mapping">
        <p className="mapping-switch"><Switch size="small" checked={mapped} onChange={setMapped} aria-labelledby="mapping-label" /> <label id="mapping-label">Judul kolom di berkas saya berbeda</label></p>
        {mapped && <Mapping form={form} />}
      </div>
    </Form>
  );
}

const headingsOf = (mapping: Values['mapping']) => Object.fromEntries(Object.entries(mapping ?? {}).flatMap(([field, heading]) => (heading?.trim() ? [[field, heading.trim()]] : [])));

/** Which heading of the file holds what; those of the usual banks are known without it. */
function Mapping({ form }: { form: FormInstance<Values> }) {
  return (
    <>
      <p className="mapping-hint">Judul kolom bank yang biasa dikenali sendiri. Bila berkas Anda memakai judul lain, tulis judulnya persis seperti di berkas: Debit dan Kredit, atau satu kolom Jumlah.</p>
      <SavedMappings kind="bank-statements" example="Unduhan Bank Jatim" form={form} headings={() => headingsOf((form.getFieldsValue(true) as Values).mapping)} />
      <div className="mapping-fields">
        {STATEMENT_FIELDS.map(({ field, label, required }) => (
          <Form.Item key={field} name={['mapping', field]} label={required ? `${label} (wajib)` : label} rules={required ? [{ required: true, whitespace: true, message: `Tulis judul kolom ${label}.` }] : []}>
            <Input autoComplete="off" maxLength={200} placeholder="tidak ada di berkas" />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
