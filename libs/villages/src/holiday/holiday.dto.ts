import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class HolidayDto {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ example: 'Hari Raya Idulfitri 1447 H' }) name: string;
}

export class HolidayListDto {
  @ApiProperty({ type: [HolidayDto] }) items: HolidayDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class HolidayQuery {
  @ApiPropertyOptional({ example: '2026', description: 'this year when left out' })
  @IsOptional()
  @Matches(/^(19|20|21)\d{2}$/, { message: 'Tulis tahun, misalnya 2026.' })
  year?: string;
}

export class HolidayNameDto {
  @ApiProperty()
  @IsString({ message: 'Isi nama hari libur.' })
  @MaxLength(200, { message: 'Nama terlalu panjang.' })
  name: string;
}
