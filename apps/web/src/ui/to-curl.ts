export type ApiRequest = { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string; body?: unknown };

/** The same request for a shell. The token stays a variable, so a pasted command holds no secret. */
export function toCurl(request: ApiRequest, origin: string): string {
  const lines = [`curl -sS -X ${request.method} ${quote(origin + request.path)}`];
  lines.push(`-H "Authorization: Bearer $ORIEL_TOKEN"`);
  if (request.body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`, `-d ${quote(JSON.stringify(request.body))}`);
  }
  return lines.join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
