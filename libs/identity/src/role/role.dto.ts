import { ApiProperty } from '@nestjs/swagger';

export class RoleDto {
  @ApiProperty({ example: 'village-head' }) slug: string;
  @ApiProperty({ example: 'Kepala Desa', description: 'as it is called at this unit' }) name: string;
  @ApiProperty({ type: [String] }) permissions: string[];
  @ApiProperty({ enum: ['area', 'village', 'district', 'regency'] }) reach: string;
  @ApiProperty({ description: 'this actor may give it to others' }) grantable: boolean;
}

export class RoleListDto {
  @ApiProperty({ type: [RoleDto] }) items: RoleDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
