import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export class SignInDto {
  @ApiProperty({ example: 'operator.landungsari' })
  @IsString({ message: 'Isi nama pengguna.' })
  @IsNotEmpty({ message: 'Isi nama pengguna.' })
  @MaxLength(200, { message: 'Nama pengguna terlalu panjang.' })
  username: string;

  @ApiProperty({ format: 'password' })
  @IsString({ message: 'Isi kata sandi.' })
  @IsNotEmpty({ message: 'Isi kata sandi.' })
  @MaxLength(200, { message: 'Kata sandi terlalu panjang.' })
  password: string;
}

export class SwitchVillageDto {
  @ApiProperty({ example: '35.07.22.2003', description: 'code of a village, or of the regency (35.07) to go back to the office' })
  @Matches(/^\d{2}\.\d{2}(\.\d{2}\.\d{4})?$/, { message: 'Kode desa tidak sesuai.' })
  village: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'in which of the user’s roles, when he holds several there' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Peran tidak dikenal.' })
  membership?: string;

  @ApiPropertyOptional({ description: 'why; required when a regency or district role enters a village, and kept in its audit trail' })
  @IsOptional()
  @IsString({ message: 'Isi keperluan.' })
  @MaxLength(300, { message: 'Keperluan paling banyak 300 huruf.' })
  purpose?: string;
}

export class ChangePasswordDto {
  @ApiProperty({ format: 'password' })
  @IsString({ message: 'Isi kata sandi yang sekarang.' })
  @MaxLength(200, { message: 'Kata sandi terlalu panjang.' })
  current: string;

  @ApiProperty({ format: 'password', minLength: 10 })
  @IsString({ message: 'Isi kata sandi baru.' })
  @MaxLength(200, { message: 'Kata sandi paling banyak 200 huruf.' })
  next: string;
}

export class MembershipUnitDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['regency', 'desa', 'kelurahan'] }) kind: string;
  @ApiProperty({ type: String, nullable: true, description: 'of a village, or of a district role' }) districtName: string | null;
}

export class MeUnitDto extends MembershipUnitDto {
  @ApiProperty({ description: '0 = the regency office' }) id: number;
  @ApiProperty({ type: 'object', properties: { head: { type: 'string' }, office: { type: 'string' } }, required: ['head', 'office'], selfRequired: true, additionalProperties: { type: 'string' }, description: 'what this kind of unit calls its head, office, …', example: { head: 'Kepala Desa', office: 'Desa' } }) words: Record<string, string>;
}

export class MembershipDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() role: string;
  @ApiProperty() roleName: string;
  @ApiProperty({ type: MembershipUnitDto }) unit: MembershipUnitDto;
}

export class MeDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() username: string;
  @ApiProperty({ example: 'operator' }) role: string;
  @ApiProperty({ example: 'Operator Desa' }) roleName: string;
  @ApiProperty({ format: 'uuid', description: 'the role worked in now, one of `memberships`' }) membershipId: string;
  @ApiProperty() mustChangePassword: boolean;
  @ApiProperty({ type: [String] }) permissions: string[];
  @ApiProperty({ type: MeUnitDto, description: 'the unit worked in now' }) unit: MeUnitDto;
  @ApiProperty({ type: [MembershipDto] }) memberships: MembershipDto[];
}

export class SessionDto {
  @ApiProperty({ description: 'bearer token for every other request' }) accessToken: string;
  @ApiProperty({ description: 'seconds', example: 600 }) expiresIn: number;
  @ApiProperty({ type: MeDto }) actor: MeDto;
}
