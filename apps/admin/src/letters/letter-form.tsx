import { Button, Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { FileCheck2 } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Letter, LetterDraft, LetterType, Outsider, Resident } from '../api/contract.js';
import { readDraft, useDraft } from '../parts/drafts.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { Key } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { ErrorLine, Notice } from '../parts/states.js';
import { clock, clockSeconds, today } from '../parts/words.js';
import { useMe } from '../session/session.js';
import { LetterFieldItem, startingData, typedWords } from './field-input.js';
import { DuePromise } from './letter-chip.js';
import { officialsOf, signatoryChoices, validityWords } from './letter-data.js';
import { LetterDesk } from './letter-desk.js';
import { LetterHistory, LetterSteps } from './letter-steps.js';
import { OutsiderFields } from './outsider-fields.js';
import { PdfView } from './pdf-view.js';
import { isIncomplete, usePreview } from './use-preview.js';

export interface LetterValues { data: LetterDraft['data']; signatory?: string; outsider?: Outsider }

interface Props {
  type: LetterType;
  resident: Resident | null;
  /** The letter being checked or mended; null while it is being requested. */
  letter: Letter | null;
  card: ReactNode;
  above: ReactNode;
  draftKey: string;
  submitWord: string;
  onSubmit: (body: LetterDraft) => Promise<void>;
  others?: ReactNode;
}

