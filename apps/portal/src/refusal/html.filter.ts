import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError, DomainError, toProblem } from '#platform';
import type { Pages } from '../page/pages.js';

const again = 'Maaf, ada gangguan di sistem kami. Surat Anda tidak berubah. Coba lagi sebentar lagi.';

const words: Record<number, readonly [heading: string, text: string]> = {
  400: ['Alamat tidak dapat dibaca', 'Alamat yang dibuka rusak atau terpotong. Pindai ulang kode QR di surat.'],
  404: ['Halaman tidak ada', 'Alamat ini tidak kami kenal. Periksa apakah terpotong, atau pindai ulang kode QR di surat.'],
  406: ['Berkas tidak dikenal', 'Pilih berkas PDF surat, lalu coba lagi.'],
  413: ['Berkas terlalu besar', 'Berkas PDF surat tidak pernah lebih dari 10 MB. Pilih berkas lain.'],
  429: ['Terlalu sering', 'Ada terlalu banyak pemeriksaan dari jaringan Anda. Tunggu satu menit, lalu coba lagi.'],
  503: ['Sedang sibuk', again],
};

/** On the pages of land tax nobody holds a letter. */
const taxAgain = 'Maaf, ada gangguan di sistem kami. Tagihan dan pembayaran Anda tidak berubah. Tunggu sebentar, lalu muat ulang halaman ini. Laporan yang sama tidak tercatat dua kali.';
const taxLost = ['Halaman tidak ada', 'Alamat ini tidak kami kenal, atau kuitansinya sudah tidak berlaku. Buka tagihan Anda sekali lagi.'] as const;
const taxWords: typeof words = {
  400: taxLost,
  404: taxLost,
  413: ['Isian terlalu panjang', 'Kembali, pendekkan tulisannya, lalu kirim lagi.'],
  429: ['Terlalu sering', 'Ada terlalu banyak permintaan dari jaringan Anda. Tunggu satu menit, lalu coba lagi.'],
  503: ['Sedang sibuk', taxAgain],
};

/** Where the status alone would say the wrong thing. */
const wordsOf: Record<string, readonly [heading: string, text: string]> = {
  UPLOAD_TORN: ['Berkas tidak sampai utuh', 'Kiriman terputus di tengah jalan. Pilih berkas PDF surat sekali lagi, lalu tekan “Periksa berkas”.'],
};

/** Every exception becomes a page people can read. */
@Catch()
export class HtmlFilter implements ExceptionFilter {
  constructor(private readonly pages: Pages) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const status = await sendRefusal(this.pages, reply, error);
    if (status >= 500) request.log.error({ err: describeError(error) }, 'request failed');
  }
}

/** Sends the page of an error. @returns its status */
export async function sendRefusal(pages: Pages, reply: FastifyReply, error: unknown): Promise<number> {
  const { status, code } = toProblem(error);
  const ofTax = /^\/pbb\b/.test(reply.request.url);
  const said = ofTax ? taxWords : words;
  const [heading, text] = (ofTax ? undefined : wordsOf[code]) ?? said[status] ?? (status < 500 ? (said[400] as readonly [string, string]) : ['Ada gangguan', ofTax ? taxAgain : again]);
  const back = ofTax ? { path: '/pbb', words: 'Ke halaman cek tagihan PBB' } : { path: '/', words: 'Ke halaman pemeriksaan surat' };
  if (error instanceof DomainError && error.retryAfterSeconds) void reply.header('retry-after', String(error.retryAfterSeconds));
  void reply.code(status).type('text/html; charset=utf-8').send(await pages.render('refusal', heading, { heading, text, back }, ofTax ? await pages.landTaxHead() : undefined));
  return status;
}
