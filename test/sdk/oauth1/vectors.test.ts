import { createHmac, createPrivateKey, createPublicKey } from "node:crypto";
import {
  createSignature,
  oauth1Signer,
  type RawRequest,
  signatureBaseString,
  signUrl,
  type VerifyRequestOptions,
  verifyRequest,
} from "apsdirect/oauth1";
import { rsaSha1 } from "apsdirect/oauth1/rsa";
import { describe, expect, test } from "vitest";
import { type AppDirectVector, appDirect, aps, ofKind, type RequestVector, vectors } from "./vectors.js";

describe("published vectors", () => {
  test("are all of a kind that has a test here", () => {
    const tested = ["encode", "normalize", "base-uri", "hmac", "request"].flatMap((kind) =>
      vectors.filter((vector) => vector.kind === kind),
    );
    expect([vectors.length, aps.vectors.length, appDirect.length]).toEqual([tested.length, 13, 11]);
  });

  // A PLAINTEXT signature is the encoded secret and an ampersand, so it shows the encoder's output.
  test.each(ofKind("encode"))("$id: percent-encodes to $output", ({ input, output }) => {
    const signed = { method: "GET", url: "https://a.test/", oauth: [] };
    const plain = createSignature({ ...signed, signatureMethod: "PLAINTEXT", consumerSecret: input });
    expect(plain).toBe(`${output}&`);
    expect(signatureBaseString({ ...signed, oauth: [[input, ""]] })).toContain(`&${encodeURIComponent(output)}%3D`);
  });

  test.each(ofKind("normalize"))("$id: normalizes $query", ({ query, normalized }) => {
    const baseString = signatureBaseString({ method: "GET", url: `https://a.test/?${query}`, oauth: [] });
    expect(partsOf(baseString)[2]).toBe(normalized);
  });

  test.each(ofKind("base-uri"))("$id: signs $url as $base_uri", ({ url, base_uri }) => {
    expect(partsOf(signatureBaseString({ method: "GET", url, oauth: [] }))[1]).toBe(base_uri);
  });

  test.each(ofKind("hmac"))("$id: builds the key from both secrets", (vector) => {
    const key = keyOf(vector.consumer_secret, vector.token_secret);
    expect(createHmac("sha1", key).update(vector.base_string).digest("base64")).toBe(vector.signature);
  });

  test.each(ofKind("request"))("$id: has the expected base string and signature", (vector) => {
    const signed = signedPart(vector);
    expect(signatureBaseString(signed)).toBe(vector.base_string);
    expect(createSignature({ ...signed, ...keysOf(vector) })).toBe(vector.signature);
  });

  test("all have their printed signatures, except AppDirect's return URL, which is wrong on that page", () => {
    const differing = ofKind("request").filter(
      ({ published_signature, signature }) => published_signature !== null && published_signature !== signature,
    );
    expect(differing.map(({ id }) => id)).toEqual(["appdirect-finishorder-printed-invalid"]);
  });

  test.each(ofKind("request"))(
    "$id: is accepted in the header, or refused because something is missing",
    async (vector) => {
      const { method, url } = vector;
      const headers = { ...formHeader(vector), authorization: headerOf(vector) };
      const verified = verifyRequest({ method, url, headers, body: formOf(vector) }, optionsFor(vector));
      expect(
        await verified.then(
          ({ placement }) => placement,
          ({ problem }) => problem,
        ),
      ).toBe(wantedOf(vector));
    },
  );

  test("are refused only if they have a token or lack a parameter", () => {
    const wanted = ofKind("request").map(wantedOf);
    const count = (want: string) => wanted.filter((each) => each === want).length;
    const counts = [count("header"), count("parameter_rejected"), count("parameter_absent")];
    expect(counts).toEqual([20, 6, 3]);
  });

  test.each(ofKind("request").filter(isSentBySdk))("$id: is what the SDK sends", async (vector) => {
    const { method, url, consumer_secret: consumerSecret, oauth_params, realm, signature } = vector;
    const parameters = new Map(oauth_params);
    const signer = oauth1Signer(
      { consumerKey: parameters.get("oauth_consumer_key") ?? "", consumerSecret },
      {
        ...keysOf(vector),
        realm,
        now: () => Number(parameters.get("oauth_timestamp")) * 1000,
        nonce: () => parameters.get("oauth_nonce") ?? "",
      },
    );
    const signed = await signer.sign(new Request(url, { method }));
    const sent = [...(signed.headers.get("authorization") ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, decodeURIComponent(value)],
    );
    const wanted = [
      ...oauth_params,
      ["oauth_signature", signature],
      ...(realm === undefined ? [] : [["realm", realm]]),
    ];
    expect(sent.toSorted()).toEqual(wanted.toSorted());
  });

  test("are sent by the SDK if they have a version, a nonce and no token", () => {
    expect(ofKind("request").filter(isSentBySdk)).toHaveLength(19);
  });
});

