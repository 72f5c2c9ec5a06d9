import { ApiProperty } from '@nestjs/swagger';

export class TaskProgressDto {
  @ApiProperty() done: number;
  @ApiProperty({ type: Number, nullable: true }) total: number | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export class TaskFailureDto {
  @ApiProperty() code: string;
  @ApiProperty({ description: 'Indonesian, for the screen' }) message: string;
}

export class TaskSubjectDto {
  @ApiProperty() type: string;
  @ApiProperty() id: string;
}

/** Long work a person watches. */
export class TaskDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'resident-import.check' }) kind: string;
  @ApiProperty({ enum: ['queued', 'running', 'done', 'failed', 'cancelled'] }) status: string;
  @ApiProperty({ type: TaskProgressDto, nullable: true }) progress: TaskProgressDto | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) result: Record<string, unknown> | null;
  @ApiProperty({ type: TaskFailureDto, nullable: true }) failure: TaskFailureDto | null;
  @ApiProperty({ type: TaskSubjectDto, nullable: true }) subject: TaskSubjectDto | null;
  @ApiProperty({ type: [String], enum: ['cancel'] }) actions: string[];
}

export class TaskListDto {
  @ApiProperty({ type: [TaskDto] }) items: TaskDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
