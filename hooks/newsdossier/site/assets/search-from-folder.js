// Opened from a folder, a page may start no worker, and the theme searches in one. Here the worker's
// script runs in a hidden frame, with what a worker has. The theme knows such a frame by this name.

(() => {
  "use strict";

  if (location.protocol !== "file:") return;

  /** Load scripts into a frame's document, one after the other. */
  async function load(page, addresses) {
    for (const address of addresses) {
      await new Promise((resolve, reject) => {
        const script = page.createElement("script");
        script.src = new URL(address, location.href).href;
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${address} cannot be loaded`));
        page.head.append(script);
      });
    }
  }

  window.IFrameWorker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      this.ready = new Promise((resolve) => {
        frame.onload = () => resolve(this.start(frame.contentWindow, address));
      });
      document.body.append(frame);
    }

    /** Run the worker's script; what it posts is heard from this worker. */
    async start(inner, address) {
      inner.importScripts = (...addresses) => load(inner.document, addresses);
      inner.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      await load(inner.document, [address]);
      return inner;
    }

    async postMessage(data) {
      const inner = await this.ready;
      inner.dispatchEvent(new inner.MessageEvent("message", { data }));
    }

    terminate() {}
  };
  window.Worker = window.IFrameWorker;
})();
