import { describe, expect, it } from "vitest";
import { clientAddressKey } from "./client-address.ts";

function keyOf(address: string, others: Readonly<Record<string, string>> = {}) {
  return clientAddressKey(
    new Request("https://proxy.example", { headers: { ...others, "cf-connecting-ip": address } }),
  );
}

describe("the key of a client's address", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::FFFF:c000:207", "192.0.2.7"],
    ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
    ["not an address", "unknown"],
    ["192.0.2.7, 198.51.100.1", "unknown"],
  ])("%s is %s", (address, key) => {
    expect(keyOf(address)).toBe(key);
  });

  it("is not what a client says of itself", () => {
    const others = {
      "x-forwarded-for": "198.51.100.1",
      "x-real-ip": "198.51.100.2",
      forwarded: "for=1.1.1.1",
    };
    expect(keyOf("192.0.2.7", others)).toBe("192.0.2.7");
    expect(clientAddressKey(new Request("https://proxy.example", { headers: others }))).toBe("unknown");
  });
});
