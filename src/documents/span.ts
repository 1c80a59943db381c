/** A stretch of text: offsets in UTF-16 code units, `end` exclusive, as in the language server protocol and in JavaScript strings. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as editors count it: zero-based line and zero-based UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two places, `end` exclusive. The same shape as `Range` of the language server protocol. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** True when `offset` lies inside the span or right behind it, where a cursor would still belong to it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True when `inner` lies wholly inside `outer`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
