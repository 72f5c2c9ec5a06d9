import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { DomainError } from '../http/domain-error.js';
import { Public } from '../http/allow.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The process runs. */
  @Get('live')
  @Public()
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: string }> {
    await this.database.ping().catch(() => {
      throw new DomainError('TRY_AGAIN', 503, 'Basis data belum menjawab.');
    });
    return { status: 'ok' };
  }
}
