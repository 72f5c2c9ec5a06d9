import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Env } from '#platform';
import { LogoTrial } from '#villages';
import { SweepFiles } from './document/sweep-files.js';
import { TokenIssuer } from './token/token-issuer.js';
import { PressLogoTrial } from './typesetting/press-logo-trial.js';
import { Typesetter } from './typesetting/typesetter.js';
import { VerifyDocument } from './verification/verify-document.js';

/** Tokens, their verification, and the sweep of files nobody names. */
@Module({ providers: [TokenIssuer, VerifyDocument, SweepFiles], exports: [TokenIssuer, VerifyDocument, SweepFiles] })
export class DocumentsModule {}

/** The press: child processes, so only for apps that print (worker, api). They start with the first document. Global for the trial of a logo, which a lib below asks for. */
@Global()
@Module({
  providers: [{ provide: Typesetter, useFactory: (env: Env) => new Typesetter({ processes: env.values.PAMONG_TYPESET_PROCESSES }), inject: [Env] }, { provide: LogoTrial, useClass: PressLogoTrial }],
  exports: [Typesetter, LogoTrial],
})
export class TypesettingModule implements OnApplicationShutdown {
  constructor(@Inject(Typesetter) private readonly typesetter: Typesetter) {}

  async onApplicationShutdown(): Promise<void> {
    await this.typesetter.close();
  }
}
