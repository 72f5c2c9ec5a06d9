import { Popover, Progress } from 'antd';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '../api/contract.js';
import { TaskCard } from './task-card.js';
import { isRunning, percentOf } from './tasks.js';

const SEEN = 'pamong.tasks-seen';

/** Long work of this office: a ring while something runs, a red dot when a result was not looked at yet. */
export function TaskTray({ tasks }: { tasks: Task[] }) {
  const [seen, setSeen] = useState(() => localStorage.getItem(SEEN) ?? '');
  const running = tasks.filter(isRunning);
  const newest = tasks.reduce((latest, task) => (task.finishedAt && task.finishedAt > latest ? task.finishedAt : latest), '');
  const percent = running[0] ? percentOf(running[0].progress) ?? 0 : 0;

  const onOpenChange = (open: boolean) => {
    if (!open || !newest) return;
    localStorage.setItem(SEEN, newest);
    setSeen(newest);
  };
  return (
    <Popover trigger="click" placement="bottomRight" onOpenChange={onOpenChange} classNames={{ root: 'task-tray' }} title="Pekerjaan dan hasil"
      content={tasks.length === 0 ? <p className="quiet">Belum ada pekerjaan panjang. Impor data akan tampil di sini.</p> : tasks.slice(0, 6).map((task) => <TaskCard key={task.id} task={task} />)}>
      <button type="button" className="tray-button" aria-label={running.length > 0 ? `Pekerjaan berjalan, ${percent} persen` : 'Pekerjaan dan hasil'}>
        {running.length > 0 && <><Progress type="circle" percent={percent} size={18} strokeWidth={14} showInfo={false} aria-hidden="true" /><span className="tray-percent">{percent}%</span></>}
        <span className="tray-bell"><Bell size={17} strokeWidth={1.9} aria-hidden="true" />{newest > seen && <i className="tray-dot" />}</span>
      </button>
    </Popover>
  );
}
