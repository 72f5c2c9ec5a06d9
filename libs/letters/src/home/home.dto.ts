import { ApiProperty } from '@nestjs/swagger';
import { TaskDto } from '#platform';
import { LetterRowDto } from '../letter/letter.dto.js';

export class HomeProblemDto {
  @ApiProperty({ example: 'temporary-nik' }) kind: string;
  @ApiProperty() label: string;
  @ApiProperty() detail: string;
  @ApiProperty() count: number;
}

export class TodayDto {
  @ApiProperty() lettersIssued: number;
  @ApiProperty() lettersRequested: number;
  @ApiProperty({ description: 'population events reported today, without opening balances' }) eventsRecorded: number;
  @ApiProperty({ type: Number, nullable: true, description: 'from request to paper, of the letters issued today' }) medianMinutes: number | null;
}

export class HomeDto {
  @ApiProperty({ example: 'Siti' }) greetingName: string;
  @ApiProperty({ type: [LetterRowDto], description: 'what waits for this actor, the soonest due first; at most fifty' }) queue: LetterRowDto[];
  @ApiProperty({ type: [HomeProblemDto] }) problems: HomeProblemDto[];
  @ApiProperty({ type: TodayDto }) today: TodayDto;
  @ApiProperty({ type: [TaskDto] }) tasks: TaskDto[];
}
