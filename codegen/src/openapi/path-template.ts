/**
 * What is sent of a path template. A fragment never leaves the client (RFC 3986, section 3.5); authors write one to tell
 * operations apart that share a path: `/files/{file_id}#add_shared_link`.
 */
export function sentTemplate(template: string): string {
  return template.replace(/#.*$/s, "");
}

/** Names of the parameters in a path template, in the order in which they stand there. */
export function templateNames(template: string): readonly string[] {
  return Array.from(sentTemplate(template).matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}
