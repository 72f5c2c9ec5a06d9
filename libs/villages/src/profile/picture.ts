export type PictureType = 'image/png' | 'image/jpeg';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture as it is stored. */
export interface Picture extends PictureSize {
  readonly type: PictureType;
  readonly bytes: Buffer;
}

export const PICTURE_SIGNATURE = {
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  jpeg: Buffer.from([0xff, 0xd8, 0xff]),
} as const;
