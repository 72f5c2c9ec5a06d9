import { Form, Input, Modal, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ErrorLine } from './states.js';

interface Props {
  title: string;
  /** What will happen and to whom. */
  children?: ReactNode;
  label: string;
  placeholder?: string;
  okText: string;
  danger?: boolean;
  /** Frequent reasons, one press each. */
  suggestions?: readonly string[];
  onOk: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

const LEAST = 5;

/** Asks why before an act that others will read about: reveal, return, reject, void, reverse. */
export function ReasonDialog({ title, children, label, placeholder, okText, danger = false, suggestions = [], onOk, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const input = useRef<InputRef>(null);
  useEffect(() => { setShort(false); }, [reason]);

  const submit = async () => {
    if (busy) return;
    if (reason.trim().length < LEAST) {
      setShort(true);
      input.current?.focus();
      return;
    }
    setBusy(true);
    setError(null);
    try {
      await onOk(reason.trim());
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };

  return (
    <Modal open title={title} width={460} okText={okText} cancelText="Batal" okButtonProps={{ danger }} confirmLoading={busy} onOk={() => void submit()} onCancel={onClose} afterOpenChange={(open) => { if (open) input.current?.focus(); }}>
      {children && <div className="dialog-text">{children}</div>}
      <Form layout="vertical" component="div">
        <Form.Item label={label} htmlFor="alasan" validateStatus={short ? 'error' : undefined} help={short ? `Tulis sedikitnya ${LEAST} huruf.` : undefined}>
          <Input ref={input} id="alasan" value={reason} placeholder={placeholder} maxLength={200} autoComplete="off" onChange={(event) => setReason(event.target.value)} onPressEnter={() => void submit()} />
        </Form.Item>
      </Form>
      {suggestions.length > 0 && <p className="dialog-suggestions">{suggestions.map((text) => <button key={text} type="button" className="suggestion" onClick={() => { setReason(text); input.current?.focus(); }}>{text}</button>)}</p>}
      <ErrorLine error={error} />
    </Modal>
  );
}
