import { describe, expect, it } from '@jest/globals';
import { compilerFailure } from './compiler-failure.js';

describe('what the compiler says, for a clerk', () => {
  it('names the character the font lacks', () => {
    const said = '[SourceDiagnostic { severity: Error, message: "PDF/A-2b error: the text `\\"😀\\"` could not be displayed with font `\\"Arimo\\"`" }]';
    expect(compilerFailure([said])).toMatchObject({ code: 'MISSING_GLYPH', character: '😀' });
  });

  it('reads the character behind an escape', () => {
    expect(compilerFailure(['the text `\\"\\\\u{200f}abc\\"` could not be displayed with font'])).toMatchObject({ code: 'MISSING_GLYPH', character: '\u200f' });
  });

  it('reports a missing font as an installation fault', () => {
    expect(compilerFailure(['unknown font family: arimo (letter.typ null)'])).toMatchObject({ code: 'MISSING_FONT', retryable: false });
  });

  it('reports a field the layout misses', () => {
    expect(compilerFailure(['dictionary does not contain key "footer" (letter.typ null)'])).toMatchObject({ code: 'MISSING_FIELD', field: 'footer' });
  });

  it('takes anything else for a fault of the layout and keeps the words for the log', () => {
    expect(compilerFailure(['layout did not converge within 5 attempts'])).toMatchObject({ code: 'LAYOUT_ERROR', detail: 'layout did not converge within 5 attempts' });
  });
});
