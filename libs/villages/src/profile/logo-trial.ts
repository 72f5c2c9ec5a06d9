/**
 * A print of one letter with a new logo, before the village's letters carry it. The press is of a lib above and gives
 * this verb; an app without a press takes no logos either way, since the file checks stand before the trial.
 */
export abstract class LogoTrial {
  /** `busy`: it could not be tried now, which says nothing about the picture. */
  abstract print(logo: Buffer): Promise<'printed' | 'broken' | 'busy'>;
}
