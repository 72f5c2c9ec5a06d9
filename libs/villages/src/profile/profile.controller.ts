import type { MultipartFile } from '@fastify/multipart';
import { Body, Controller, Get, Inject, Patch, Put, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, Allow, CurrentActor, Database, DomainError, notFound, ObjectStore } from '#platform';
import { logoRefused } from '../villages.errors.js';
import { LARGEST_LOGO, logoTooLarge, pictureType } from './logo-picture.js';
import { VillageChangeDto, VillageDto } from './profile.dto.js';
import { villageProfile } from './profile.queries.js';
import { SetLogo } from './set-logo.js';
import { UpdateVillageProfile } from './update-profile.js';
import { villageAnswer } from './village-answer.js';

@ApiTags('villages')
@Controller('village')
export class ProfileController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(UpdateVillageProfile) private readonly updateProfile: UpdateVillageProfile,
    @Inject(SetLogo) private readonly setLogo: SetLogo,
  ) {}

  /** The village worked in now, with its letterhead. */
  @Get()
  @Allow('village.read')
  @ApiOkResponse({ type: VillageDto })
  read(@CurrentActor() actor: Actor): Promise<VillageDto> {
    return this.database.inVillage(actor, async (tx) => villageAnswer(await villageProfile(tx), actor));
  }

  /** Changes what stands on the next letter; issued letters stay as they are. */
  @Patch()
  @Allow('village.update')
  @ApiOkResponse({ type: VillageDto })
  change(@CurrentActor() actor: Actor, @Body() body: VillageChangeDto): Promise<VillageDto> {
    return this.updateProfile.run(actor, body);
  }

  /** The picture as letters carry it. */
  @Get('logo')
  @Allow('village.read')
  @ApiProduces('image/png', 'image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async logo(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { logoSha256 } = await this.database.inVillage(actor, villageProfile);
    if (!logoSha256) throw notFound();
    const bytes = await this.store.read(logoSha256);
    return new StreamableFile(bytes, { type: pictureType(bytes) ?? 'application/octet-stream' });
  }

  /** PNG or JPEG up to 512 KB, recognised by its bytes; at most 2,000 pixels a side, no CMYK. Kept without profiles and comments. */
  @Put('logo')
  @Allow('village.update')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: VillageDto })
  async putLogo(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<VillageDto> {
    return this.setLogo.run(actor, await uploadedPicture(request));
  }
}

async function uploadedPicture(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new DomainError('UNSUPPORTED_MEDIA_TYPE', 415, 'Kirim logo sebagai berkas formulir (multipart/form-data).');
  const part: MultipartFile | undefined = await request.file({ limits: { fileSize: LARGEST_LOGO }, throwFileSizeLimit: false });
  if (part?.fieldname !== 'file') {
    part?.file.resume();
    throw logoRefused('LOGO_MISSING', 'Pilih berkas logo.');
  }
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw logoTooLarge();
  return bytes;
}
