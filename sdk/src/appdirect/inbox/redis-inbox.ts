import type { EventInbox, InboxClaim } from "./event-inbox.js";

/** Client of node-redis that can run scripts, from `createClient` or `createCluster`. */
export interface NodeRedisScripting {
  /** Runs a script atomically (`EVAL`). */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** Client of ioredis that can run scripts, for a server or a cluster. */
export interface IoRedisScripting {
  /** Runs a script atomically (`EVAL`). */
  eval(script: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
  /** Method that distinguishes ioredis from node-redis. */
  readonly call: unknown;
}

/** Options for {@link createRedisInbox}. */
export interface RedisInboxOptions {
  /** Prefix of the keys. @defaultValue `"apsdirect:event:"` */
  readonly prefix?: string | undefined;
}

/**
 * Creates an inbox that all processes share, in Redis 4 or newer. Each event is one hash. Scripts change it atomically,
 * also in a cluster, and Redis removes it when it expires.
 *
 * Connect to the primary, with `maxmemory-policy noeviction` and `appendonly yes`. If a server loses events, because it
 * ran out of memory or restarted, they are processed again when they are redelivered. With `appendfsync everysec`, the
 * default, and after a failover to a replica, this affects the last second; with `always`, nothing.
 *
 * While Redis is full or unavailable, claims reject and no event is processed: respond with an error, so that the event
 * is delivered again. Configure short timeouts in the client (`socket.connectTimeout` and `disableOfflineQueue` of
 * node-redis, `maxRetriesPerRequest` and `commandTimeout` of ioredis), because the marketplace waits.
 *
 * @param client Connected client. The caller closes it.
 */
export function createRedisInbox(
  client: NodeRedisScripting | IoRedisScripting,
  { prefix = "apsdirect:event:" }: RedisInboxOptions = {},
): EventInbox {
  const run = isIoRedis(client)
    ? (script: string, key: string, ...rest: string[]) => client.eval(script, 1, prefix + key, ...rest)
    : (script: string, key: string, ...rest: string[]) =>
        client.eval(script, { keys: [prefix + key], arguments: rest });
  return {
    async claim(key, owner, leaseSeconds) {
      return parseClaim(await run(CLAIM, key, owner, toMilliseconds(leaseSeconds)));
    },
    async extend(key, owner, leaseSeconds, interim) {
      const field = interim === undefined ? [] : ["interim", interim];
      return parseBoolean(await run(EXTEND, key, owner, toMilliseconds(leaseSeconds), ...field));
    },
    async answer(key, owner, answer, ttlSeconds) {
      return parseBoolean(await run(ANSWER, key, owner, toMilliseconds(ttlSeconds), answer));
    },
    async release(key, owner) {
      await run(RELEASE, key, owner);
    },
  };
}

const CLAIM = `
local owner, interim, answer = unpack(redis.call("HMGET", KEYS[1], "owner", "interim", "answer"))
if answer then return {"answered", answer} end
if owner and owner ~= ARGV[1] then
  if interim then return {"answered", interim} end
  return {"busy"}
end
redis.call("HSET", KEYS[1], "owner", ARGV[1])
redis.call("PEXPIRE", KEYS[1], ARGV[2])
return {"claimed"}`;

const EXTEND = `
local owner, answer = unpack(redis.call("HMGET", KEYS[1], "owner", "answer"))
if answer or (owner and owner ~= ARGV[1]) then return 0 end
redis.call("HSET", KEYS[1], "owner", ARGV[1], unpack(ARGV, 3))
redis.call("PEXPIRE", KEYS[1], ARGV[2])
return 1`;

// An owner whose client did not get the reply to the first attempt stores its answer again.
const ANSWER = `
local owner, answer = unpack(redis.call("HMGET", KEYS[1], "owner", "answer"))
if owner and owner ~= ARGV[1] then return 0 end
if answer then return 1 end
redis.call("HSET", KEYS[1], "owner", ARGV[1], "answer", ARGV[3])
redis.call("PEXPIRE", KEYS[1], ARGV[2])
return 1`;

const RELEASE = `
local owner, answer = unpack(redis.call("HMGET", KEYS[1], "owner", "answer"))
if owner == ARGV[1] and not answer then redis.call("DEL", KEYS[1]) end
return 1`;

/** Refuses invalid durations, because a script that fails at `PEXPIRE` would leave an event leased forever. */
function toMilliseconds(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds * 1000));
  if (!Number.isSafeInteger(whole)) throw new TypeError(`${seconds} is not a valid number of seconds`);
  return String(whole);
}

function parseClaim(reply: unknown): InboxClaim {
  const [state, answer] = Array.isArray(reply) ? reply.map(String) : [];
  if (state === "claimed" || state === "busy") return { state };
  if (state === "answered" && answer !== undefined) return { state, answer };
  throw new Error("the Redis client returned an unexpected reply to a claim");
}

function parseBoolean(reply: unknown): boolean {
  if (String(reply) === "1") return true;
  if (String(reply) === "0") return false;
  throw new Error("the Redis client returned an unexpected reply to a script: expected 0 or 1");
}

function isIoRedis(client: NodeRedisScripting | IoRedisScripting): client is IoRedisScripting {
  return "call" in client && typeof client.call === "function";
}
