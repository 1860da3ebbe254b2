// @ts-check
/** Hand something over to the visitor: a file to save, a text to paste. */

/** @param {{name: string, media_type: string, text: BlobPart}} file */
export function downloadFile({ name, media_type, text }) {
  const address = URL.createObjectURL(new Blob([text], { type: media_type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it after the click
}

/**
 * Put the text of a field into the clipboard; where that is not allowed (plain http), the field stands selected.
 * @param {HTMLInputElement} field
 * @returns {Promise<boolean>} whether it is in the clipboard
 */
export async function copyText(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}
