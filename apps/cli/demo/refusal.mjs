/**
 * A reason to stop that the person at the keyboard can act on. Its message is one clear sentence and is printed as
 * it stands, without a stack trace; every other error is a fault of ours.
 */
export class Refusal extends Error {
  name = 'Refusal';
}
