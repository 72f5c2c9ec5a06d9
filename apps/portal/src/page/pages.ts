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
};

export type BodyName = keyof typeof bodies;

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

  async render(name: BodyName, title: string, view: object): Promise<string> {
    const shared = { base: this.base, host: this.host, regency: await this.regency.get() };
    const body = bodies[name]({ ...shared, ...view });
    return this.frame({ ...shared, title, style: this.style, body });
  }
}
