/** Asks the inspector's server. Rejects with what the server says where it refuses. */
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
