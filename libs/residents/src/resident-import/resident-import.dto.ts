import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';

export class ApplicationDto {
  @ApiProperty({ enum: ['all', 'good'], description: 'all: refused when a row was rejected' })
  @IsIn(['all', 'good'], { message: 'Pilih semua baris (all) atau hanya yang baik (good).' })
  rows: 'all' | 'good';

  @ApiProperty({ enum: ['skip', 'update'], description: 'people registered already who differ: left as they are, or corrected' })
  @IsIn(['skip', 'update'], { message: 'Pilih lewati (skip) atau perbarui (update) orang yang sudah ada.' })
  existing: 'skip' | 'update';
}

export class ReversalDto {
  @ApiProperty({ minLength: 5, maxLength: 300 })
  @IsString({ message: 'Isi alasan.' })
  @MinLength(5, { message: 'Alasan paling sedikit 5 huruf.' })
  @MaxLength(300, { message: 'Alasan paling banyak 300 huruf.' })
  reason: string;
}
