import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { Env } from '#platform';
import { RegencyName } from './regency-name.js';

const source = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Strict: a value a page forgets is an error, never an empty place. Everything is escaped but the finished body. */
const compile = (path: string): Handlebars.TemplateDelegate => Handlebars.compile(source(path), { strict: true, knownHelpersOnly: true });

const bodies = {
  home: compile('../home/home.hbs'),
  result: compile('../verification/result.hbs'),
  notFound: compile('../verification/not-found.hbs'),
  refusal: compile('../refusal/refusal.hbs'),
  check: compile('../pbb/check.hbs'),
  bill: compile('../pbb/bill.hbs'),
  dispute: compile('../pbb/dispute.hbs'),
  disputeSent: compile('../pbb/dispute-sent.hbs'),
};

export type BodyName = keyof typeof bodies;

/** Whose page it is, at its head and in the browser's tab. */
export interface PageHead {
  readonly name: string;
  readonly under: string;
}

/** Renders whole pages: body, frame and style in one answer, so that a weak signal loads one thing. */
@Injectable()
export class Pages {
  /** Where the portal stands under its host: '' or '/desa'. */
  readonly base: string;
  /** The host people should see in their address bar. */
  readonly host: string;
  /** For the content security policy. */
  readonly styleHash: string;
  private readonly style = source('./page.css').replace(/\/\*.*?\*\//gs, '').replace(/\s*\n\s*/g, '');
  private readonly frame = compile('./frame.hbs');

  constructor(
    @Inject(Env) env: Env,
    @Inject(RegencyName) private readonly regency: RegencyName,
  ) {
    const { pathname, host } = new URL(env.values.PAMONG_PUBLIC_URL);
    this.base = pathname.replace(/\/$/, '');
    this.host = host;
    this.styleHash = `sha256-${createHash('sha256').update(this.style).digest('base64')}`;
  }

  /** Of pages about land tax that are of no one village. */
  async landTaxHead(): Promise<PageHead> {
    return { name: 'Pajak bumi dan bangunan', under: await this.regency.get() };
  }

  async render(name: BodyName, title: string, view: object, head?: PageHead): Promise<string> {
    const regency = await this.regency.get();
    const shared = { base: this.base, host: this.host, regency };
    const body = bodies[name]({ ...shared, ...view });
    return this.frame({ ...shared, title, head: head ?? { name: 'Periksa surat desa', under: regency }, style: this.style, body });
  }
}
