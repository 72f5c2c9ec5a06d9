import { Button, Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { FileCheck2 } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ApplicantPaper, Dependant, Letter, LetterDraft, LetterType, Outsider, Resident } from '../api/contract.js';
import { messageOf, Unreachable } from '../api/problem.js';
import { readDraft, useDraft } from '../parts/drafts.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { Key } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { ErrorLine, Notice } from '../parts/states.js';
import { clock, clockSeconds, today } from '../parts/words.js';
import { useMe } from '../session/session.js';
import { LetterFieldItem, startingData, typedWords } from './field-input.js';
import { changeOf, formDataOf } from './letter-change.js';
import { DuePromise } from './letter-chip.js';
import { officialsOf, signatoryChoices, validityWords } from './letter-data.js';
import { LetterDesk } from './letter-desk.js';
import { LetterHistory, LetterSteps } from './letter-steps.js';
import { OutsiderFields } from './outsider-fields.js';
import { PdfView } from './pdf-view.js';
import { refusalOf, refusalWords } from './preview-refusal.js';
import { UnknownParticulars } from './unknown-particulars.js';
import { usePreview } from './use-preview.js';

export interface LetterValues { data: LetterDraft['data']; signatory?: string; outsider?: Outsider }

interface Props {
  type: LetterType;
  resident: Resident | null;
  /** What the register says on the paper; null for an outsider, or while it is not known. */
  paper: ApplicantPaper | null;
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
export function LetterForm({ type, resident, paper, letter, card, above, draftKey, submitWord, onSubmit, others }: Props) {
  const me = useMe();
  const [form] = Form.useForm<LetterValues>();
  const officials = useQuery(officialsOf);
  const choices = useMemo(() => signatoryChoices(type, officials.data?.items ?? [], today()), [type, officials.data]);
  const starting = useMemo(() => (letter ? formDataOf(letter) : startingData(type.fields, resident, paper?.home ?? null)), [letter, type, resident, paper]);
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

  const applicantId = resident?.id ?? letter?.residentId ?? null;
  const body = bodyOf(type, resident, values);
  const preview = usePreview(letter ? `/letters/${letter.id}/preview.pdf` : '/letters/preview.pdf', letter ? changeOf(letter, body) : body);
  const refusal = refusalOf(preview.error, body, type);
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
      {paper && applicantId && <UnknownParticulars residentId={applicantId} unknown={paper.unknown} />}
      <div className="letter-fields">
        {type.fields.map((field, index) => <LetterFieldItem key={field.name} field={field} resident={resident} stored={storedRows(letter, field.name)} autoFocus={index === focusAt && (resident !== null || letter !== null)} />)}
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
  const trouble = refusal ? refusalWords(refusal) : preview.error instanceof Unreachable ? 'Lembar diperbarui begitu tersambung lagi.' : preview.error ? messageOf(preview.error) : null;
  const note = refusal && refusal.wrong.length === 0 ? 'Lengkapi isian untuk memperbarui lembar ini'
    : trouble ? `Lembar belum diperbarui${preview.file ? `. ${trouble}` : ''}`
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
      paper={<PdfView file={preview.file} label="Pratinjau surat" marks={marks} busy={preview.busy} note={note} instead={<Notice icon={FileCheck2} tone="none" title={preview.busy || !preview.error ? 'Menyiapkan lembar' : 'Lembar belum dapat ditampilkan'}>{trouble ?? 'Surat yang sebenarnya tampil di sini, sama dengan yang akan dicetak.'}</Notice>} />} />
  );
}

const storedRows = (letter: Letter | null, field: string): Dependant[] => {
  const rows = letter?.data[field];
  return Array.isArray(rows) ? rows : [];
};

/** A draft stays on a shared computer: numbers of people are typed again rather than kept there. Dependants of the register are only ids. */
function withoutNumbers(values: LetterValues): LetterValues {
  const data = Object.fromEntries(Object.entries(values.data).filter(([, value]) => !Array.isArray(value) || value.every((row) => !('nik' in row))));
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
