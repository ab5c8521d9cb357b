/** What `apsdirect-sandbox --help` prints. */
export const help = `apsdirect-sandbox: an APS bus and an AppDirect marketplace on this machine, to learn and to test with.

Usage: apsdirect-sandbox [options]
       apsdirect-sandbox send-event <type> --to <url>     (see apsdirect-sandbox send-event --help)

  --port <number>           Port of the APS bus. (default: any that is free)
  --appdirect-port <number> Port of the marketplace. (default: any that is free)
  --inspector-port <number> Port of the page that shows what arrives. (default: any that is free)
  --gateway <origin>        The bus believes to be called by this address, that of an API gateway for instance: signatures
                            that are made for another one are refused. (default: the address that is printed)
  --data <file>             Keep resources, orders, events, credentials and the certificate in this file, and go on with
                            them at the next start. The file is made where there is none, and readable by you alone.
  --seed <file>             Begin with the accounts, plans and orders of this JSON file. A data file remembers its seed.
  --fault <fault>           Let this go wrong from the start: delay=500, reset=after, filters=ignored;times=3. As in the
                            header x-sandbox-fault; may be given several times.
  --key <consumer key>      A key of your own for the bus, with its secret in APS_CONSUMER_SECRET.
                            (default: APS_CONSUMER_KEY, or else a fresh pair, or that of the data file)
  --appdirect-key <consumer key>
                            The same for the marketplace, with APPDIRECT_CONSUMER_SECRET.
  --json                    Print one JSON object, in one line, instead of text.
  --help                    Print this.

Both platforms answer on https, with a certificate made for them: its path is printed, and a client that trusts it needs
nothing else. They check signatures, timestamps and nonces as the real ones do, and say what is wrong. Printed are the
addresses, the credentials, lines that set them in a shell, and signed curl lines to begin with. A secret that you gave is
not printed.

Examples:
  $ apsdirect-sandbox
  $ apsdirect-sandbox --port 8443 --appdirect-port 8444 --data sandbox.data
  $ apsdirect-sandbox --seed my-customers.json
  $ APS_CONSUMER_SECRET=lab apsdirect-sandbox --key lab-key --json

An example of a seed comes with the package: seed.example.json. Ctrl-C, or SIGTERM, ends the sandbox.

Exit status: 0 ended, 1 it could not start, 2 usage.
`;
