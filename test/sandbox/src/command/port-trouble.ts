/** What to do about a port that cannot be had; `undefined` for any other error. */
export function portTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("port" in error)) return undefined;
  const advice = "name another one by --port or --appdirect-port, or leave it out for any that is free.";
  if (error.code === "EADDRINUSE")
    return `Port ${error.port} is taken: end the program that listens there, or ${advice}`;
  if (error.code === "EACCES") return `Port ${error.port} is not for this user: ${advice}`;
  return undefined;
}
