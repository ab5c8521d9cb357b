/**
 * Removes the fragment from a path template. A fragment is never sent (RFC 3986, section 3.5); authors use one to
 * distinguish operations with the same path: `/files/{file_id}#add_shared_link`.
 */
export function sentTemplate(template: string): string {
  return template.replace(/#.*$/s, "");
}

/** Names of the parameters in a path template, in order. */
export function templateNames(template: string): readonly string[] {
  return Array.from(sentTemplate(template).matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}
