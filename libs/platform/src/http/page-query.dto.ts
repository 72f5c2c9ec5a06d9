import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** `?limit=&after=` of every list; keyset paging only. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Jumlah baris harus berupa angka.' })
  @Min(1, { message: 'Jumlah baris paling sedikit 1.' })
  @Max(100, { message: 'Jumlah baris paling banyak 100.' })
  limit?: number;

  @ApiPropertyOptional({ description: 'the `next` of the previous page' })
  @IsOptional()
  @IsString()
  @MaxLength(600)
  after?: string;
}
