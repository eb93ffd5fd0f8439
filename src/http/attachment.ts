/**
 * A `Content-Disposition` under which a file is saved by its own name, whatever characters that has: quoted
 * for old clients, and as RFC 8187 for all others (RFC 6266, 4.3).
 */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
