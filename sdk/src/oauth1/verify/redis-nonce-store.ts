import { createQuotaError, isPositiveInteger, type NonceStore, splitClaim } from "./nonce-store.js";

/** Client created by `createClient` or `createCluster` of node-redis. */
export interface NodeRedisClient {
  /** `SET` with `NX` and `EX`. */
  set(key: string, value: string, options: { readonly NX: true; readonly EX: number }): Promise<unknown>;
  /** `EVAL`: runs a script as one step. Without it there is no quota. */
  eval?(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** Client of ioredis, for a server or a cluster. */
export interface IoRedisClient {
  /** `SET` with `EX` and `NX`. */
  set(key: string, value: string, unit: "EX", seconds: number, condition: "NX"): Promise<unknown>;
  /** `EVAL`: runs a script as one step. Without it there is no quota. */
  eval?(script: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
  /** Method that distinguishes ioredis from node-redis. */
  readonly call: unknown;
}

/** Options for {@link createRedisNonceStore}. */
export interface RedisNonceStoreOptions {
  /** Prefix of the keys. @defaultValue `"apsdirect:nonce:"` */
  readonly prefix?: string | undefined;
  /**
   * Maximum number of nonces of one consumer key, so that a single sender cannot fill the shared server.
   * @defaultValue 100000
   */
  readonly quota?: number | undefined;
}

/**
 * Creates a nonce store in Redis 5 or newer that several processes can share. The nonces of a consumer key are a sorted
 * set, ordered by expiry. A script drops expired nonces, counts the others and adds the new one, atomically and on a
 * single key, so it also works in a cluster. A claim takes O(log n) in the nonces of its sender. If a sender reaches
 * its quota, only its own claims reject until a nonce expires. For a client without `eval`, the store uses
 * `SET key 1 EX seconds NX`, without a quota.
 *
 * Connect to the primary, with `maxmemory-policy noeviction`: a server that evicts keys forgets nonces early, and
 * captured requests can be replayed. Redis uses its machine's clock and forgets nonces early if it is set ahead, so
 * slew the clock instead. If the server is full or unavailable, claims reject and verification refuses requests. Set a
 * short timeout, because a sender is waiting (`socket.connectTimeout` and `disableOfflineQueue` of node-redis,
 * `maxRetriesPerRequest` of ioredis).
 *
 * @param client Connected client. The caller closes it.
 * @throws TypeError if the quota is not a positive integer
 */
export function createRedisNonceStore(
  client: NodeRedisClient | IoRedisClient,
  { prefix = "apsdirect:nonce:", quota = 100_000 }: RedisNonceStoreOptions = {},
): NonceStore {
  if (!isPositiveInteger(quota)) throw new TypeError("quota must be a positive integer");
  const run = createScriptRunner(client);
  if (run === undefined) return createSetStore(client, prefix);
  return {
    async claim(key, ttlSeconds) {
      const { sender, rest } = splitClaim(key);
      const milliseconds = String(Math.max(1, Math.ceil(ttlSeconds * 1000)));
      const reply = String(await run(CLAIM, prefix + sender, rest, milliseconds, String(quota)));
      if (reply === "full") throw createQuotaError(quota);
      if (reply === "claimed" || reply === "used") return reply === "claimed";
      throw new Error("Unexpected reply of the Redis client to a claim: expected full, claimed or used");
    },
  };
}

// ZADD is the first command that writes, because a full Redis refuses a script only at its first write. The set expires
// with its last nonce, so nothing remains of a sender that has stopped.
const CLAIM = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local expiry = redis.call("ZSCORE", KEYS[1], ARGV[1])
if expiry and tonumber(expiry) > now then return "used" end
local past = string.format("%.0f", now)
if redis.call("ZCOUNT", KEYS[1], "(" .. past, "+inf") >= tonumber(ARGV[3]) then return "full" end
redis.call("ZADD", KEYS[1], string.format("%.0f", now + ARGV[2]), ARGV[1])
redis.call("ZREMRANGEBYSCORE", KEYS[1], "-inf", past)
if redis.call("PTTL", KEYS[1]) < tonumber(ARGV[2]) then redis.call("PEXPIRE", KEYS[1], ARGV[2]) end
return "claimed"`;

type Run = (script: string, key: string, ...rest: string[]) => Promise<unknown>;

function createScriptRunner(client: NodeRedisClient | IoRedisClient): Run | undefined {
  if (typeof client.eval !== "function") return undefined;
  return isIoRedis(client)
    ? async (script, key, ...rest) => client.eval?.(script, 1, key, ...rest)
    : async (script, key, ...rest) => client.eval?.(script, { keys: [key], arguments: rest });
}

function createSetStore(client: NodeRedisClient | IoRedisClient, prefix: string): NonceStore {
  const setIfAbsent = isIoRedis(client)
    ? (key: string, seconds: number) => client.set(key, "1", "EX", seconds, "NX")
    : (key: string, seconds: number) => client.set(key, "1", { NX: true, EX: seconds });
  return {
    async claim(key, ttlSeconds) {
      const reply = await setIfAbsent(prefix + key, Math.max(1, Math.ceil(ttlSeconds)));
      if (reply === null) return false;
      if (String(reply) === "OK") return true;
      throw new Error("Unexpected reply of the Redis client to SET: it is neither OK nor null");
    },
  };
}

function isIoRedis(client: NodeRedisClient | IoRedisClient): client is IoRedisClient {
  return "call" in client && typeof client.call === "function";
}
