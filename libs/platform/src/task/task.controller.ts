import { Controller, Delete, Get, HttpCode, Inject, MessageEvent, Param, ParseUUIDPipe, Query, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Observable } from 'rxjs';
import type { Actor } from '../actor/actor.js';
import { Database } from '../database/database.js';
import { Allow, CurrentActor } from '../http/allow.js';
import { PageQuery } from '../http/page-query.dto.js';
import { CancelTask } from './cancel-task.js';
import { TaskDto, TaskListDto } from './task.dto.js';
import { TaskEvents } from './task-events.js';
import { listTasks, taskById } from './task.queries.js';

@ApiTags('tasks')
@Controller('tasks')
export class TaskController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CancelTask) private readonly cancelTask: CancelTask,
    @Inject(TaskEvents) private readonly events: TaskEvents,
  ) {}

  @Get()
  @Allow('task.read')
  @ApiOkResponse({ type: TaskListDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<TaskListDto> {
    return listTasks(this.database, actor, query);
  }

  /** Every change of any task of this unit: server-sent events named `task`. */
  @Sse('events')
  @Allow('task.read')
  allEvents(@CurrentActor() actor: Actor): Promise<Observable<MessageEvent>> {
    return this.events.ofUnit(actor);
  }

  @Get(':id')
  @Allow('task.read')
  @ApiOkResponse({ type: TaskDto })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaskDto> {
    return taskById(this.database, actor, id);
  }

  /** The task's present state at once, then every change, until it ends. */
  @Sse(':id/events')
  @Allow('task.read')
  oneEvents(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Observable<MessageEvent>> {
    return this.events.ofTask(actor, id);
  }

  @Delete(':id')
  @HttpCode(202)
  @Allow('task.read')
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.cancelTask.run(actor, id);
  }
}
