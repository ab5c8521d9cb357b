/** Text of `apsdirect-sandbox --help`. */
export const help = `apsdirect-sandbox: a local APS bus and AppDirect marketplace, for learning and testing.

Usage: apsdirect-sandbox [options]
       apsdirect-sandbox send-event <type> --to <url>     (see apsdirect-sandbox send-event --help)

  --port <number>           Port of the APS bus. (default: any free port)
  --appdirect-port <number> Port of the marketplace. (default: any free port)
  --inspector-port <number> Port of the inspector, a page that shows requests. (default: any free port)
  --gateway <origin>        URL that clients use to call the bus, such as that of an API gateway. Signatures for other URLs
                            are rejected. (default: the URL that is printed)
  --data <file>             Keep resources, orders, events, credentials and the certificate in this file, and reuse them at
                            the next start. The file is created if missing and readable only by you.
  --seed <file>             Start with the accounts, plans and orders in this JSON file. A data file stores its seed.
  --fault <fault>           Activate a fault from the start: delay=500, reset=after, filters=ignored;times=3. Same syntax as
                            the header x-sandbox-fault. Can be repeated.
  --key <consumer key>      Consumer key for the bus, with its secret in APS_CONSUMER_SECRET.
                            (default: APS_CONSUMER_KEY, the key in the data file, or a new pair)
  --appdirect-key <consumer key>
                            The same for the marketplace, with APPDIRECT_CONSUMER_SECRET.
  --json                    Print one JSON object on one line instead of text.
  --help                    Print this help.

Both platforms use HTTPS with a generated certificate. The sandbox prints its path; a client only needs to trust that
certificate. The platforms check signatures, timestamps and nonces like the real ones, but also say what is wrong. The
sandbox prints the URLs, the credentials, shell commands that set them as variables, and signed curl commands to start
with. It does not print a secret that you provided.

Examples:
  $ apsdirect-sandbox
  $ apsdirect-sandbox --port 8443 --appdirect-port 8444 --data sandbox.data
  $ apsdirect-sandbox --seed my-customers.json
  $ APS_CONSUMER_SECRET=lab apsdirect-sandbox --key lab-key --json

The package contains an example of a seed: seed.example.json. Press Ctrl-C or send SIGTERM to stop the sandbox.

Exit status: 0 stopped, 1 failed to start, 2 usage.
`;
