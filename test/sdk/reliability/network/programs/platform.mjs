// Order manager on a host of its own. Prints a line for each order that it places.
import { createServer } from "node:http";

let orders = 0;
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    if (request.method === "POST") process.stdout.write(`placed ${++orders}\n`);
    const body = JSON.stringify({ orderId: `o-${orders}`, provisioningStatus: "COMPLETED" });
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(8080, () => process.stdout.write("ready\n"));
