import { App, Button, Form, Input } from 'antd';
import { Circle, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { api } from '../api/client.js';
import type { Me } from '../api/contract.js';
import { Problem } from '../api/problem.js';
import { takeActor } from '../api/token.js';
import { ErrorLine } from '../parts/states.js';
import { showFieldProblems } from '../parts/form-problems.js';
import { useTabTitle } from '../parts/page-head.js';
import { useSession } from '../session/session.js';
import { AuthFrame } from './auth-frame.js';
import { passwordRules, sameSoFar } from './password-rules.js';
import { eye } from './sign-in.js';

interface Passwords { current: string; next: string; again: string }

/** The forced change after a temporary password, and the voluntary one from the person's menu. */
export function ChangePassword() {
  useTabTitle('Ganti kata sandi');
  const { state, signOut } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();
  // The temporary password was typed a second ago; it is handed over in memory, not asked again.
  const handed = (useLocation().state as { current?: string } | null)?.current;
  const [form] = Form.useForm<Passwords>();
  const next = Form.useWatch('next', form) ?? '';
  const again = Form.useWatch('again', form) ?? '';
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  if (state.kind !== 'signed-in') return <Navigate to="/masuk" replace />;
  const { me } = state;
  const rules = passwordRules(me, next, again);

  const submit = async (values: Passwords) => {
    // Of the values as sent: Enter may come before the page has drawn the last letter.
    const unmet = passwordRules(me, values.next ?? '', values.again ?? '').find((rule) => !rule.met);
    if (unmet) {
      setError(new Problem({ status: 422, code: 'RULE_UNMET', detail: `Belum terpenuhi: ${unmet.label.charAt(0).toLowerCase()}${unmet.label.slice(1)}.` }));
      return;
    }
    setBusy(true);
    setError(null);
    try {
      await api.put('/me/password', { current: handed ?? values.current, next: values.next });
      takeActor(await api.get<Me>('/me'));
      message.success('Kata sandi diganti.');
      await navigate('/', { replace: true });
    } catch (thrown) {
      setError(showFieldProblems(form, thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <AuthFrame>
      <h1 className="auth-title">Ganti kata sandi</h1>
      <p className="auth-lead">{me.mustChangePassword ? 'Kata sandi sementara hanya dipakai sekali. Buat yang baru sebelum mulai bekerja.' : 'Setelah diganti, perangkat lain harus masuk lagi.'}</p>
      <Form form={form} layout="vertical" size="large" onFinish={(values) => void submit(values)} validateTrigger="onSubmit">
        <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
        {handed === undefined && (
          <Form.Item name="current" label={me.mustChangePassword ? 'Kata sandi sementara' : 'Kata sandi sekarang'} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" iconRender={eye} autoFocus />
          </Form.Item>
        )}
        <Form.Item name="next" label="Kata sandi baru" rules={[{ required: true }]}>
          <Input.Password autoComplete="new-password" iconRender={eye} autoFocus={handed !== undefined} aria-describedby="sandi-syarat" />
        </Form.Item>
        <Form.Item name="again" label="Ulangi kata sandi baru" validateStatus={sameSoFar(next, again) ? undefined : 'error'} help={sameSoFar(next, again) ? undefined : 'Belum sama dengan kata sandi baru.'}>
          <Input.Password autoComplete="new-password" iconRender={eye} />
        </Form.Item>
        <ul className="auth-rules" id="sandi-syarat">
          {rules.map((rule) => (
            <li key={rule.label} className={rule.met ? 'met' : undefined}>
              {rule.met ? <CircleCheck size={16} aria-hidden="true" /> : <Circle size={16} aria-hidden="true" />}
              {rule.label}<span className="sr-only">{rule.met ? ', terpenuhi' : ', belum'}</span>
            </li>
          ))}
        </ul>
        <ErrorLine error={error} />
        <Button type="primary" htmlType="submit" block loading={busy}>Simpan kata sandi</Button>
      </Form>
      <p className="auth-out">
        {me.mustChangePassword
          ? <button type="button" className="link-button" onClick={() => void signOut()}>Keluar</button>
          : <button type="button" className="link-button" onClick={() => void navigate(-1)}>Batal</button>}
      </p>
    </AuthFrame>
  );
}
