import { type Fault, HANGING } from "./faults.js";
import { clientOf, healthy, startFaultyPlatform } from "./faulty-platform.js";

/** Milliseconds between the starts of two trials. */
const STEP = 30;

/**
 * Tries all faults side by side, since most of their time is waiting. Those that only the time of an attempt ends begin
 * first and have it to themselves: on a busy machine, the others would take it before anything is sent.
 */
export async function sideBySide<F extends Pick<Fault, "hangs">>(
  faults: readonly F[],
  trial: (fault: F) => Promise<void>,
): Promise<void> {
  await warmUp();
  const hanging = begun(
    faults.filter(({ hangs }) => hangs),
    trial,
  );
  await after(hanging.length * STEP + HANGING);
  const others = begun(
    faults.filter(({ hangs }) => !hangs),
    trial,
  );
  await Promise.all([...hanging, ...others]);
}

function begun<F>(faults: readonly F[], trial: (fault: F) => Promise<void>): readonly Promise<void>[] {
  return faults.map(async (fault, index) => {
    await after(index * STEP);
    await trial(fault);
  });
}

/** The first call of a process takes longer than any other. */
async function warmUp(): Promise<void> {
  const platform = await startFaultyPlatform([healthy]);
  await clientOf(platform).orders.get("o-1");
  await platform.close();
}

function after(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration));
}
