import type { ReactNode } from 'react';
import { Mark } from '../parts/mark.js';
import './sign-in.css';

/** The two halves of every page before the work: the form on paper, the kawung cloth beside it. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="auth">
      <main className="auth-paper">
        <p className="auth-brand"><Mark size={26} /><b>Pamong</b><span>Desa Digital Kabupaten Malang</span></p>
        <div className="auth-form">{children}</div>
        <p className="auth-help">Lupa kata sandi? Hubungi admin kantor Anda. Jangan berikan kata sandi kepada siapa pun, termasuk petugas kabupaten.</p>
      </main>
      <aside className="auth-cloth" aria-label="Tentang Pamong">
        <Kawung />
        <p className="auth-claim">Satu tempat untuk penduduk dan surat<br />di 378 desa dan 12 kelurahan.</p>
        <p className="auth-claim-sub">Setiap perubahan tercatat atas nama Anda.</p>
      </aside>
    </div>
  );
}

const LENSES = [[31.5, 31.5, 45], [94.5, 31.5, -45], [31.5, 94.5, -45], [94.5, 94.5, 45]] as const;
const CENTRES = [[63, 63], [0, 0], [126, 0], [0, 126], [126, 126]] as const;
const KNOTS = [[0, 63], [63, 0], [126, 63], [63, 126]] as const;

/** Overlapping circles make the petals of the kawung; a grain lies in each, a knot where they meet. */
function Kawung() {
  return (
    <svg className="auth-kawung" aria-hidden="true">
      <defs>
        <pattern id="kawung" width="126" height="126" patternUnits="userSpaceOnUse">
          {CENTRES.map(([x, y]) => <circle key={`${x}-${y}`} className="kawung-line" cx={x} cy={y} r="63" />)}
          {LENSES.map(([x, y, turn]) => <ellipse key={`${x}-${y}`} className="kawung-line" cx={x} cy={y} rx="18" ry="8" transform={`rotate(${turn === 45 ? -45 : 45} ${x} ${y})`} />)}
          {KNOTS.map(([x, y]) => <rect key={`${x}-${y}`} className="kawung-knot" x={x - 3} y={y - 3} width="6" height="6" rx="1.5" />)}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#kawung)" />
    </svg>
  );
}
