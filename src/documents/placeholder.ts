/**
 * Texts that stand where an answer should be. Collected from public templates: Hugging Face's `[More Information Needed]`
 * and `{{ … }}` (huggingface_hub, modelcard_template.md), `<…>` and `TODO`/`TBD` in hand-written cards and registers.
 */
const PLACEHOLDERS: readonly RegExp[] = [
  /^(?:TO-?DO|(?:tbd|tba|tbc|fixme|xxx+))\b(?!\.\w)/,
  // In Spanish and Portuguese `todo` is “every”: in small letters it has to stand alone, or before what is to be done.
  /^(?:to-?do|tbd|tba|tbc|fixme|xxx+)(?:$|\s*(?:[:,;!?()[\]–—/-]|\.(?!\w))|\s+(?:add|write|fill|describe|define|decide|complete|document|list|check|ask|finish|update|explain|insert|specify)\b)/i,
  /^(?:tbd|tba|tbc|fixme|xxx+)\b(?!\.\w)/i,
  /^to be (?:done|determined|defined|decided|confirmed|completed|filled(?: in)?|added|announced)\b/i,
  /^\[?\s*(?:more information (?:is )?needed|needs? more information|information needed|fill (?:me |this )?in|(?:insert|your)\b.*\bhere|placeholder)\s*\]?\.?$/i,
  /^\[\s*(?:insert|your)\b[^\]]*\]$/i,
  // `[e.g., 1.0.0]`, `[Model Name]`, `[YYYY-MM-DD]`: a form says in brackets what belongs there.
  /^\[\s*(?:e\.?\s?g\b|YYYY|DD[/-]|MM[/-]|names?\b|e-?mail|date\b|links?\b|list\b|describe|specify|organi[sz]ation|title\b|role\b|team\b|model name|system name|version\b|description|number\b|percentage)[^\]]*\]$/i,
  /^(?:YYYY-MM-DD|DD[/.-]MM[/.-]YYYY|MM\/DD\/YYYY)$/i,
  /^\{\{[\s\S]*\}\}$/,
  /^<[^<>@:/]+>$/,
  /^\$\{[^}]*\}$/,
  /^(?:\.{3,}|…|_{3,}|-{3,}|\?{2,})$/,
  /^lorem ipsum\b/i,
  /^(?:change ?me|replace ?me|coming soon)\b/i,
];

/** How all of them begin: nearly every answer is told apart by it. */
const BEGINNING = /^[\s`*_[]*(?:to|tb|fixme|xxx|more|need|info|fill|insert|your|placeholder|\{\{|<|\$\{|\.{3}|…|_{3}|-{3}|\?{2}|lorem|change|replace|coming|yyyy|dd[/.-]mm|mm\/dd)|^[\s`*_]*\[/i;

/** True when the text is there only to be replaced. */
export function isPlaceholder(text: string): boolean {
  if (!BEGINNING.test(text)) return false;
  const written = text.trim();
  const plain = written.replace(/^[`*_]+|[`*_]+$/g, "");
  return written !== "" && PLACEHOLDERS.some((pattern) => pattern.test(plain) || (plain !== written && pattern.test(written)));
}
