import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Env } from '#platform';

/** Which object of which village a visitor has shown to know. */
export interface SeenObject {
  readonly villageId: number;
  readonly objectId: string;
}

/** Long enough to read the page and to write a dispute, short enough for a shared phone. */
export const TOKEN_MINUTES = 30;

/** A report that was begun in time may still be sent: typing is slow, and so is a network that comes and goes. It opens the form's refusals, with the years to choose from, and no bill. */
export const REPORT_MINUTES = 180;

const CIPHER = 'aes-256-gcm';
const length = { nonce: 12, village: 4, object: 16, until: 4, seal: 16 } as const;
const tokenLength = length.nonce + length.village + length.object + length.until + length.seal;

/**
 * The short-lived address of a bill's page: village, object and end, encrypted and sealed, so that neither a browser's
 * history nor a shared link tells a NOP, and nothing has to be kept for it. The key comes from that of the QR codes,
 * which every process of the portal has; a new one there ends the pages open at that moment, no more.
 */
@Injectable()
export class BillTokens {
  private readonly key: Buffer;

  constructor(
    @Inject(Env) env: Env,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', env.values.PAMONG_QR_KEYS, '', 'portal bill address', 32));
  }

  seal({ villageId, objectId }: SeenObject): string {
    const plain = Buffer.alloc(length.village + length.object + length.until);
    plain.writeUInt32BE(villageId, 0);
    plain.write(objectId.replaceAll('-', ''), length.village, 'hex');
    plain.writeUInt32BE(seconds(this.clock.now()) + TOKEN_MINUTES * 60, length.village + length.object);
    const nonce = randomBytes(length.nonce);
    const cipher = createCipheriv(CIPHER, this.key, nonce);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /**
   * @param minutes how long ago it may have been sealed
   * @returns null for what we did not seal, and for what has run out: a visitor does the same about both
   */
  open(token: string, minutes = TOKEN_MINUTES): SeenObject | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== tokenLength || bytes.toString('base64url') !== token) return null;
    const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, length.nonce)).setAuthTag(bytes.subarray(-length.seal));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(bytes.subarray(length.nonce, -length.seal)), decipher.final()]);
    } catch {
      return null;
    }
    const late = (minutes - TOKEN_MINUTES) * 60;
    if (plain.readUInt32BE(length.village + length.object) + late < seconds(this.clock.now())) return null;
    const id = plain.subarray(length.village, length.village + length.object).toString('hex');
    return { villageId: plain.readUInt32BE(0), objectId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
  }
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
