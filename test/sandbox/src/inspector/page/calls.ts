/** Calls the inspector's server. Rejects with the server's message if the call fails. */
export async function call<Answer>(
  path: string,
  change?: { readonly method: string; readonly body: unknown },
): Promise<Answer> {
  const init = change && {
    method: change.method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(change.body),
  };
  const response = await fetch(path, init);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}
