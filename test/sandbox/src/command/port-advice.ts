/** Advice for a port that is not available. Returns `undefined` for other errors. */
export function adviseOnPort(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("port" in error)) return undefined;
  const advice = "choose another one with --port or --appdirect-port, or omit it to use any free port.";
  if (error.code === "EADDRINUSE")
    return `Port ${error.port} is in use: stop the program that listens on it, or ${advice}`;
  if (error.code === "EACCES") return `Port ${error.port} is not permitted for this user: ${advice}`;
  return undefined;
}
