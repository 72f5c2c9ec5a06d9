import { Inject, Injectable } from '@nestjs/common';
import { LogoTrial } from '#villages';
import { draftOf, domicileLetter } from './sample-letters.js';
import { Typesetter } from './typesetter.js';
import { TypesettingError } from './typesetting.errors.js';

/** Prints an invented letter with the logo: what the compiler cannot decode there would stop every letter of the village. */
@Injectable()
export class PressLogoTrial implements LogoTrial {
  constructor(@Inject(Typesetter) private readonly typesetter: Typesetter) {}

  async print(logo: Buffer): Promise<'printed' | 'broken' | 'busy'> {
    try {
      await this.typesetter.letter(draftOf(domicileLetter), logo);
      return 'printed';
    } catch (error) {
      if (!(error instanceof TypesettingError)) throw error;
      // A picture that crashes the compiler, or holds it up, would do so with every letter.
      return error.code === 'BUSY' || error.code === 'CLOSED' ? 'busy' : 'broken';
    }
  }
}
