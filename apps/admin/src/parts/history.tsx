import type { ReactNode } from 'react';

export interface HistoryItem { id: string; when: string; title: ReactNode; note?: ReactNode }

/** What happened, newest first: date left, a rail, the words right. */
export function History({ items }: { items: readonly HistoryItem[] }) {
  return (
    <ol className="history">
      {items.map((item, index) => (
        <li key={item.id} className={index === 0 ? 'history-item history-now' : 'history-item'}>
          <span className="history-when">{item.when}</span>
          <span className="history-what">{item.title}{item.note && <small>{item.note}</small>}</span>
        </li>
      ))}
    </ol>
  );
}
