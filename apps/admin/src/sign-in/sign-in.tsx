import { Button, Form, Input, type InputRef } from 'antd';
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { messageOf, Problem } from '../api/problem.js';
import { useTabTitle } from '../parts/page-head.js';
import { span, whenFull } from '../parts/words.js';
import { lastUnit, useSession } from '../session/session.js';
import { AuthFrame } from './auth-frame.js';

interface Credentials { username: string; password: string }

export const eye = (shown: boolean) => (shown ? <Eye size={16} /> : <EyeOff size={16} />);

export function SignIn() {
  useTabTitle('Masuk');
  const { state, signIn } = useSession();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: string } | null)?.from ?? '/';
  const [form] = Form.useForm<Credentials>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const first = useRef<InputRef>(null);
  const last = lastUnit();

  useEffect(() => { first.current?.focus(); }, []);
  if (state.kind === 'signed-in' && !busy) return <Navigate to={state.me.mustChangePassword ? '/ganti-sandi' : from} replace />;

  const submit = async ({ username, password }: Credentials) => {
    setBusy(true);
    setError(null);
    try {
      const me = await signIn(username.trim(), password);
      await navigate(me.mustChangePassword ? '/ganti-sandi' : from, { replace: true, state: me.mustChangePassword ? { current: password } : null });
    } catch (thrown) {
      setError(wordsFor(thrown));
      form.setFieldValue('password', '');
      form.focusField('password');
    } finally {
      setBusy(false);
    }
  };

  return (
    <AuthFrame>
      <h1 className="auth-title">Masuk</h1>
      <p className="auth-lead">Untuk perangkat desa, kecamatan, dan kabupaten.</p>
      <Form form={form} layout="vertical" size="large" onFinish={(values) => void submit(values)} validateTrigger="onSubmit">
        <Form.Item name="username" label="Nama pengguna" rules={[{ required: true }]}>
          <Input ref={first} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label="Kata sandi" rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" iconRender={eye} />
        </Form.Item>
        <div role="alert">{error && <p className="auth-error">{error}</p>}</div>
        <Button type="primary" htmlType="submit" block loading={busy}>Masuk</Button>
      </Form>
      {last && (
        <div className="auth-last">
          <span><small>Terakhir masuk dari komputer ini</small><b>{last.name}</b></span>
          <span>{whenFull(last.at)} WIB</span>
        </div>
      )}
    </AuthFrame>
  );
}

function wordsFor(error: unknown): string {
  if (error instanceof Problem && error.code === 'LOGIN_LOCKED' && error.retryAfterSeconds) {
    return `Terlalu banyak percobaan. Coba lagi ${span(Math.ceil(error.retryAfterSeconds / 60))} lagi.`;
  }
  return messageOf(error);
}
