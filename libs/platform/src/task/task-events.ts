import { Inject, Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { concatMap, filter, finalize, from, interval, map, merge, type Observable, startWith, Subject, takeUntil, takeWhile } from 'rxjs';
import type { Actor } from '../actor/actor.js';
import { Database } from '../database/database.js';
import { Listener } from '../database/listener.js';
import type { TaskDto } from './task.dto.js';
import { taskById } from './task.queries.js';

const heartbeatMs = 20_000;
const ended = new Set(['done', 'failed', 'cancelled']);

/** Server-sent events of tasks. Each event is read under the actor's own session and village. */
@Injectable()
export class TaskEvents implements OnModuleDestroy {
  private readonly closing = new Subject<void>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Listener) private readonly listener: Listener,
  ) {}

  /** @throws DomainError NOT_FOUND before the stream begins */
  async ofTask(actor: Actor, id: string): Promise<Observable<MessageEvent>> {
    const first = await taskById(this.database, actor, id);
    const changes = this.listener.tasks.pipe(
      filter((change) => change.unitId === actor.unitId && change.taskId === id),
      concatMap(() => from(taskById(this.database, actor, id))),
      startWith(first),
      takeWhile((task) => !ended.has(task.status), true),
    );
    return this.stream(changes);
  }

  /** Changes only; the list itself comes from GET /tasks. The session is checked before the stream begins. */
  async ofUnit(actor: Actor): Promise<Observable<MessageEvent>> {
    await this.database.readVillage(actor, { name: 'session-only', text: 'select 1', values: [] });
    const changes = this.listener.tasks.pipe(
      filter((change) => change.unitId === actor.unitId),
      concatMap((change) => from(taskById(this.database, actor, change.taskId))),
    );
    return this.stream(changes);
  }

  /** Open streams would keep the server from closing. */
  onModuleDestroy(): void {
    this.closing.next();
    this.closing.complete();
  }

  private stream(changes: Observable<TaskDto>): Observable<MessageEvent> {
    const events = changes.pipe(map((task): MessageEvent => ({ type: 'task', data: task })));
    const finished = new Subject<void>();
    const beats = interval(heartbeatMs).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: '' })), takeUntil(finished));
    // The heartbeat first: a task that has ended already ends its stream at once, and must find the heartbeat running.
    return merge(beats, events.pipe(finalize(() => finished.next()))).pipe(takeUntil(this.closing));
  }
}
