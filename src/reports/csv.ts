/** One row per line, values quoted where they have to be (RFC 4180), lines ended by CRLF. A value that a spreadsheet would run as a formula is made text. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map((value) => cell(String(value))).join(",")}\r\n`).join("");
}

function cell(value: string): string {
  const safe = /^[=+\-@\t]/.test(value) && !/^-?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
