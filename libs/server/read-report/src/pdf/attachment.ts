/**
 * A header that offers the answer as a file (RFC 6266): the name in full for whoever reads UTF-8, and without marks for all others.
 * Whatever is no letter, digit or harmless sign is encoded (RFC 8187), so that no name can end the header.
 */
export const attachment = (name: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w ,.'-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
