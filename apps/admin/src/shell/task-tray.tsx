import { Popover, Progress } from 'antd';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '../api/contract.js';
import { useMe } from '../session/session.js';
import { TaskCard } from './task-card.js';
import { isRunning, percentOf } from './tasks.js';

const SEEN = 'pamong.tasks-seen.';

/** When this person last looked into the tray; on a computer new to them everything from before counts as read. */
function lastLook(userId: string): string {
  const stored = localStorage.getItem(SEEN + userId);
  if (stored) return stored;
  const now = new Date().toISOString();
  localStorage.setItem(SEEN + userId, now);
  return now;
}

/** A letter's paper shows itself in its list; only one that could not be made is news. */
const isNews = (task: Task) => task.finishedAt !== null && (task.kind !== 'render-letter' || task.status === 'failed');

/** Long work of this office: a ring while something runs, a red dot when a result was not looked at yet. */
export function TaskTray({ tasks }: { tasks: Task[] }) {
  const me = useMe();
  const [seen, setSeen] = useState(() => lastLook(me.id));
  const running = tasks.filter(isRunning);
  const shown = tasks.filter((task) => isRunning(task) || isNews(task));
  const unread = tasks.filter((task) => isNews(task) && (task.finishedAt ?? '') > seen).length;
  const percent = running[0] ? percentOf(running[0].progress) ?? 0 : 0;

  const onOpenChange = (open: boolean) => {
    if (!open) return;
    // The server's times, should this computer's clock be behind.
    const now = tasks.reduce((latest, task) => ((task.finishedAt ?? '') > latest ? task.finishedAt ?? '' : latest), new Date().toISOString());
    localStorage.setItem(SEEN + me.id, now);
    setSeen(now);
  };
  return (
    <Popover trigger="click" placement="bottomRight" onOpenChange={onOpenChange} classNames={{ root: 'task-tray' }} title="Pekerjaan dan hasil"
      content={shown.length === 0 ? <p className="quiet">Belum ada pekerjaan panjang. Impor data akan tampil di sini.</p> : shown.slice(0, 6).map((task) => <TaskCard key={task.id} task={task} />)}>
      <button type="button" className="tray-button" aria-label={`${running.length > 0 ? `Pekerjaan berjalan, ${percent} persen` : 'Pekerjaan dan hasil'}${unread > 0 ? `, ${unread} hasil belum dilihat` : ''}`}>
        {running.length > 0 && <><Progress type="circle" percent={percent} size={18} strokeWidth={14} showInfo={false} aria-hidden="true" /><span className="tray-percent">{percent}%</span></>}
        <span className="tray-bell"><Bell size={17} strokeWidth={1.9} aria-hidden="true" />{unread > 0 && <i className="tray-dot" />}</span>
      </button>
    </Popover>
  );
}
