import { Form, Input, Radio } from 'antd';
import { parseNik } from '#values';
import { OUTSIDER_LABELS } from './outsider-labels.js';
import { dateRule, PlainDateInput } from '../parts/plain-date-input.js';

const need = (label: string) => [{ required: true, whitespace: true, message: `${label} wajib diisi.` }];

/** The identity of someone who is not in the register, copied from their KTP-el. */
export function OutsiderFields() {
  return (
    <fieldset className="outsider">
      <legend className="section-title">Pemohon di luar data penduduk</legend>
      <p className="quiet">Salin dari KTP-el. Data ini hanya dipakai di surat ini dan tidak masuk ke daftar penduduk.</p>
      <div className="letter-fields">
        <Form.Item name={['outsider', 'name']} label={OUTSIDER_LABELS['name']} rules={need('Nama')} className="field-long"><Input autoComplete="off" autoFocus /></Form.Item>
        <Form.Item name={['outsider', 'nik']} label={OUTSIDER_LABELS['nik']} className="field-long" validateTrigger="onBlur" rules={[{ required: true, message: 'NIK wajib diisi.' }, { validator: nikRule }]}><Input inputMode="numeric" autoComplete="off" /></Form.Item>
        <Form.Item name={['outsider', 'birthPlace']} label={OUTSIDER_LABELS['birthPlace']} rules={need('Tempat lahir')} className="field-short"><Input autoComplete="off" /></Form.Item>
        <Form.Item name={['outsider', 'birthDate']} label={OUTSIDER_LABELS['birthDate']} className="field-short" validateTrigger="onBlur" rules={[{ required: true, message: 'Tanggal lahir wajib diisi.' }, { validator: dateRule }]}><PlainDateInput placeholder="17-08-1970" /></Form.Item>
        <Form.Item name={['outsider', 'sex']} label={OUTSIDER_LABELS['sex']} className="field-long" rules={[{ required: true, message: 'Pilih jenis kelamin.' }]}><Radio.Group options={[{ value: 'L', label: 'Laki-laki' }, { value: 'P', label: 'Perempuan' }]} /></Form.Item>
        <Form.Item name={['outsider', 'religion']} label={OUTSIDER_LABELS['religion']} rules={need('Agama')} className="field-short"><Input autoComplete="off" /></Form.Item>
        <Form.Item name={['outsider', 'maritalStatus']} label={OUTSIDER_LABELS['maritalStatus']} rules={need('Status perkawinan')} className="field-short"><Input autoComplete="off" /></Form.Item>
        <Form.Item name={['outsider', 'occupation']} label={OUTSIDER_LABELS['occupation']} rules={need('Pekerjaan')} className="field-short"><Input autoComplete="off" /></Form.Item>
        <Form.Item name={['outsider', 'citizenship']} label={OUTSIDER_LABELS['citizenship']} initialValue="Indonesia" rules={need('Kewarganegaraan')} className="field-short"><Input autoComplete="off" /></Form.Item>
        <Form.Item name={['outsider', 'address']} label={OUTSIDER_LABELS['address']} rules={need('Alamat')} className="field-long"><Input.TextArea autoSize={{ minRows: 2 }} /></Form.Item>
      </div>
    </fieldset>
  );
}

/** `NIK harus 16 angka; ini baru 15`, said when leaving the field. */
function nikRule(_rule: unknown, value: string | undefined): Promise<void> {
  if (!value) return Promise.resolve();
  const result = parseNik(value);
  return result.ok ? Promise.resolve() : Promise.reject(new Error(result.message));
}
