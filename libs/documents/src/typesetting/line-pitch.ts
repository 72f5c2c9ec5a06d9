/** Size in points and line pitch in em; `onePage` false asks for the heads and page numbers of a longer document. */
export interface TextStep {
  size: number;
  pitch: number;
  onePage: boolean;
}

const textSize = { F4: 12, A4: 11 };

/**
 * How a letter is made to fit: the widest line pitch that keeps one page, then one point smaller; a letter that is too
 * long even so reads better at the full size on two pages.
 */
export function letterSteps(paper: 'F4' | 'A4'): { steps: TextStep[]; fallback: TextStep } {
  const size = textSize[paper];
  const steps = [
    ...[1.5, 1.4, 1.3, 1.2].map((pitch) => ({ size, pitch, onePage: true })),
    ...[1.25, 1.15].map((pitch) => ({ size: size - 1, pitch, onePage: true })),
  ];
  return { steps, fallback: { size, pitch: 1.3, onePage: false } };
}
