import { ApiProperty } from '@nestjs/swagger';
import { ResidentRowDto } from '#residents';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { LetterRowDto } from '../letter/letter.dto.js';

export class SearchQuery {
  @ApiProperty({ description: 'beginnings of words of a name; a NIK, family number or letter number' })
  @IsString({ message: 'Ketik yang dicari.' })
  @MinLength(2, { message: 'Ketik sedikitnya dua huruf.' })
  @MaxLength(100, { message: 'Kata pencarian terlalu panjang.' })
  q: string;
}

export class SearchResultDto {
  @ApiProperty({ type: [ResidentRowDto], description: 'at most six' }) residents: ResidentRowDto[];
  @ApiProperty({ type: [LetterRowDto], description: 'at most six, newest first' }) letters: LetterRowDto[];
}
