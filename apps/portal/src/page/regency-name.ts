import { Inject, Injectable } from '@nestjs/common';
import { Database, publicActor } from '#platform';

/** 'Kabupaten Malang', for the head of every page. Asked once; while the database is away it is left out. */
@Injectable()
export class RegencyName {
  private name = '';

  constructor(@Inject(Database) private readonly database: Database) {}

  async get(): Promise<string> {
    if (this.name) return this.name;
    const rows = await this.database
      .readVillage<{ name: string }>(publicActor(0, 'page'), { name: 'regency-name', text: `select r.name from units u join regions r on r.code = u.code where u.id = 0`, values: [] })
      .catch(() => []);
    this.name = rows[0]?.name ?? '';
    return this.name;
  }
}
