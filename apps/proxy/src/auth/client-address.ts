/**
 * The address of the client, as a key for what has no better one: an IPv6 address counts with all others of its /64, which one
 * client has to itself, and an IPv4 address written as IPv6 is that IPv4 address. Only Cloudflare's own header counts: all clients
 * without it have one key together.
 */
export function clientAddressKey(request: Request): string {
  const address = request.headers.get("cf-connecting-ip")?.trim() ?? "";
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return address;
  // The URL parser brings each spelling of an IPv6 address into one form, or finds that it is none.
  const [head = "", tail] = (URL.parse(`http://[${address}]`)?.hostname.slice(1, -1) ?? "").split("::");
  if (head === "" && tail === undefined) return "unknown";
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  if (/^(?:0:){5}ffff:/.test(groups.join(":"))) {
    const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16));
    return [high, low].flatMap((pair = 0) => [pair >> 8, pair & 255]).join(".");
  }
  return `${groups.slice(0, 4).join(":")}::/64`;
}
