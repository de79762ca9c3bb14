import { connect } from "node:net";

/** True while something listens on each of these ports of loopback. */
export async function allAlive(ports: readonly number[]): Promise<boolean> {
  const answers = await Promise.all(ports.map(listens));
  return answers.every(Boolean);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}
