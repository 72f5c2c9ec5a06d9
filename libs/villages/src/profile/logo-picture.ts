import { crc32 } from 'node:zlib';
import { logoRefused } from '../villages.errors.js';

export const LARGEST_LOGO = 512 * 1024;
/** A picture this wide is sharp on paper many times over; a compressed one could unfold to gigabytes. */
const LARGEST_SIDE = 4_000;

export type PictureType = 'image/png' | 'image/jpeg';

interface Picture {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/** The type by the first bytes; a file's name and declared type are not believed. */
export function pictureType(bytes: Buffer): PictureType | null {
  if (bytes.subarray(0, 8).equals(PNG)) return 'image/png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'image/jpeg' : null;
}

/**
 * A picture that letters can carry, whole from its first to its last byte: a broken one would stop every
 * letter of the village.
 * @throws DomainError LOGO_TOO_LARGE (413), LOGO_NOT_A_PICTURE, LOGO_BROKEN, LOGO_TOO_WIDE, LOGO_COLOURS (422)
 */
export function checkLogo(bytes: Buffer): Picture {
  if (bytes.length > LARGEST_LOGO) throw logoTooLarge();
  const type = pictureType(bytes);
  if (!type) throw logoRefused('LOGO_NOT_A_PICTURE', 'Logo harus berupa gambar PNG atau JPG.');
  const picture = type === 'image/png' ? readPng(bytes) : readJpeg(bytes);
  if (!picture || picture.width < 1 || picture.height < 1) throw logoRefused('LOGO_BROKEN', 'Gambar ini rusak atau terpotong. Simpan ulang sebagai PNG.');
  if (picture.width > LARGEST_SIDE || picture.height > LARGEST_SIDE) throw logoRefused('LOGO_TOO_WIDE', `Sisi gambar paling panjang ${LARGEST_SIDE} piksel. Perkecil dahulu.`);
  return picture;
}

export const logoTooLarge = () => logoRefused('LOGO_TOO_LARGE', 'Berkas logo paling besar 512 KB.', 413);

/** Null unless the chunks follow each other from IHDR to IEND, each with the right check sum. */
function readPng(bytes: Buffer): Picture | null {
  if (bytes.length < 45 || bytes.toString('latin1', 12, 16) !== 'IHDR' || !bytes.subarray(-8).equals(PNG_END)) return null;
  let at = 8;
  let drawn = false;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    drawn ||= bytes.toString('latin1', at + 4, at + 8) === 'IDAT';
    at = end + 4;
  }
  return drawn && at === bytes.length ? { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

/** Null unless a frame header stands before the scan and the end mark after it. CMYK is refused: archive PDF cannot hold it. */
function readJpeg(bytes: Buffer): Picture | null {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 2) return null;
  let at = 2;
  let frame: Picture | null = null;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return frame;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      if ((bytes[at + 9] ?? 0) > 3) throw logoRefused('LOGO_COLOURS', 'Warna gambar ini untuk percetakan (CMYK). Simpan ulang sebagai PNG.');
      frame = { type: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
