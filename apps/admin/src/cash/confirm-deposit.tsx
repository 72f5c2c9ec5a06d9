import { Form, Modal } from 'antd';
import { useState } from 'react';
import { isPlainDate } from '#values';
import { api } from '../api/client.js';
import type { DepositDetail } from '../api/contract.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useOnePress } from '../parts/one-press.js';
import { dateRule, PlainDateInput } from '../parts/plain-date-input.js';
import { ErrorLine } from '../parts/states.js';
import { fileSize, today } from '../parts/words.js';
import { amountWords, rupiah } from './cash-data.js';

const KINDS = 'image/jpeg,image/png,application/pdf,.jpg,.jpeg,.png,.pdf';
const LARGEST_BYTES = 10 * 1024 * 1024;

interface Props { deposit: DepositDetail; onDone: (deposit: DepositDetail) => Promise<void>; onClose: () => void }

/** Somebody else than the collector says to have seen the bank's proof, and puts it beside the deposit. */
export function ConfirmDeposit({ deposit, onDone, onClose }: Props) {
  const [form] = Form.useForm<{ depositedOn: string }>();
  const [file, setFile] = useState<File | null>(null);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const press = useOnePress();

  const choose = (chosen: File) => {
    setFile(chosen);
    setFileProblem(chosen.size > LARGEST_BYTES ? `Berkas ${fileSize(chosen.size)}; paling besar 10 MB.` : null);
  };
  const confirm = async ({ depositedOn }: { depositedOn: string }) => {
    if (!file) return setFileProblem('Pilih foto atau PDF bukti setornya.');
    if (file.size > LARGEST_BYTES || !press.take()) return undefined;
    setBusy(true);
    setError(null);
    const body = new FormData();
    body.append('depositedOn', depositedOn);
    body.append('file', file);
    try {
      await onDone(await api.post<DepositDetail>(`/deposits/${deposit.id}/confirmation`, body));
      onClose();
    } catch (thrown) {
      setError(showFieldProblems(form, thrown));
      setBusy(false);
    } finally {
      press.release();
    }
    return undefined;
  };

  return (
    <Modal open title="Konfirmasi setoran" width={480} okText="Sudah saya cocokkan" cancelText="Batal" confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <div className="dialog-text">
        <p>Cocokkan bukti dari bank: jumlahnya harus tepat</p>
        <p className="due-sum">{rupiah(deposit.amount)}</p>
        <p>{amountWords(deposit.amount)}, disetor {deposit.collectorName} ke {deposit.bank}, kode <b className="nowrap">{deposit.reference}</b>.</p>
      </div>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ depositedOn: today() }} onFinish={(values) => void confirm(values)}>
        <Form.Item name="depositedOn" label="Tanggal pada bukti" rules={[{ required: true, message: 'Isi tanggal pada bukti setor.' }, { validator: dateRule }, { validator: notLater }]}><PlainDateInput /></Form.Item>
        <Form.Item label="Bukti setor" htmlFor="bukti-setor" className="proof-item" extra="Foto (JPEG, PNG) atau PDF, paling besar 10 MB" validateStatus={fileProblem ? 'error' : undefined} help={fileProblem ?? undefined}>
          <input id="bukti-setor" className="sr-only proof-input" type="file" accept={KINDS} onChange={(event) => { const chosen = event.target.files?.[0]; if (chosen) choose(chosen); event.target.value = ''; }} />
          <span className="proof"><label htmlFor="bukti-setor" className="proof-button">{file ? 'Ganti berkas' : 'Pilih berkas'}</label><span role="status">{file ? `${file.name}, ${fileSize(file.size)}` : 'belum dipilih'}</span></span>
        </Form.Item>
      </Form>
      <ErrorLine error={error} />
    </Modal>
  );
}

function notLater(_rule: unknown, value: string | undefined): Promise<void> {
  return value && isPlainDate(value) && value > today() ? Promise.reject(new Error('Tanggal setor tidak boleh sesudah hari ini.')) : Promise.resolve();
}
