import type { SentEvent } from "../appdirect/notification.js";

/** Rules of the integration API that a vendor's answer breaks, each in a sentence. Empty where it keeps them. */
export function answerFindings(type: string, { status, body, headers, text, location }: SentEvent): readonly string[] {
  if (location !== undefined) return [];
  const isResult = status === 200 || status === 201 || status === 202;
  if (!isResult) return [`The status is ${status}. A result comes with 200, one that is to follow with 202.`];
  if (body === undefined) return ["The body is no result: JSON or XML with success, true or false."];
  const isOrder = type === "SUBSCRIPTION_ORDER" && status !== 202;
  const form = text.trimStart().startsWith("<") ? "xml" : "json";
  return [
    body.success && isOrder && !body.accountIdentifier ? "A successful order names an accountIdentifier." : [],
    !body.success && !body.errorCode ? "A failure names an errorCode." : [],
    status === 202 && type === "SUBSCRIPTION_NOTICE" ? "A notice is answered at once, never with 202." : [],
    String(headers["content-type"] ?? "").includes(form)
      ? []
      : `Content-Type does not say that the body is ${form.toUpperCase()}.`,
  ].flat();
}