describe("the signature does not cover", () => {
  const nonce = ["oauth_nonce", "n"] as const;
  const baseStringOf = (query: string, ...oauth: (readonly [string, string])[]) =>
    signatureBaseString({ method: "GET", url: `https://a.test/${query}`, oauth: [nonce, ...oauth] });

  test("the realm of the header, and the signature itself in any place", () => {
    expect(baseStringOf("", ["realm", "Photos"], ["oauth_signature", "x"])).toBe(baseStringOf(""));
    expect(baseStringOf("?oauth_signature=x")).toBe(baseStringOf(""));
  });

  test("the realm only in the header: a query parameter named realm is signed", () => {
    expect(baseStringOf("?realm=Photos")).toContain("%26realm%3DPhotos");
  });
});

describe("AppDirect's printed return URL", () => {
  const printed =
    "https://www.appdirect.com/finishorder?success=true&accountIdentifer=Alice" +
    "&oauth_nonce=95009478&oauth_timestamp=1294967177&oauth_consumer_key=Dummy" +
    "&oauth_signature_method=HMAC-SHA1&oauth_version=1.0&oauth_signature=";
  const given = { secretFor: () => "secret", now: () => 1294967177_000 };

  test("is refused, because its signature belongs to the event URL of the page's first example", async () => {
    const request = new Request(`${printed}sTmXIbI2QgUCroj9mIPBp6NPars%3D`);
    await expect(verifyRequest(request, given)).rejects.toMatchObject({ status: 401, problem: "signature_invalid" });
  });

  test("is accepted with the correct signature", async () => {
    const request = new Request(`${printed}SublfSRITwrSO%2BHxe7u%2BtLG282I%3D`);
    const { parameters } = await verifyRequest(request, given);
    expect(parameters).toEqual([
      ["success", "true"],
      ["accountIdentifer", "Alice"],
    ]);
  });
});

describe("APS vectors", () => {
  const { consumerKey, consumerSecret, timestamp } = aps;

  test.each(aps.vectors)(
    "$name: has the expected signature",
    async ({ method, url, nonce, baseString, signature, authorization }) => {
      const oauth = oauthPairs(consumerKey, nonce, timestamp);
      expect(signatureBaseString({ method, url, oauth })).toBe(baseString);
      expect(createSignature({ method, url, oauth, consumerSecret })).toBe(signature);
      const signer = oauth1Signer(
        { consumerKey, consumerSecret },
        { now: () => Number(timestamp) * 1000, nonce: () => nonce },
      );
      expect((await signer.sign(new Request(url, { method }))).headers.get("authorization")).toBe(authorization);
    },
  );
});

describe("AppDirect vectors", () => {
  test.each(appDirect)("$name: has the expected signature", ({ method, url, baseString, signature, ...vector }) => {
    const oauth = oauthPairs(vector.consumerKey, vector.nonce, String(vector.timestamp), vector.version);
    expect(signatureBaseString({ method, url, oauth })).toBe(baseString);
    expect(createSignature({ method, url, oauth, consumerSecret: vector.consumerSecret })).toBe(signature);
  });

  test.each(appDirect.filter(({ version }) => version !== null))("$name: is what the SDK sends", async (vector) => {
    if (vector.signedUrl) expect(signUrl(vector.url, vector, freshnessOf(vector))).toBe(vector.signedUrl);
    if (!vector.authorization) return;
    const signed = await oauth1Signer(vector, freshnessOf(vector)).sign(
      new Request(vector.url, { method: vector.method }),
    );
    expect(signed.headers.get("authorization")).toBe(vector.authorization);
  });

  test.each(appDirect)("$name: is accepted", async ({ method, url, authorization, signedUrl, ...vector }) => {
    const request = { method, url: signedUrl ?? url, headers: { authorization } };
    const options = {
      secretFor: () => vector.consumerSecret,
      now: () => vector.timestamp * 1000,
      nonceStore: forgetful,
    };
    await expect(verifyRequest(request, options)).resolves.toMatchObject({ nonce: vector.nonce });
  });
});