/** The questions of one letter type beside the paper they will stand on. */
export function LetterForm({ type, resident, letter, card, above, draftKey, submitWord, onSubmit, others }: Props) {
  const me = useMe();
  const [form] = Form.useForm<LetterValues>();
  const officials = useQuery(officialsOf);
  const choices = useMemo(() => signatoryChoices(type, officials.data?.items ?? [], today()), [type, officials.data]);
  const starting = useMemo(() => (letter ? letter.data : startingData(type.fields, resident)), [letter, type, resident]);
  const [stored] = useState(() => readDraft<LetterValues>(draftKey));
  const draft = useDraft<LetterValues>(draftKey);
  const [values, setValues] = useState<LetterValues>(() => ({ ...stored?.value, data: { ...starting, ...stored?.value.data } }));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const firstSignatory = letter ? `${letter.signatory.officialId}|${letter.signatory.capacity}` : choices[0]?.value;
  useEffect(() => {
    if (!form.getFieldValue('signatory') && firstSignatory) {
      form.setFieldValue('signatory', firstSignatory);
      setValues((before) => ({ ...before, signatory: firstSignatory }));
    }
  }, [form, firstSignatory]);

  const body = bodyOf(type, resident, values);
  const preview = usePreview(letter ? `/letters/${letter.id}/preview.pdf` : '/letters/preview.pdf', letter ? { data: body.data, signatory: body.signatory } : body);
  const marks = typedWords(values.data, type.fields, starting);

  const submit = async () => {
    setError(null);
    try {
      await form.validateFields();
    } catch {
      const first = form.getFieldsError().find((field) => field.errors.length > 0);
      if (first) form.scrollToField(first.name, { focus: true });
      return;
    }
    setBusy(true);
    try {
      await onSubmit(bodyOf(type, resident, form.getFieldsValue(true) as LetterValues));
      draft.clear();
    } catch (thrown) {
      setError(showFieldProblems(form, thrown));
    } finally {
      setBusy(false);
    }
  };
  useShortcuts('Surat', [{ key: 'ctrl+enter', shown: 'Ctrl Enter', label: submitWord, run: () => { if (!busy) void submit(); } }]);

  const hasEmpty = type.fields.findIndex((field) => !values.data[field.name]);
  const focusAt = letter ? -1 : hasEmpty;
  const fields = (
    <Form form={form} layout="vertical" initialValues={values} onValuesChange={(_, all) => { setValues(all as LetterValues); draft.save(withoutNumbers(all as LetterValues)); }} className="letter-form" scrollToFirstError>
      {resident || letter ? card : <OutsiderFields />}
      <div className="letter-fields">
        {type.fields.map((field, index) => <LetterFieldItem key={field.name} field={field} resident={resident} autoFocus={index === focusAt && (resident !== null || letter !== null)} />)}
        {choices.length > 0 && (
          <Form.Item name="signatory" label="Ditandatangani" className="field-long" rules={[{ required: true, message: 'Pilih penanda tangan.' }]}><Select options={choices} popupMatchSelectWidth={false} /></Form.Item>
        )}
      </div>
      <p className="letter-validity"><span>Berlaku</span>{validityWords(type.validity, today())}, dihitung dari tanggal disetujui</p>
      {type.requirements.length > 0 && (
        <div className="requirements">
          <h2 className="section-title">Berkas yang diperiksa</h2>
          <ul>{type.requirements.map((text) => <li key={text}><FileCheck2 size={15} aria-hidden="true" />{text}</li>)}</ul>
        </div>
      )}
    </Form>
  );
  const bar = (
    <footer className="action-bar">
      <ErrorLine error={error} />
      <div className="action-row">
        {others}
        <Button type="primary" loading={busy} onClick={() => void submit()} aria-keyshortcuts="Control+Enter">{submitWord}<Key>Ctrl Enter</Key></Button>
      </div>
    </footer>
  );
  const note = preview.error && isIncomplete(preview.error) ? 'Lengkapi isian untuk memperbarui lembar ini'
    : preview.error ? 'Lembar belum diperbarui; dicoba lagi saat isian berubah'
      : preview.at ? `Sama persis dengan yang dicetak, diperbarui ${clockSeconds(preview.at)}` : 'Menyiapkan lembar …';

  return (
    <LetterDesk bar={bar} form={fields}
      head={(
        <>
          <div className="desk-title">
            <div><p className="page-above">{above}</p><h1 className="page-title">{type.title}</h1></div>
            <p className="desk-state" role="status">
              {draft.savedAt ? <span className="quiet">Draf tersimpan {clock(draft.savedAt)}</span> : stored && <span className="quiet">Draf pukul {clock(new Date(stored.at))} dilanjutkan</span>}
              {letter && <DuePromise dueAt={letter.dueAt} />}
            </p>
          </div>
          <LetterSteps letter={letter} head={me.unit.words.head} />
        </>
      )}
      history={letter ? <LetterHistory letter={letter} /> : undefined}
      paper={<PdfView file={preview.file} label="Pratinjau surat" marks={marks} busy={preview.busy} note={note} instead={<Notice icon={FileCheck2} tone="none" title={preview.busy || !preview.error ? 'Menyiapkan lembar' : 'Lembar belum dapat ditampilkan'}>{isIncomplete(preview.error) ? 'Isi dulu bagian yang wajib; lembarnya muncul di sini.' : 'Surat yang sebenarnya tampil di sini, sama dengan yang akan dicetak.'}</Notice>} />} />
  );
}

/** A draft stays on a shared computer: numbers of people are typed again rather than kept there. */
function withoutNumbers(values: LetterValues): LetterValues {
  const { dependants: _dependants, ...data } = values.data;
  return { ...values, data, ...(values.outsider ? { outsider: { ...values.outsider, nik: '' } } : {}) };
}

function bodyOf(type: LetterType, resident: Resident | null, values: LetterValues): LetterDraft {
  const [officialId = '', capacity = 'head'] = (values.signatory ?? '').split('|');
  const data: LetterDraft['data'] = {};
  for (const field of type.fields) {
    const value = values.data[field.name];
    // Every answer travels as text, amounts too; only dependants are a list.
    if (value !== undefined && value !== null && value !== '') data[field.name] = Array.isArray(value) ? value : String(value).trim();
  }
  return {
    type: type.code,
    ...(resident ? { residentId: resident.id } : values.outsider ? { outsider: values.outsider } : {}),
    data,
    signatory: { officialId, capacity: capacity === 'on-behalf' ? 'on-behalf' : 'head' },
  };
}
