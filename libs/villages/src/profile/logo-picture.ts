import { logoRefused } from '../villages.errors.js';
import { readJpeg } from './jpeg-picture.js';
import { type Picture, PICTURE_SIGNATURE, type PictureSize, type PictureType } from './picture.js';
import { readPng } from './png-picture.js';

export const LARGEST_LOGO = 512 * 1024;
/** Sharp on paper many times over; unfolded, at most 32 MB for the press. */
const LARGEST_SIDE = 2_000;

/** The type by the first bytes; a file's name and declared type are not believed. */
export function pictureType(bytes: Buffer): PictureType | null {
  if (bytes.subarray(0, PICTURE_SIGNATURE.png.length).equals(PICTURE_SIGNATURE.png)) return 'image/png';
  return bytes.subarray(0, PICTURE_SIGNATURE.jpeg.length).equals(PICTURE_SIGNATURE.jpeg) ? 'image/jpeg' : null;
}

/**
 * The picture as letters carry it: checked from its first byte to its last, since a broken one would stop every letter
 * of the village, and without profiles, comments and previews, which can unfold to gigabytes.
 * @throws DomainError LOGO_TOO_LARGE (413), LOGO_NOT_A_PICTURE, LOGO_BROKEN, LOGO_TOO_WIDE, LOGO_COLOURS (422)
 */
export async function readLogo(bytes: Buffer): Promise<Picture> {
  if (bytes.length > LARGEST_LOGO) throw logoTooLarge();
  const type = pictureType(bytes);
  if (!type) throw logoRefused('LOGO_NOT_A_PICTURE', 'Logo harus berupa gambar PNG atau JPG.');
  const picture = type === 'image/png' ? await readPng(bytes, checkSize) : readJpeg(bytes, checkSize);
  if (!picture) throw logoBroken();
  return picture;
}

export const logoBroken = () => logoRefused('LOGO_BROKEN', 'Gambar ini rusak atau terpotong. Simpan ulang sebagai PNG.');

export const logoTooLarge = () => logoRefused('LOGO_TOO_LARGE', 'Berkas logo paling besar 512 KB.', 413);

function checkSize({ width, height }: PictureSize): void {
  if (width < 1 || height < 1) throw logoBroken();
  if (width > LARGEST_SIDE || height > LARGEST_SIDE) throw logoRefused('LOGO_TOO_WIDE', `Sisi gambar paling panjang ${LARGEST_SIDE.toLocaleString('id-ID')} piksel. Perkecil dahulu.`);
}
