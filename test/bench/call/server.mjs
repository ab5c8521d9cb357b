/** A keep-alive server that answers every request with one order, as the platform writes it. Says its port once. */
import { createServer } from "node:http";

const order = JSON.stringify({
  orderId: "2f9d61b4-0c7a-4b38-93e1-5d8a7c6b4e90",
  orderNumber: "SO000147",
  type: "SALES",
  status: "CP",
  provisioningStatus: "COMPLETED",
  creationDate: "2024-04-03T09:10:11Z",
  total: { currency: "USD", value: "19.90" },
  comments: "Placed from the CRM for the customer's second branch, to be invoiced with the others.",
});
const head = { "content-type": "application/json; charset=UTF-8", "content-length": Buffer.byteLength(order) };

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const isSigned = request.headers.authorization?.startsWith("OAuth ") === true;
  if (request.url.endsWith("/signed") && !isSigned) response.writeHead(401).end();
  else response.writeHead(200, head).end(order);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