const forgetful = { claim: async () => true };

/** Splits a base string into method, base URI and normalized parameters. */
function partsOf(baseString: string): string[] {
  return baseString.split("&").map(decodeURIComponent);
}

function keyOf(consumerSecret: string, tokenSecret: string): string {
  const signatureMethod = "PLAINTEXT";
  return createSignature({
    method: "GET",
    url: "https://a.test/",
    oauth: [],
    signatureMethod,
    consumerSecret,
    tokenSecret,
  });
}

function signedPart(vector: RequestVector) {
  const { method, url, oauth_params } = vector;
  return { method, url, formBody: formOf(vector), oauth: oauth_params };
}

function keysOf(vector: RequestVector) {
  const key = vector.rsa_private_key_der_base64;
  const method = vector.signature_method;
  return {
    signatureMethod: method === "RSA-SHA1" ? rsaSha1() : method,
    consumerSecret: vector.consumer_secret,
    tokenSecret: vector.token_secret,
    privateKey: key && privateKeyOf(key).export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function privateKeyOf(der: string) {
  return createPrivateKey({ key: Buffer.from(der, "base64"), format: "der", type: "pkcs8" });
}

/** Returns the place where a verifier finds the signature, or the problem. */
function wantedOf({ oauth_params }: RequestVector): string {
  const given = new Set(oauth_params.map(([name]) => name));
  const needed = ["consumer_key", "signature_method", "timestamp", "nonce"].map((name) => `oauth_${name}`);
  if (!needed.every((name) => given.has(name))) return "parameter_absent";
  return given.has("oauth_token") ? "parameter_rejected" : "header";
}

/** Returns true if a request has exactly the parameters that the SDK sends. */
function isSentBySdk(vector: RequestVector): boolean {
  const names = vector.oauth_params.map(([name]) => name);
  return wantedOf(vector) === "header" && names.includes("oauth_version") && names.length === 5;
}

function optionsFor(vector: RequestVector): VerifyRequestOptions {
  const key = vector.rsa_private_key_der_base64;
  const publicKey = key && createPublicKey(privateKeyOf(key)).export({ type: "spki", format: "pem" }).toString();
  const [, timestamp] = vector.oauth_params.find(([name]) => name === "oauth_timestamp") ?? [];
  return {
    secretFor: () => publicKey ?? vector.consumer_secret,
    signatureMethods: ["HMAC-SHA1", "RSA-SHA1", "PLAINTEXT"],
    now: () => Number(timestamp) * 1000,
    nonceStore: forgetful,
  };
}

function headerOf({ oauth_params, signature }: RequestVector): string {
  const pairs = [...oauth_params, ["oauth_signature", signature] as const];
  return `OAuth realm="", ${pairs.map(([name, value]) => `${name}="${encodeURIComponent(value)}"`).join(", ")}`;
}

function formOf({ body_params }: RequestVector): string {
  return String(new URLSearchParams(body_params));
}

function formHeader({ body_params }: RequestVector): RawRequest["headers"] {
  return body_params.length > 0 ? { "content-type": "application/x-www-form-urlencoded" } : {};
}

function oauthPairs(key: string, nonce: string, timestamp: string, version: string | null = "1.0") {
  const pairs: [string, string][] = [
    ["oauth_consumer_key", key],
    ["oauth_nonce", nonce],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", timestamp],
  ];
  return version === null ? pairs : [...pairs, ["oauth_version", version] as const];
}

function freshnessOf({ timestamp, nonce }: AppDirectVector) {
  return { now: () => timestamp * 1000, nonce: () => nonce };
}
