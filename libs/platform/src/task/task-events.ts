import { Inject, Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { catchError, concatMap, EMPTY, exhaustMap, filter, finalize, from, interval, map, merge, type Observable, startWith, Subject, takeUntil, takeWhile } from 'rxjs';
import type { Actor } from '../actor/actor.js';
import { Database } from '../database/database.js';
import { Listener } from '../database/listener.js';
import { DomainError } from '../http/domain-error.js';
import type { TaskDto } from './task.dto.js';
import { taskById } from './task.queries.js';

/** So often a proxy hears that the stream lives, and so long at most it outlives its session. */
const heartbeatMs = 20_000;
const ended = new Set(['done', 'failed', 'cancelled']);

/**
 * Server-sent events of tasks. Each event is read under the actor's own session and village, and the session is asked
 * for with every heartbeat too: a stream of a session that was revoked or whose rights changed ends, and the browser
 * that opens it again is refused as at any other request.
 */
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
    return this.stream(actor, changes);
  }

  /** Changes only; the list itself comes from GET /tasks. The session is checked before the stream begins. */
  async ofUnit(actor: Actor): Promise<Observable<MessageEvent>> {
    await this.database.readVillage(actor, { name: 'session-only', text: 'select 1', values: [] });
    const changes = this.listener.tasks.pipe(
      filter((change) => change.unitId === actor.unitId),
      concatMap((change) => from(taskById(this.database, actor, change.taskId))),
    );
    return this.stream(actor, changes);
  }

  /** Open streams would keep the server from closing. */
  onModuleDestroy(): void {
    this.closing.next();
    this.closing.complete();
  }

  private stream(actor: Actor, changes: Observable<TaskDto>): Observable<MessageEvent> {
    // Whichever ends first, the tasks or the session, ends the other.
    const finished = new Subject<void>();
    const ending = <T>(part: Observable<T>): Observable<T> => part.pipe(takeUntil(finished), finalize(() => finished.next()));
    const beats = interval(heartbeatMs).pipe(
      exhaustMap(() => this.stands(actor)),
      takeWhile((stands) => stands),
      map((): MessageEvent => ({ type: 'heartbeat', data: '' })),
    );
    const events = changes.pipe(
      map((task): MessageEvent => ({ type: 'task', data: task })),
      catchError((error: unknown) => {
        if (refused(error)) return EMPTY;
        throw error;
      }),
    );
    // The heartbeat first: a task that has ended already ends its stream at once, and must find the heartbeat running.
    return merge(ending(beats), ending(events)).pipe(takeUntil(this.closing));
  }

  /** A database that is away for a moment says nothing about the session; the next event or heartbeat asks again. */
  private stands(actor: Actor): Promise<boolean> {
    return this.database.readVillageAll<[]>(actor, []).then(() => true, (error: unknown) => !refused(error));
  }
}

const refused = (error: unknown): boolean => error instanceof DomainError && error.status === 401;
