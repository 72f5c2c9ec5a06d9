import { useEffect, type ReactNode } from 'react';

/** Title, one line of facts and the acts of a page. Sets the tab's title; never put personal data in `title`. */
export function PageHead({ title, above, sub, acts }: { title: string; above?: ReactNode; sub?: ReactNode; acts?: ReactNode }) {
  useTabTitle(title);
  return (
    <header className="page-head">
      <div className="page-head-text">
        {above && <p className="page-above">{above}</p>}
        <h1 className="page-title">{title}</h1>
        {sub && <p className="page-sub">{sub}</p>}
      </div>
      {acts && <div className="page-head-acts">{acts}</div>}
    </header>
  );
}

/** The browser writes tab titles into its history, so they name the screen and never a person. */
export function useTabTitle(title: string): void {
  useEffect(() => { document.title = `${title} — Pamong`; }, [title]);
}
