/**
 * A print of one letter with a new logo, before the village's letters carry it. The press is in a lib above, which
 * provides this; without one (a spec, an app that does not print) the checks of the file stand alone.
 */
export abstract class LogoTrial {
  /** `busy`: it could not be tried now, which says nothing about the picture. */
  abstract print(logo: Buffer): Promise<'printed' | 'broken' | 'busy'>;
}
